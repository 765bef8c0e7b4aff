package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.cli.render.ProblemReport;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks the whole fleet folder, and reports every problem at once. */
@Command(
        name = "validate",
        description = "Checks the whole fleet folder and reports every problem with its file, line and column.",
        footer = {"", "Examples:", "  bin/privatelink validate", "  bin/privatelink validate --stacks ../fleet --json"})
final class ValidateVerb implements Callable<Integer> {

    @Mixin
    private FleetOption fleetOption;

    @Option(names = "--json", description = "Prints the problems as JSON on standard output.")
    private boolean json;

    @Mixin
    private Console console;

    @Override
    public Integer call() {
        CheckedFleet fleet = fleetOption.read();
        ProblemReport report = new ProblemReport(fleet);
        if (json) {
            console.print(report.json() + "\n");
        } else {
            report.print(console.err());
            console.out().println(report.summary());
        }
        return ExitCode.of(fleet.errors().isEmpty());
    }
}
