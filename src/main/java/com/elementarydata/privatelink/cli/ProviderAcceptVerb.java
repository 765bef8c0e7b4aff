package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.aws.EndpointServiceConnections;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Accepts Elementary's pending connection and no other. */
@Command(
        name = "accept",
        description = "Accepts the pending connection of Elementary's account, 743289191656, and no other."
                + "%nOther pending connections are listed and left alone.",
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
            description =
                    "The endpoint to accept, as Elementary names it. Needed if several are pending, and for one that"
                            + " was rejected.")
    private @Nullable String endpointId;

    @Option(
            names = "--after-rejection",
            description = "Accepts the named endpoint without asking, even if it was rejected.")
    private boolean afterRejection;

    @Option(names = "--dry-run", description = "Shows what would be accepted.")
    private boolean dryRun;

    @Mixin
    private Console console;

    @Override
    public Integer call() {
        int exitCode = new ProviderAcceptance(service.name(), Optional.ofNullable(endpointId), afterRejection, dryRun)
                .run(
                        new EndpointServiceConnections(
                                aws.access(), service.name().region()),
                        new Questions(console.input(), console.err()),
                        console.out(),
                        console.err());
        aws.showCalls(console.err());
        return exitCode;
    }
}
