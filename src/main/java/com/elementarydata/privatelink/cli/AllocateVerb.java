package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.config.FleetEdit;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.config.LedgerFile;
import com.elementarydata.privatelink.fleet.Allocation;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Allocates addresses for Regions and zones that have none. */
@Command(
        name = "allocate",
        description = "Allocates addresses for new Regions and zones in the ledger. What is allocated never moves.",
        footer = {"", "Example:", "  bin/privatelink allocate && git diff stacks/addresses.lock.yaml"})
final class AllocateVerb implements Callable<Integer> {

    @Mixin
    private FleetOption fleetOption;

    @Mixin
    private Console console;

    @Override
    public Integer call() {
        FleetEdit edit = FleetEdit.of(fleetOption.folder());
        CheckedFleet checked = fleetOption.read();
        List<Problem> standInTheWay = checked.errors().stream()
                .filter(problem -> problem.code() != ProblemCode.PL303)
                .toList();
        Optional<Fleet> fleet = checked.fleet();
        if (!standInTheWay.isEmpty() || fleet.isEmpty()) {
            throw refusal(standInTheWay);
        }
        Allocation allocation = Allocation.of(fleet.get());
        if (!allocation.problems().isEmpty()) {
            throw refusal(allocation.problems());
        }
        write(fleet.get(), allocation, edit);
        return ExitCode.FINE;
    }

    private static Refusal refusal(List<Problem> problems) {
        return Refusal.of(Stream.concat(problems.stream(), Stream.of("nothing was allocated"))
                .toList());
    }

    private void write(Fleet fleet, Allocation allocation, FleetEdit edit) {
        Path path = FleetFolder.ledgerIn(fleetOption.folder());
        List<String> added = allocation.addedTo(fleet.ledger());
        if (added.isEmpty()) {
            console.out().println("every Region and zone has addresses; %s is unchanged".formatted(path));
            return;
        }
        edit.write(new TreeMap<>(Map.of(path, LedgerFile.textOf(allocation.ledger()))));
        added.forEach(console.out()::println);
        console.out().println("wrote %s; commit it with the customer files".formatted(path));
    }
}
