package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.aws.EnabledRegions;
import com.elementarydata.privatelink.cli.render.StatusReport;
import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.operation.status.ConnectionStatus;
import com.elementarydata.privatelink.operation.status.ConnectionStatuses;
import com.elementarydata.privatelink.operation.status.StatusWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what state every connection is in, and whose turn it is. */
@Command(
        name = "status",
        description = "Shows what state every connection is in on AWS, whose turn it is, and what the next step is."
                + "%nSINCE is when the endpoint was requested; AWS does not record when an endpoint entered its state.",
        footer = {
            "",
            "It only reads. Exit code 1 means that something is broken, not that a connection is waiting; 3 that nothing is,",
            "as far as AWS could be read.",
            "",
            "Examples:",
            "  bin/privatelink status",
            "  bin/privatelink status acme --watch",
            "  bin/privatelink status acme beta --json --profile production"
        })
final class StatusVerb implements Callable<Integer> {

    @Mixin
    private FleetOption fleetOption;

    @Mixin
    private AwsOption aws;

    @Parameters(
            paramLabel = "CUSTOMER",
            arity = "0..*",
            description = "The customers, by their ids. By default all of them.")
    private List<String> ids = List.of();

    @Option(
            names = "--watch",
            description =
                    "Checks again until every connection is available, or is broken so that waiting does not help.")
    private boolean watch;

    @Option(
            names = "--interval",
            paramLabel = "SECONDS",
            defaultValue = "15",
            converter = Seconds.class,
            description = "How long --watch waits before it checks again. By default ${DEFAULT-VALUE}.")
    private Duration interval = Duration.ZERO;

    @Option(names = "--json", description = "Prints everything as JSON.")
    private boolean json;

    @Mixin
    private Console console;

    @Override
    public Integer call() throws InterruptedException {
        ChosenCustomers chosen = new ChosenCustomers(fleetOption.read(), ids).required();
        Fleet fleet = chosen.fleet().fleet().orElseThrow();
        aws.access().requireOwn(fleet.network());
        EnabledRegions regions = ConnectionStatuses.regions(aws.access(), fleet, chosen.customers());
        Supplier<List<ConnectionStatus>> look =
                () -> ConnectionStatuses.read(aws.access(), regions, fleet, chosen.customers());
        List<ConnectionStatus> statuses = watch ? settled(look) : look.get();
        aws.showCalls(console.err());
        StatusReport report = new StatusReport(statuses, CdkCommands.of(fleetOption.folder(), ids), aws.profile());
        console.print(json, report::json, () -> report.lines(Instant.now(), Terminal.width()));
        return ExitCode.of(
                statuses.stream().noneMatch(ConnectionStatus::isBroken),
                statuses.stream().allMatch(ConnectionStatus::isRead));
    }

    private List<ConnectionStatus> settled(Supplier<List<ConnectionStatus>> look) throws InterruptedException {
        try (Progress progress = new Progress("available")) {
            return new StatusWatch(look, interval, progress::show).untilSettled();
        }
    }
}
