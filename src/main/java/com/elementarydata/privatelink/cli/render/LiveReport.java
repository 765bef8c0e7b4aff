package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.operation.deployment.LivePlan;
import com.elementarydata.privatelink.operation.deployment.StackChange;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A plan, compared with what is already deployed, for people and for programs. */
public record LiveReport(LivePlan plan) {

    /** For people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("", "On AWS %s:".formatted(summary()), ""));
        plan.changes().stream()
                .filter(one -> one.change() != StackChange.SAME)
                .forEach(one -> lines.add("  %-12s %s".formatted(one.change(), one.name())));
        plan.leftBehind()
                .forEach(stack -> lines.add("  %-12s %s in %s".formatted("left-behind", stack.name(), stack.region())));
        if (lines.size() == 3) {
            lines.remove(2);
        }
        return lines;
    }

    private String summary() {
        SortedMap<StackChange, Long> counts = plan.changes().stream()
                .collect(Collectors.groupingBy(LivePlan.Change::change, TreeMap::new, Collectors.counting()));
        List<String> words = new ArrayList<>();
        counts.forEach((change, count) -> words.add("%d %s".formatted(count, change)));
        if (!plan.leftBehind().isEmpty()) {
            words.add("%d left-behind".formatted(plan.leftBehind().size()));
        }
        return String.join(", ", words);
    }

    /** For programs: what each stack is, beside what the plan says of it. */
    public void addTo(ObjectNode report) {
        ObjectNode live = report.putObject("live");
        ObjectNode stacks = live.putObject("stacks");
        plan.changes().forEach(one -> stacks.put(one.name(), one.change().toString()));
        ArrayNode others = live.putArray("leftBehind");
        plan.leftBehind()
                .forEach(stack -> others.addObject()
                        .put("name", stack.name())
                        .put("region", stack.region().code()));
    }
}
