package com.elementarydata.privatelink.operation.onboard;

import com.elementarydata.privatelink.config.ConnectionText;
import com.elementarydata.privatelink.config.ExtendedCustomerFile;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.config.LedgerFile;
import com.elementarydata.privatelink.fleet.Allocation;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.Refusal;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A fleet as it would be with one more connection.
 *
 * @param draft the fleet as it is
 * @param connection the connection
 * @param old the customer's current file; empty if there is none
 * @param extended the customer's file as it would be
 * @param ledger the ledger as it would be; empty if nothing is allocated
 * @param checked the fleet that both would make
 */
record Candidate(
        FleetDraft draft,
        ConnectionText connection,
        Optional<String> old,
        ExtendedCustomerFile extended,
        Optional<String> ledger,
        CheckedFleet checked) {

    private static final int FIRST_LINE_OF_CONNECTION = 4;
    private static final int INDENT = 4;
    private static final int DIFF_CONTEXT = 3;

    /** A fleet with one more connection. */
    static Candidate of(FleetDraft draft, ConnectionText connection) throws IOException {
        List<String> lines =
                connection.lines().stream().map(ConnectionText.Line::text).toList();
        String customer = draft.customer().value();
        Optional<String> old = draft.before().customerFiles().containsKey(customer)
                ? Optional.of(Files.readString(draft.file()))
                : Optional.empty();
        if (old.isEmpty()) {
            return alone(draft, connection);
        }
        Optional<ExtendedCustomerFile> extended = ExtendedCustomerFile.of(old.get(), lines);
        if (extended.isEmpty()) {
            // problems of the connection itself are reported, and never shown as lines to paste
            alone(draft, connection).refuseUnless(Set.of(ProblemCode.PL303));
            throw noSafePlace(draft, lines);
        }
        return of(draft, connection, old, extended.get(), Optional.empty());
    }

    /** The same, but without the other connections of its customer. */
    static Candidate alone(FleetDraft draft, ConnectionText connection) {
        ExtendedCustomerFile alone = new ExtendedCustomerFile(
                connection.customer(draft.customer().value()), FIRST_LINE_OF_CONNECTION, INDENT);
        return of(draft, connection, Optional.empty(), alone, Optional.empty());
    }

    private static Candidate of(
            FleetDraft draft,
            ConnectionText connection,
            Optional<String> old,
            ExtendedCustomerFile extended,
            Optional<String> ledger) {
        Candidate unread = new Candidate(draft, connection, old, extended, ledger, draft.before());
        CheckedFleet read = CheckedFleet.of(FleetFolder.readWith(draft.folder(), unread.contents()));
        return new Candidate(draft, connection, old, extended, ledger, read);
    }

    private static Refusal noSafePlace(FleetDraft draft, List<String> connection) {
        List<String> lines = new ArrayList<>(List.of(
                "%s: the connections are not in lines that begin with dashes, so there is no safe place to add one;"
                                .formatted(draft.file())
                        + " write them so, or put this after the last one:"));
        lines.add("  - " + connection.get(0));
        connection.stream().skip(1).map("    "::concat).forEach(lines::add);
        return Refusal.of(lines);
    }

    /** The same, with addresses allocated where they are missing. */
    Candidate allocated() {
        Fleet fleet = checked.fleet().orElseThrow();
        Fleet customer = new Fleet(
                fleet.network(),
                fleet.ledger(),
                checked.customers(List.of(draft.customer().value())));
        Allocation allocation = Allocation.of(customer);
        if (!allocation.problems().isEmpty()) {
            throw Refusal.of(allocation.problems());
        }
        if (allocation.addedTo(fleet.ledger()).isEmpty()) {
            return this;
        }
        return of(draft, connection, old, extended, Optional.of(LedgerFile.textOf(allocation.ledger())));
    }

    /** What would be written. */
    NavigableMap<Path, String> contents() {
        NavigableMap<Path, String> contents = new TreeMap<>();
        contents.put(draft.file(), extended.text());
        ledger.ifPresent(text -> contents.put(FleetFolder.ledgerIn(draft.folder()), text));
        return contents;
    }

    /** The connection as it was understood. */
    Optional<Connection> understood() {
        return checked.customers(List.of(draft.customer().value())).stream()
                .flatMap(customer -> customer.connections().stream())
                .filter(one -> one.id().at().line() == extended.line())
                .findFirst();
    }

    /** Refuses this customer's problems, except those that the verb has yet to fix. */
    void refuseUnless(Set<ProblemCode> mended) {
        List<String> problems = checked.errorsFor(List.of(draft.customer().value())).stream()
                .filter(problem -> !mended.contains(problem.code()))
                .map(this::words)
                .distinct()
                .toList();
        if (!problems.isEmpty()) {
            throw Refusal.of(problems);
        }
    }

    /** The warnings of the customer's file. */
    List<String> warnings() {
        return checked.warnings().stream()
                .filter(problem -> problem.at().file().equals(draft.file().toString()))
                .map(this::words)
                .toList();
    }

    /** A problem at a place that its reader can find: in the connection's origin, or in an existing file. */
    private String words(Problem problem) {
        Position at = problem.at();
        List<ConnectionText.Line> lines = connection.lines();
        int line = at.line() - extended.line();
        if (!at.file().equals(draft.file().toString()) || line < 0) {
            return problem.toString();
        }
        if (line < lines.size()) {
            return lines.get(line).words(problem, at.column() - extended.indent());
        }
        int added = (int) (extended.text().lines().count()
                - old.stream().flatMap(String::lines).count());
        return problem.movedTo(new Position(at.file(), at.line() - added, at.column()))
                .toString();
    }

    /** How the files change, in the form of {@code diff -u}; the customer's is before the ledger. */
    List<String> diff() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<Path, String> change : contents().descendingMap().entrySet()) {
            String path = change.getKey().toString();
            boolean isNew = Files.notExists(change.getKey());
            List<String> before =
                    (isNew ? "" : Files.readString(change.getKey())).lines().toList();
            Patch<String> patch =
                    DiffUtils.diff(before, change.getValue().lines().toList());
            lines.addAll(UnifiedDiffUtils.generateUnifiedDiff(
                    isNew ? "/dev/null" : path, path, before, patch, DIFF_CONTEXT));
        }
        return lines;
    }
}
