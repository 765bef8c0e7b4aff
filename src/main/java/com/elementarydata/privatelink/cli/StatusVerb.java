package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.aws.EnabledRegions;
import com.elementarydata.privatelink.cli.render.StatusReport;
import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.judge.ConnectionState;
import com.elementarydata.privatelink.model.Words;
import com.elementarydata.privatelink.operation.status.ConnectionStatus;
import com.elementarydata.privatelink.operation.status.ConnectionStatuses;
import com.elementarydata.privatelink.operation.status.StatusWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
            "  bin/privatelink status acme --wait-for available --timeout 30m",
            "  bin/privatelink status acme beta --json --profile production"
        })
final class StatusVerb implements Callable<Integer> {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    /** What can be waited for. The word is contract. */
    enum Awaited {
        /** The endpoint is accepted and up. */
        AVAILABLE;

        @Override
        public String toString() {
            return Words.of(this);
        }
    }

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
            names = "--wait-for",
            paramLabel = "STATE",
            description =
                    "Waits until every connection is ${COMPLETION-CANDIDATES}, as --watch does, but no longer than"
                            + " --timeout, by default 30m. The exit code is 1 where one is not by then, or is broken.")
    private @Nullable Awaited awaited;

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            defaultValue = "15s",
            converter = TimeSpan.class,
            description = "How long --watch and --wait-for wait before they check again. By default ${DEFAULT-VALUE}.")
    private Duration interval = Duration.ZERO;

    @Option(names = "--json", description = "Prints everything as JSON.")
    private boolean json;

    @Mixin
    private Console console;

    @Override
    public Integer call() throws InterruptedException {
        Optional<Duration> limit = Optional.ofNullable(awaited).map(state -> aws.waitingTime(LONGEST_WAIT));
        ChosenCustomers chosen = new ChosenCustomers(fleetOption.read(), ids).required();
        Fleet fleet = chosen.fleet().fleet().orElseThrow();
        aws.access().requireOwn(fleet.network());
        EnabledRegions regions = ConnectionStatuses.regions(aws.access(), fleet, chosen.customers());
        Supplier<List<ConnectionStatus>> look =
                () -> ConnectionStatuses.read(aws.access(), regions, fleet, chosen.customers());
        List<ConnectionStatus> statuses = watch || limit.isPresent() ? settled(look, limit) : look.get();
        aws.showCalls(console.err());
        StatusReport report = new StatusReport(statuses, CdkCommands.of(fleetOption.folder(), ids), aws.profile());
        console.print(json, report::json, () -> report.lines(Instant.now(), console.screen()));
        List<String> late = limit.isPresent() ? lateOf(statuses) : List.of();
        late.forEach(console.err()::println);
        return ExitCode.of(
                late.isEmpty() && statuses.stream().noneMatch(ConnectionStatus::isBroken),
                statuses.stream().allMatch(ConnectionStatus::isRead));
    }

    private List<ConnectionStatus> settled(Supplier<List<ConnectionStatus>> look, Optional<Duration> limit)
            throws InterruptedException {
        try (StatusScreen screen = StatusScreen.ofTheTerminal(console.coloursOfErr())) {
            return new StatusWatch(look, interval, limit, screen).untilSettled();
        }
    }

    /** What cannot be told of a Region that was not read is no news. */
    private List<String> lateOf(List<ConnectionStatus> statuses) {
        return statuses.stream()
                .filter(status -> status.state() != ConnectionState.NOT_READ && !status.isAvailable())
                .map(status -> "%s is not %s: it is %s; it is the turn of: %s"
                        .formatted(
                                status.stacks().path().name(),
                                awaited,
                                status.state(),
                                status.turn().words()))
                .toList();
    }
}
