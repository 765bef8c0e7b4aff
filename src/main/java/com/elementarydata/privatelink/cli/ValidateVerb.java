package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.cli.render.GitHubAnnotations;
import com.elementarydata.privatelink.cli.render.ProblemReport;
import com.elementarydata.privatelink.cli.render.RepositoryPaths;
import com.elementarydata.privatelink.cli.render.SarifLog;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks the whole fleet folder, and reports every problem at once. */
@Command(
        name = "validate",
        description = "Checks the whole fleet folder and reports every problem with its file, line and column.",
        footer = {
            "",
            "Examples:",
            "  bin/privatelink validate",
            "  bin/privatelink validate --stacks ../fleet --json",
            "  bin/privatelink validate --format github"
        })
final class ValidateVerb implements Callable<Integer> {

    @Mixin
    private FleetOption fleetOption;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "How problems are printed: ${COMPLETION-CANDIDATES}. By default as text; github annotates the"
                    + " lines of a change in a workflow; sarif is SARIF 2.1.0.")
    private @Nullable ProblemFormat format;

    @Option(names = "--json", description = "Prints the problems as JSON on standard output: --format json.")
    private boolean json;

    @Mixin
    private Console console;

    @Override
    public Integer call() {
        ProblemFormat chosen = chosen();
        CheckedFleet fleet = fleetOption.read();
        RepositoryPaths paths = RepositoryPaths.around(fleetOption.folder());
        switch (chosen) {
            case TEXT -> {
                ProblemReport report = new ProblemReport(fleet);
                report.print(console.err(), console.coloursOfErr());
                console.out().println(report.summary());
            }
            case JSON -> console.print(new ProblemReport(fleet).json() + "\n");
            case GITHUB ->
                new GitHubAnnotations(fleet.problems(), paths).lines().forEach(console.out()::println);
            case SARIF -> console.print(new SarifLog(fleet.problems(), paths).json() + "\n");
        }
        return ExitCode.of(fleet.errors().isEmpty());
    }

    private ProblemFormat chosen() {
        if (format == null) {
            return json ? ProblemFormat.JSON : ProblemFormat.TEXT;
        }
        if (json && format != ProblemFormat.JSON) {
            throw console.wrong("--json is --format json; remove --json, or --format %s".formatted(format));
        }
        return format;
    }
}
