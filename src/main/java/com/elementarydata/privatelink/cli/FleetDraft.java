package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.config.ExtendedCustomerFile;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Printable;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A fleet that a customer is to have one more connection in.
 *
 * @param folder the fleet folder
 * @param customer the customer
 * @param before the fleet as it is
 */
record FleetDraft(Path folder, Identifier customer, CheckedFleet before) {

    private static final int FIRST_LINE_OF_CONNECTION = 4;
    private static final int INDENT = 4;

    /** Refuses a fleet in which something concerns this customer that is wrong already. */
    static FleetDraft of(Path folder, Identifier customer) {
        CheckedFleet before = CheckedFleet.of(FleetFolder.read(folder));
        List<String> problems = before.errorsFor(List.of(customer.value())).stream()
                .filter(problem -> problem.code() != ProblemCode.PL303)
                .map(Problem::toString)
                .toList();
        if (!problems.isEmpty()) {
            throw Refusal.of(problems);
        }
        return new FleetDraft(folder, customer, before);
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

    /** A name that no connection of the customer's has yet. */
    String idLike(String name) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? name : name + "-" + number)
                .filter(id -> connections().stream()
                        .noneMatch(known -> known.id().value().value().equals(id)))
                .findFirst()
                .orElseThrow();
    }

    /** The fleet as it would be with a connection. */
    Candidate with(ConnectionText connection) throws IOException {
        List<String> lines =
                connection.lines().stream().map(ConnectionText.Line::text).toList();
        Optional<String> old = before.customerFiles().containsKey(customer.value())
                ? Optional.of(Files.readString(file()))
                : Optional.empty();
        ExtendedCustomerFile alone =
                new ExtendedCustomerFile(connection.customer(customer.value()), FIRST_LINE_OF_CONNECTION, INDENT);
        if (old.isEmpty()) {
            return Candidate.of(this, connection, old, alone);
        }
        Optional<ExtendedCustomerFile> extended = ExtendedCustomerFile.of(old.get(), lines);
        if (extended.isEmpty()) {
            // what is wrong with the connection itself is said of it, and never shown as lines to paste
            Candidate.of(this, connection, Optional.empty(), alone).refuseUnless(Set.of(ProblemCode.PL303));
            throw noSafePlace(lines);
        }
        return Candidate.of(this, connection, old, extended.get());
    }

    private Refusal noSafePlace(List<String> connection) {
        List<String> lines = new ArrayList<>(List.of(
                "%s: the connections do not stand in lines that begin with dashes, so there is no safe place for one more;"
                                .formatted(file())
                        + " write them so, or put this behind the last one:"));
        lines.add("  - " + Printable.of(connection.get(0)));
        connection.stream().skip(1).map(line -> "    " + Printable.of(line)).forEach(lines::add);
        return Refusal.of(lines);
    }
}
