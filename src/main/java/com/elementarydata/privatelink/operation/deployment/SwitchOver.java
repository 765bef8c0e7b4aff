package com.elementarydata.privatelink.operation.deployment;

import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.fleet.StackNames;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Customer;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The second phase of a customer's prepared connections, when their providers have accepted: a person writes
 * {@code dns: active}, and only the names are deployed.
 *
 * @param customer the customer
 * @param commands for that customer alone
 */
public record SwitchOver(Customer customer, CdkCommands commands) {

    public static Stream<SwitchOver> of(List<Customer> customers, CdkCommands commands) {
        return customers.stream()
                .map(customer -> new SwitchOver(
                        customer, commands.forCustomer(customer.id().toString())))
                .filter(later -> !later.prepared().isEmpty());
    }

    /** The connections without names. */
    public List<String> prepared() {
        return names(customer.connections().stream().filter(connection -> !connection.isNamed()));
    }

    /** The connections whose names the prepared ones take over. */
    public List<String> replaced() {
        return names(customer.connections().stream()
                .filter(Connection::isNamed)
                .filter(active -> customer.connections().stream()
                        .anyMatch(other -> !other.isNamed() && shareAName(active, other))));
    }

    private static boolean shareAName(Connection one, Connection other) {
        return !Collections.disjoint(one.address().names(), other.address().names());
    }

    private List<String> names(Stream<Connection> connections) {
        return connections
                .map(connection -> connection.nameOf(customer.id().value()))
                .toList();
    }

    /** What to write, and where. */
    public String edit() {
        String there = replaced().isEmpty()
                ? ""
                : ", and dns: prepared on %s, whose names it takes over".formatted(String.join(" and ", replaced()));
        return "set dns: active in %s%s".formatted(customer.file(), there);
    }

    /** What deploys the names then. */
    public List<String> then() {
        String dns = StackNames.dns(customer.id().value());
        return List.of(commands.diff(dns), commands.redeploy(dns));
    }
}
