package com.elementarydata.privatelink.operation.onboard;

import com.elementarydata.privatelink.config.FleetEdit;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fleet in which a customer is to get one more connection.
 *
 * @param folder the fleet folder
 * @param customer the customer
 * @param before the fleet as it is
 * @param edit what writes it
 */
public record FleetDraft(Path folder, Identifier customer, CheckedFleet before, FleetEdit edit) {

    /** Refuses a fleet that already has problems which concern this customer. */
    public static FleetDraft of(Path folder, Identifier customer) {
        FleetEdit edit = FleetEdit.of(folder);
        CheckedFleet before = CheckedFleet.of(FleetFolder.read(folder));
        List<String> problems = before.errorsFor(List.of(customer.value())).stream()
                .filter(problem -> problem.code() != ProblemCode.PL303)
                .map(Problem::toString)
                .toList();
        if (!problems.isEmpty()) {
            throw Refusal.of(problems);
        }
        return new FleetDraft(folder, customer, before, edit);
    }

    /** The customer's file. */
    Path file() {
        return FleetFolder.customerIn(folder, customer);
    }

    /** The connections that the customer has already. */
    List<Connection> connections() {
        return before.customers(List.of(customer.value())).stream()
                .flatMap(known -> known.connections().stream())
                .toList();
    }

    /** {@return whether the network names this as a service that a vendor shares among its customers} */
    public boolean shares(String serviceName) {
        return before.fleet().stream()
                .flatMap(fleet -> fleet.network().sharedServices().stream())
                .anyMatch(shared -> shared.serviceName().toString().equals(serviceName));
    }

    /** A name that no connection of the customer has yet. */
    public String idLike(String name) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? name : name + "-" + number)
                .filter(id -> connections().stream()
                        .noneMatch(known -> known.id().value().value().equals(id)))
                .findFirst()
                .orElseThrow();
    }
}
