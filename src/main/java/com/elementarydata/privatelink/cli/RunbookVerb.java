package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Network;
import com.elementarydata.privatelink.operation.runbook.DeployedConnection;
import com.elementarydata.privatelink.operation.runbook.LiveConnections;
import com.elementarydata.privatelink.operation.runbook.OutputsFile;
import com.elementarydata.privatelink.operation.runbook.Runbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what a customer has to do. */
@Command(
        name = "runbook",
        description = "Prints the customer's own steps as Markdown, filled in, and ticks off what is known to be done."
                + "%nWhat exists only after deployment is a placeholder unless --outputs or --live is given.",
        footer = {
            "",
            "Examples:",
            "  bin/privatelink runbook acme > acme.md",
            "  bin/privatelink runbook acme --outputs outputs.json > acme.md",
            "  bin/privatelink runbook acme --live --profile elementary > acme.md"
        })
final class RunbookVerb implements Callable<Integer> {

    @Mixin
    private FleetOption fleetOption;

    @Mixin
    private AwsOption awsOption;

    @Parameters(paramLabel = "CUSTOMER", description = "The customer, by its id.")
    private String customer;

    @ArgGroup
    private Source source = new Source();

    @Mixin
    private Console console;

    /** Where what is deployed is read from: one of them, or none. */
    private static final class Source {

        @Option(
                names = "--outputs",
                paramLabel = "FILE",
                description = "What npx cdk deploy --outputs-file wrote, for the ids of the endpoints.")
        private @Nullable Path outputs;

        @Option(names = "--live", description = "Asks AWS for the endpoints, their states and names. It only reads.")
        private boolean live;
    }

    @Override
    public Integer call() throws IOException {
        ChosenCustomers chosen = new ChosenCustomers(fleetOption.read(), List.of(customer)).required();
        Network network = chosen.fleet().fleet().orElseThrow().network();
        if (source.live) {
            awsOption.access().requireOwn(network);
        }
        Customer owner = chosen.customers().get(0);
        String markdown = new Runbook(network, owner, deployed(network, owner)).markdown();
        awsOption.showCalls(console.err());
        console.print(markdown);
        return ExitCode.FINE;
    }

    private Function<CustomerConnection, DeployedConnection> deployed(Network network, Customer owner) {
        if (source.outputs != null) {
            return OutputsFile.read(source.outputs, owner, network.production())::of;
        }
        return source.live
                ? LiveConnections.read(awsOption.access(), owner, network.production())::of
                : owned -> DeployedConnection.UNKNOWN;
    }
}
