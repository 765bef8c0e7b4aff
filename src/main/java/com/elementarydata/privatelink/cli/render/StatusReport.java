package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.judge.PathStacks;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Words;
import com.elementarydata.privatelink.observed.DeployedEndpoint;
import com.elementarydata.privatelink.observed.DeployedStack;
import com.elementarydata.privatelink.operation.status.ConnectionStatus;
import com.elementarydata.privatelink.operation.status.NextStep;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The status of connections, for people and for programs.
 *
 * @param statuses the connections
 * @param commands of the CDK CLI, for the fleet's folder
 * @param profile whose credentials commands of the AWS CLI use, unless the environment says
 */
public record StatusReport(List<ConnectionStatus> statuses, CdkCommands commands, Optional<String> profile) {

    /** The report for people, without colours. */
    public List<String> lines(Instant now, int width) {
        return lines(now, Screen.plain(width));
    }

    /** The report for people: a line a connection, and then who does what. */
    public List<String> lines(Instant now, Screen screen) {
        List<String> lines = new ArrayList<>();
        lines.addAll(new StatusTable(statuses, now, screen, Map.of()).lines());
        lines.addAll(Wrapped.words(summary(), screen.width()));
        statuses.forEach(status -> {
            List<String> steps = steps(status, screen.without(2)).toList();
            if (!steps.isEmpty()) {
                lines.add("");
                lines.add("%s (%s):".formatted(status.stacks().path().name(), Words.of(status.turn())));
                steps.forEach(step -> lines.add("  " + step));
            }
        });
        return lines;
    }

    private Stream<String> steps(ConnectionStatus status, Screen screen) {
        Stream<String> found =
                status.findings().stream().flatMap(finding -> new FindingLine(finding).lines(screen).stream());
        Stream<String> next = NextStep.of(status, commands, profile).stream()
                .flatMap(step -> Stream.concat(
                        Wrapped.words(step.what(), screen.width()).stream(),
                        Wrapped.commands(step.commands(), "  ", screen.width()).stream()));
        return Stream.concat(found, next);
    }

    private String summary() {
        String states = Words.counts(statuses.stream().map(ConnectionStatus::state), Comparator.reverseOrder());
        return "%d connection%s%s"
                .formatted(statuses.size(), statuses.size() == 1 ? "" : "s", states.isEmpty() ? "" : ": " + states);
    }

    private record Report(List<Connection> connections) {}

    private record Connection(
            String customer,
            String connection,
            String integration,
            String state,
            boolean broken,
            String turn,
            String acceptance,
            String dns,
            Optional<String> endpointId,
            Optional<String> endpointState,
            Optional<String> since,
            Map<String, Optional<String>> stacks,

            @JsonIncludeProperties({"code", "found", "remedy"})
            List<Finding> findings,

            Optional<NextStep> next) {}

    /** The report for programs. */
    public String json() {
        return JsonDocument.STATUS.of(
                new Report(statuses.stream().map(this::connection).toList()));
    }

    private Connection connection(ConnectionStatus status) {
        PathStacks deployed = status.stacks();
        Map<String, Optional<String>> stacks = new LinkedHashMap<>();
        deployed.all()
                .forEach(stack -> stacks.put(stack.name(), stack.deployed().map(DeployedStack::status)));
        return new Connection(
                deployed.path().customer(),
                deployed.path().name(),
                deployed.path().integration(),
                status.state().toString(),
                status.isBroken(),
                Words.of(status.turn()),
                status.acceptance(),
                status.dns().toString(),
                deployed.endpointId(),
                deployed.endpoint().map(DeployedEndpoint::state),
                status.since().map(Instant::toString),
                stacks,
                status.findings(),
                NextStep.of(status, commands, profile));
    }
}
