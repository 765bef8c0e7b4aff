package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.fleet.StackNames;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Connectivity;
import com.elementarydata.privatelink.model.Production;
import java.util.List;
import java.util.stream.Stream;

/** A fleet as a table, one row per connection. */
public record ConnectionTable(Fleet fleet) {

    /** The table, for lines of a width. */
    public List<String> lines(int width) {
        return Table.<CustomerConnection>of(List.of(
                        Table.listColumn(
                                "CONNECTION",
                                owned -> List.of(
                                        owned.name(),
                                        owned.connection().integration().toString())),
                        Table.listColumn("REGION, ENDPOINT SERVICE", owned -> service(owned.connection())),
                        Table.listColumn("HOSTNAMES", owned -> hostnames(owned.connection())),
                        Table.listColumn("STACKS", this::stacks)))
                .withRules()
                .lines(fleet.connections().toList(), width);
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
