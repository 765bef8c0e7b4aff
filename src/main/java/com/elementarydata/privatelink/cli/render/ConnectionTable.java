package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.fleet.StackNames;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Connectivity;
import com.elementarydata.privatelink.model.Production;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.ColumnData;
import java.util.List;
import java.util.stream.Stream;

/** A fleet as a table, one row per connection. */
public record ConnectionTable(Fleet fleet) {

    private static final int WIDEST = 70;
    private static final Character[] RULES = AsciiTable.BASIC_ASCII;

    public List<String> lines() {
        List<ColumnData<CustomerConnection>> columns = List.of(
                Table.listColumn(
                        "CONNECTION",
                        WIDEST,
                        owned -> List.of(
                                owned.name(), owned.connection().integration().toString())),
                Table.listColumn("REGION, ENDPOINT SERVICE", WIDEST, owned -> service(owned.connection())),
                Table.listColumn("HOSTNAMES", WIDEST, owned -> hostnames(owned.connection())),
                Table.listColumn("STACKS", WIDEST, this::stacks));
        return AsciiTable.getTable(RULES, fleet.connections().toList(), columns)
                .lines()
                .toList();
    }

    private List<String> service(Connection connection) {
        Production production = fleet.network().production();
        String where = connection.connectivity() == Connectivity.CROSS_REGION
                ? "%s from %s".formatted(connection.serviceRegion(), connection.endpointRegion(production))
                : connection.serviceRegion().code();
        return List.of(where, connection.address().serviceName().value().serviceId());
    }

    private static List<String> hostnames(Connection connection) {
        Stream<String> names = connection.address().hostnames().stream().map(Object::toString);
        return Stream.concat(
                        names,
                        switch (connection.dns()) {
                            case ACTIVE -> Stream.empty();
                            case PREPARED -> Stream.of("(prepared, not active)");
                            case EXTERNAL -> Stream.of("(in zones of others)");
                            case IMPORTED -> Stream.of("(in imported zones)");
                        })
                .toList();
    }

    private List<String> stacks(CustomerConnection owned) {
        Connection connection = owned.connection();
        String endpoints = connection
                .endpoint()
                .filter(endpoint -> endpoint.imported().isEmpty())
                .map(endpoint -> "(%s exists)".formatted(endpoint.id()))
                .orElseGet(() -> owned.stack(fleet.network().production()));
        String dns = StackNames.dns(owned.customer().id().value());
        return connection.hasZones() ? List.of(endpoints, dns) : List.of(endpoints);
    }
}
