package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.cli.render.FindingLine;
import com.elementarydata.privatelink.cli.render.RemovalReport;
import com.elementarydata.privatelink.config.Suggestion;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.operation.removal.CustomerRemoval;
import com.elementarydata.privatelink.operation.removal.RemovalCheck;
import com.elementarydata.privatelink.operation.removal.RemovalFacts;
import com.elementarydata.privatelink.operation.removal.RemovalPlan;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says how a customer is removed, once nothing depends on it. */
@Command(
        name = "offboard",
        description = "Prints the commands that remove a customer: its names, then its endpoints, then its file."
                + "%nRuns none of them, and prints none while a name still resolves or traffic still flows.",
        footer = {
            "",
            "It only reads. A customer whose file is already deleted is found by its stacks.",
            "",
            "Examples:",
            "  bin/privatelink offboard acme",
            "  bin/privatelink offboard acme --despite-names > remove-acme",
            "  sh -e remove-acme"
        })
final class OffboardVerb implements Callable<Integer> {

    @Mixin
    private FleetOption fleetOption;

    @Mixin
    private AwsOption aws;

    @Parameters(paramLabel = "CUSTOMER", description = "The customer's id.")
    private Identifier id;

    @Option(
            names = "--despite-names",
            description =
                    "Prints the commands even if names still point to the endpoints. They remove the names first.")
    private boolean despiteNames;

    @Option(names = "--despite-traffic", description = "Prints the commands even if traffic still flows.")
    private boolean despiteTraffic;

    @Option(names = "--json", description = "Prints what was found, and the commands, as JSON.")
    private boolean json;

    @Mixin
    private Console console;

    @Override
    public Integer call() {
        CheckedFleet checked = fleetOption.read();
        List<Problem> problems = checked.errorsFor(List.of(id.value()));
        if (!problems.isEmpty()) {
            throw Refusal.of(problems);
        }
        Fleet fleet = checked.fleet().orElseThrow();
        aws.access().requireOwn(fleet.network());
        RemovalReport report = report(new CustomerRemoval(aws.access(), fleet, id));
        if (report.plan().isEmpty()) {
            suggest(checked);
        }
        aws.showCalls(console.err());
        show(report);
        return ExitCode.of(report.refusals().isEmpty(), report.plan().isComplete());
    }

    private RemovalReport report(CustomerRemoval removal) {
        RemovalPlan plan = removal.plan(removal.regions(), aws.profile());
        plan.notRead().forEach(console.err()::println);
        RemovalFacts facts = removal.facts(plan, Instant.now());
        List<Finding> refusals = RemovalCheck.refusals(facts).stream()
                .filter(refusal -> RemovalCheck.isOfNames(refusal) ? !despiteNames : !despiteTraffic)
                .toList();
        return new RemovalReport(plan, facts.traffic(), refusals);
    }

    private void show(RemovalReport report) {
        report.refusals()
                .forEach(refusal -> console.err().println(new FindingLine(refusal).line(console.coloursOfErr())));
        if (!report.refusals().isEmpty()) {
            console.err()
                    .println("no commands are printed; to print them all the same, add " + flags(report.refusals()));
        }
        if (json) {
            console.print(report.json() + "\n");
        } else if (report.plan().isEmpty()) {
            console.out()
                    .println(
                            report.plan().isComplete()
                                    ? "nothing of %s is left: neither stacks nor a file".formatted(id)
                                    : "no stacks of %s are in the Regions that were read".formatted(id));
        } else if (report.refusals().isEmpty()) {
            report.lines(Terminal.width()).forEach(console.out()::println);
        }
    }

    private static String flags(List<Finding> refusals) {
        List<String> flags = refusals.stream()
                .map(refusal -> RemovalCheck.isOfNames(refusal) ? "--despite-names" : "--despite-traffic")
                .distinct()
                .toList();
        return String.join(" and ", flags);
    }

    private void suggest(CheckedFleet fleet) {
        Suggestion.nearest(fleet.customerFiles().keySet(), id.value())
                .ifPresent(near -> console.err().println("did you mean \"%s\"?".formatted(near)));
    }
}
