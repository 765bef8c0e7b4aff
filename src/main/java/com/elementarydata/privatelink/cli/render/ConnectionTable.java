package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.fleet.StackNames;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Connectivity;
import com.elementarydata.privatelink.model.Production;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.ColumnData;
import com.google.common.base.Joiner;
import java.util.List;

/** A fleet as a table, one row per connection. */
public record ConnectionTable(Fleet fleet) {

    private static final int WIDEST = 70;
    private static final Character[] RULES = AsciiTable.BASIC_ASCII;

    public String render() {
        List<ColumnData<CustomerConnection>> columns = List.of(
                Table.column(
                        "CONNECTION",
                        WIDEST,
                        owned -> "%s\n%s"
                                .formatted(owned.name(), owned.connection().integration())),
                Table.column("REGION, ENDPOINT SERVICE", WIDEST, owned -> service(owned.connection())),
                Table.column("HOSTNAMES", WIDEST, owned -> hostnames(owned.connection())),
                Table.column("STACKS", WIDEST, this::stacks));
        return AsciiTable.getTable(RULES, fleet.connections().toList(), columns);
    }

    private String service(Connection connection) {
        Production production = fleet.network().production();
        String where = connection.connectivity() == Connectivity.CROSS_REGION
                ? "%s from %s".formatted(connection.serviceRegion(), connection.endpointRegion(production))
                : connection.serviceRegion().code();
        return "%s\n%s"
                .formatted(where, connection.address().serviceName().value().serviceId());
    }

    private static String hostnames(Connection connection) {
        String names = Joiner.on("\n").join(connection.address().hostnames());
        return connection.isActive() ? names : names + "\n(prepared, not active)";
    }

    private String stacks(CustomerConnection owned) {
        String endpoints = owned.stack(fleet.network().production());
        String dns = StackNames.dns(owned.customer().id().value());
        return owned.connection().isActive() ? "%s\n%s".formatted(endpoints, dns) : endpoints;
    }
}
