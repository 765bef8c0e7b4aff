package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.aws.EndpointConnection;
import com.elementarydata.privatelink.aws.EndpointServiceConnections;
import com.elementarydata.privatelink.net.Elementary;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Accepts Elementary's connection, and nobody else's. */
@Command(
        name = "accept",
        description = "Accepts the connection that Elementary's account 743289191656 asks for, and nobody else's."
                + "%nWhatever else waits is listed and left alone.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  bin/privatelink provider accept \\",
            "    --service-name com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0"
        })
final class ProviderAcceptVerb implements Callable<Integer> {

    @Mixin
    private ServiceNameOption service;

    @Mixin
    private AwsOption aws;

    @Option(
            names = "--endpoint-id",
            paramLabel = "ID",
            description = "The one endpoint to accept, as Elementary names it. Needed where several wait.")
    private @Nullable String endpointId;

    @Option(names = "--dry-run", description = "Shows what would be accepted.")
    private boolean dryRun;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Ec2Client ec2 = aws.access().ec2(service.name().region())) {
            int exitCode = accept(new EndpointServiceConnections(ec2));
            aws.showCalls(spec.commandLine().getErr());
            return exitCode;
        }
    }

    private int accept(EndpointServiceConnections connections) {
        PrintWriter out = spec.commandLine().getOut();
        List<EndpointConnection> all = connections.of(service.name().serviceId());
        List<EndpointConnection> waiting =
                all.stream().filter(EndpointConnection::waits).toList();
        List<EndpointConnection> ours = waiting.stream().filter(this::isWanted).toList();
        waiting.stream()
                .filter(connection -> !ours.contains(connection))
                .forEach(connection -> out.println("left alone: " + words(connection)));
        if (ours.isEmpty()) {
            return refuseNothing(all);
        }
        if (ours.size() > 1) {
            ours.forEach(connection -> out.println("waits: " + words(connection)));
            spec.commandLine()
                    .getErr()
                    .println("several connections of Elementary's wait; name one with --endpoint-id");
            return ExitCode.FINDINGS;
        }
        out.println((dryRun ? "would accept: " : "accepting: ") + words(ours.get(0)));
        if (!dryRun) {
            connections.accept(ours);
        }
        return ExitCode.FINE;
    }

    private boolean isWanted(EndpointConnection connection) {
        return connection.endpointOwner().toString().equals(Elementary.ACCOUNT_ID)
                && (endpointId == null || connection.endpointId().equals(endpointId));
    }

    /** An accepted connection is what was wanted. */
    private int refuseNothing(List<EndpointConnection> all) {
        List<EndpointConnection> accepted = all.stream()
                .filter(connection -> isWanted(connection) && connection.state().equalsIgnoreCase("available"))
                .toList();
        accepted.forEach(connection -> spec.commandLine().getOut().println("accepted already: " + words(connection)));
        if (accepted.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "no connection of Elementary's account %s%s waits at %s; ask Elementary whether its endpoint is there"
                                    .formatted(
                                            Elementary.ACCOUNT_ID,
                                            endpointId == null ? "" : " from " + endpointId,
                                            service.name()));
        }
        return ExitCode.of(!accepted.isEmpty());
    }

    private static String words(EndpointConnection connection) {
        return "%s of account %s, %s"
                .formatted(connection.endpointId(), connection.endpointOwner(), connection.state());
    }
}
