package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.judge.ConnectionState;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Printable;
import com.elementarydata.privatelink.observed.DeployedStack;
import com.elementarydata.privatelink.operation.status.ConnectionFacts;
import com.elementarydata.privatelink.operation.status.ConnectionStatus;
import com.elementarydata.privatelink.operation.status.NextStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The status of connections, for people and for programs.
 *
 * @param statuses the connections
 * @param commands of the CDK CLI, for the fleet's folder
 */
public record StatusReport(List<ConnectionStatus> statuses, CdkCommands commands) {

    /** The report for people: a line a connection, and then who does what. */
    public List<String> lines(Instant now, int width) {
        List<String> lines = new ArrayList<>();
        lines.add(new StatusTable(statuses, now, width).render());
        lines.add(summary());
        statuses.forEach(status -> {
            List<String> steps = steps(status).toList();
            if (!steps.isEmpty()) {
                lines.add("");
                lines.add("%s (%s):".formatted(status.facts().name(), StatusTable.word(status.turn())));
                steps.forEach(step -> lines.add("  " + step));
            }
        });
        return lines;
    }

    private Stream<String> steps(ConnectionStatus status) {
        return Stream.concat(
                status.findings().stream().map(finding -> Printable.of(finding.line())),
                NextStep.of(status, commands).stream()
                        .flatMap(step -> Stream.concat(
                                Stream.of(Printable.of(step.what())),
                                step.command().stream().map(command -> "  " + command))));
    }

    private String summary() {
        TreeMap<ConnectionState, Long> byState = statuses.stream()
                .collect(Collectors.groupingBy(ConnectionStatus::state, TreeMap::new, Collectors.counting()));
        String states = byState.descendingMap().entrySet().stream()
                .map(state -> "%d %s".formatted(state.getValue(), state.getKey()))
                .collect(Collectors.joining(", "));
        return "%d connection%s%s"
                .formatted(statuses.size(), statuses.size() == 1 ? "" : "s", states.isEmpty() ? "" : ": " + states);
    }

    /** The report for programs. */
    public String json() {
        ObjectNode report = JsonMapper.shared().createObjectNode();
        ArrayNode connections = report.putArray("connections");
        statuses.forEach(status -> add(connections.addObject(), status));
        return report.toPrettyString();
    }

    private void add(ObjectNode node, ConnectionStatus status) {
        ConnectionFacts facts = status.facts();
        node.put("customer", facts.path().customer())
                .put("connection", facts.path().connection())
                .put("integration", facts.path().integration())
                .put("state", status.state().toString())
                .put("broken", status.isBroken())
                .put("turn", StatusTable.word(status.turn()))
                .put("acceptance", status.acceptance())
                .put("dns", status.dns().toString());
        facts.endpointId().ifPresent(id -> node.put("endpointId", id));
        facts.endpoint().ifPresent(endpoint -> node.put("endpointState", endpoint.state()));
        status.since().ifPresent(since -> node.put("since", since.toString()));
        ObjectNode stacks = node.putObject("stacks");
        facts.stacks()
                .all()
                .forEach(stack -> stacks.put(
                        stack.name(),
                        stack.deployed().map(DeployedStack::status).orElse(null)));
        ArrayNode findings = node.putArray("findings");
        status.findings().forEach(finding -> add(findings.addObject(), finding));
        NextStep.of(status, commands).ifPresent(step -> {
            ObjectNode next = node.putObject("next").put("what", step.what());
            step.command().ifPresent(command -> next.put("command", command));
        });
    }

    private static void add(ObjectNode node, Finding finding) {
        node.put("code", finding.code()).put("found", finding.found()).put("remedy", finding.remedy());
    }
}
