package com.elementarydata.privatelink.operation.adoption;

import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.Plan;
import com.elementarydata.privatelink.fleet.PlannedStack;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.DnsState;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.EstateFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a customer's stacks take over the endpoints and hosted zones that existed.
 *
 * @param fleet as it is written
 * @param customer the customer, with such endpoints
 */
public record CustomerAdoption(Fleet fleet, Customer customer) {

    /** Refuses a customer that nothing is to be taken over of. */
    public CustomerAdoption {
        if (customer.connections().stream()
                .allMatch(connection -> connection.endpoint().isEmpty())) {
            throw Refusal.of("nothing of %s existed before the fleet: no connection has an \"endpoint\""
                    .formatted(customer.id()));
        }
    }

    /** The Regions of the endpoints. */
    public List<Region> regions() {
        return adopted().stream()
                .map(connection -> connection.endpointRegion(fleet.network().production()))
                .distinct()
                .sorted()
                .toList();
    }

    private List<Connection> adopted() {
        return customer.connections().stream()
                .filter(connection -> connection.endpoint().isPresent())
                .toList();
    }

    /** Compares the customer's file with what AWS has. */
    public Adoption with(EstateFacts facts) {
        List<String> obstacles = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<Adoption.Change> changes = new ArrayList<>();
        List<Connection> taken = new ArrayList<>();
        ZoneAdoption zones = new ZoneAdoption(facts, customer, notes);
        for (Connection connection : adopted()) {
            ConnectionAdoption one = new ConnectionAdoption(fleet, customer, connection, facts);
            boolean named = zones.canBeImported(connection);
            obstacles.addAll(one.obstacles());
            notes.addAll(one.notes());
            change(connection, one.lines(), named).ifPresent(changes::add);
            taken.add(one.taken(named));
        }
        return new Adoption(customer.id().toString(), obstacles, notes, changes, imports(taken, zones));
    }

    private Optional<Adoption.Change> change(Connection connection, List<String> ofEndpoint, boolean named) {
        List<String> lines = new ArrayList<>(ofEndpoint);
        if (named && connection.dns() != DnsState.IMPORTED) {
            lines.add("dns: imported");
        }
        return Optional.of(new Adoption.Change(
                        "%s, on the connection %s"
                                .formatted(
                                        customer.file(),
                                        connection.nameOf(customer.id().value())),
                        lines))
                .filter(change -> !change.lines().isEmpty());
    }

    private List<StackImport> imports(List<Connection> taken, ZoneAdoption zones) {
        return Plan.of(fleet.network(), fleet.ledger(), List.of(new Customer(customer.id(), taken))).stacks().stream()
                .filter(PlannedStack.OfOneCustomer.class::isInstance)
                .map(StackImport::of)
                .filter(stack -> !stack.mapping().isEmpty())
                .map(zones::identified)
                .toList();
    }
}
