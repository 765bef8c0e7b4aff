package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.Plan;
import com.elementarydata.privatelink.model.Customer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what would be deployed, and with which commands. */
@Command(
        name = "plan",
        description = "Shows the stacks that would be deployed, in their order, the connections that each is for, and"
                + " the commands that deploy them.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  bin/privatelink plan",
            "  bin/privatelink plan acme beta",
            "  bin/privatelink plan acme --json"
        })
final class PlanVerb implements Callable<Integer> {

    @Mixin
    private FleetOption fleetOption;

    @Parameters(
            paramLabel = "CUSTOMER",
            arity = "0..*",
            description = "The customers, by their ids. By default all of them.")
    private List<String> ids = List.of();

    @Option(names = "--json", description = "Prints stacks and commands as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ChosenCustomers chosen = new ChosenCustomers(fleetOption.read(), ids);
        List<String> problems = chosen.problems();
        problems.forEach(spec.commandLine().getErr()::println);
        if (!problems.isEmpty()) {
            return ExitCode.FINDINGS;
        }
        Fleet fleet = chosen.fleet().fleet().orElseThrow();
        List<Customer> customers = chosen.customers();
        PlanReport report = new PlanReport(
                Plan.of(fleet.network(), fleet.ledger(), customers),
                customers,
                new CdkCommands(fleetOption.folder(), List.copyOf(ids)));
        if (json) {
            spec.commandLine().getOut().println(report.json());
        } else {
            report.lines(Terminal.width()).forEach(spec.commandLine().getOut()::println);
        }
        return ExitCode.FINE;
    }
}
