package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.fleet.PlannedStack;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Identifier;
import java.util.List;

/** The connections that a stack is for, as {@code acme/git}; none for a stack that all customers share. */
final class CarriedConnections {

    private CarriedConnections() {}

    static List<String> of(PlannedStack stack) {
        if (stack instanceof PlannedStack.OfCustomer customer) {
            return names(customer.customer(), customer.connections());
        }
        return stack instanceof PlannedStack.OfDns dns ? names(dns.customer(), dns.connections()) : List.of();
    }

    private static List<String> names(Identifier customer, List<Connection> connections) {
        return connections.stream()
                .map(connection -> "%s/%s".formatted(customer, connection.id()))
                .toList();
    }
}
