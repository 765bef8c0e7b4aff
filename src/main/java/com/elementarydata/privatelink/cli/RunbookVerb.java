package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a customer has to do. */
@Command(
        name = "runbook",
        description =
                "Prints the customer's own steps as Markdown, filled in, and ticks off what is known to be done.%n"
                        + "Without outputs, what only exists after deployment has a placeholder.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  bin/privatelink runbook acme > acme.md",
            "  npx cdk deploy --all -c customers=acme --outputs-file outputs.json",
            "  bin/privatelink runbook acme --outputs outputs.json > acme.md"
        })
final class RunbookVerb implements Callable<Integer> {

    @Mixin
    private FleetOption fleetOption;

    @Parameters(paramLabel = "CUSTOMER", description = "The customer, by its id.")
    private String customer;

    @Option(
            names = "--outputs",
            paramLabel = "FILE",
            description = "What npx cdk deploy --outputs-file wrote: where the endpoints' ids come from.")
    private @Nullable Path outputs;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ChosenCustomers chosen = new ChosenCustomers(fleetOption.read(), List.of(customer));
        List<String> problems = chosen.problems();
        problems.forEach(spec.commandLine().getErr()::println);
        if (!problems.isEmpty()) {
            return ExitCode.FINDINGS;
        }
        Network network = chosen.fleet().fleet().orElseThrow().network();
        Customer owner = chosen.customers().get(0);
        try {
            Runbook runbook = new Runbook(network, owner, deployed(network, owner));
            spec.commandLine().getOut().print(runbook.markdown());
            spec.commandLine().getOut().flush();
            return ExitCode.FINE;
        } catch (OutputsFile.Wrong wrong) {
            spec.commandLine().getErr().println(wrong.getMessage());
            return ExitCode.FINDINGS;
        }
    }

    private DeployedConnections deployed(Network network, Customer owner) throws OutputsFile.Wrong {
        return outputs == null
                ? owned -> DeployedConnection.UNKNOWN
                : OutputsFile.read(outputs, owner, network.production());
    }
}
