package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.net.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a plan comes to where something is deployed already.
 *
 * @param changes how each planned stack differs, in the order of deployment
 * @param leftBehind stacks that are there, and that no file asks for
 */
record LivePlan(List<Change> changes, List<LeftBehind> leftBehind) {

    /**
     * A planned stack.
     *
     * @param name its name
     * @param change how it differs
     */
    record Change(String name, StackChange change) {}

    /**
     * A stack that no file asks for.
     *
     * @param name its name
     * @param region where it is
     */
    record LeftBehind(String name, Region region) {}

    /** Whether a deployment would lead to what is planned, and to nothing else. */
    boolean isFine() {
        return leftBehind.isEmpty() && changes.stream().noneMatch(one -> one.change() == StackChange.FAILED);
    }

    /** For people. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("", "On AWS %s:".formatted(summary()), ""));
        changes.stream()
                .filter(one -> one.change() != StackChange.SAME)
                .forEach(one -> lines.add("  %-12s %s".formatted(one.change(), one.name())));
        leftBehind.forEach(
                stack -> lines.add("  %-12s %s in %s".formatted("left-behind", stack.name(), stack.region())));
        if (lines.size() == 3) {
            lines.remove(2);
        }
        return lines;
    }

    private String summary() {
        SortedMap<StackChange, Long> counts =
                changes.stream().collect(Collectors.groupingBy(Change::change, TreeMap::new, Collectors.counting()));
        List<String> words = new ArrayList<>();
        counts.forEach((change, count) -> words.add("%d %s".formatted(count, change)));
        if (!leftBehind.isEmpty()) {
            words.add("%d left-behind".formatted(leftBehind.size()));
        }
        return String.join(", ", words);
    }

    /** For programs: what each stack is, beside what the plan says of it. */
    void addTo(ObjectNode report) {
        ObjectNode live = report.putObject("live");
        ObjectNode stacks = live.putObject("stacks");
        changes.forEach(one -> stacks.put(one.name(), one.change().toString()));
        ArrayNode others = live.putArray("leftBehind");
        leftBehind.forEach(stack -> others.addObject()
                .put("name", stack.name())
                .put("region", stack.region().code()));
    }
}
