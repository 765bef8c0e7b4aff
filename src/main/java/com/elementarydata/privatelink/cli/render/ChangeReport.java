package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.model.Words;
import com.elementarydata.privatelink.operation.deployment.LivePlan;
import com.elementarydata.privatelink.operation.deployment.LivePlan.Change;
import com.elementarydata.privatelink.operation.deployment.ResourceChange;
import com.elementarydata.privatelink.operation.deployment.StackChanges;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a deployment would change, for people. Of what does not exist yet there is only the number of resources, and what stays
 * the same is only counted.
 *
 * @param plan compared with what is deployed
 */
record ChangeReport(LivePlan plan) {

    private static final String INDENT = "  ";

    /**
     * The report.
     *
     * @param width how many characters fit a line
     */
    List<String> lines(int width) {
        List<String> lines = new ArrayList<>();
        cutOff().ifPresent(what -> {
            lines.add("");
            lines.addAll(Wrapped.words(what, width));
            lines.add("");
            lines.addAll(indented(endpointsCutOff(), width));
        });
        List<String> stacks = stacks(width);
        lines.add("");
        lines.add(summary() + (stacks.isEmpty() ? "." : ":"));
        if (!stacks.isEmpty()) {
            lines.add("");
            lines.addAll(stacks);
        }
        return lines;
    }

    private static List<String> indented(Stream<String> texts, int width) {
        return texts.flatMap(text -> Wrapped.words(text, width - INDENT.length()).stream())
                .map(INDENT::concat)
                .toList();
    }

    private List<String> stacks(int width) {
        Stream<String> leftBehind = plan.leftBehind().stream()
                .map(stack -> "  %-12s %s in %s".formatted("left-behind", stack.name(), stack.region()));
        return Stream.of(
                        different().flatMap(one -> stack(one.getKey(), one.getValue(), width)),
                        leftBehind,
                        indented(plan.notRead().stream(), width).stream())
                .flatMap(lines -> lines)
                .toList();
    }

    /** The stacks that are not the same, in the order of deployment. */
    Stream<Map.Entry<String, Change>> different() {
        return plan.stacks().entrySet().stream().filter(one -> one.getValue() != Change.SAME);
    }

    private Stream<String> stack(String name, Change change, int width) {
        Stream<String> changes = changes(name).stream().flatMap(found -> {
            if (change == Change.NEW) {
                return Stream.of(ChangeWords.counts(found));
            }
            return Stream.concat(
                    found.resources().stream().map(ChangeWords::of),
                    found.sections().stream().map(ChangeWords::of));
        });
        return Stream.concat(
                Stream.of("  %-12s %s".formatted(change, name)),
                changes.flatMap(words -> Wrapped.hanging("    ", "      ", Wrapped.words(words, width - 6)).stream()));
    }

    /** What changes in a stack; empty where that was not compared. */
    Optional<StackChanges> changes(String stack) {
        return Optional.ofNullable(plan.changes().get(stack));
    }

    /** As in {@code On AWS 1 new, 2 changed}. */
    String summary() {
        String counts = Words.counts(plan.stacks().values().stream(), Comparator.naturalOrder());
        int others = plan.leftBehind().size();
        String all = Stream.of(counts, others == 0 ? "" : "%d left-behind".formatted(others))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "Nothing changes on AWS" : "On AWS " + all;
    }

    /** A sentence about what cuts a customer off; empty where nothing does. */
    Optional<String> cutOff() {
        return endpointsCutOff().findAny().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "These endpoints are cut off. A replaced one carries no traffic until its provider accepts"
                                + " the new endpoint; a removed one is gone for good. To move without a break, add a second"
                                + " connection first (docs/operations.md, Moving a connection):");
    }

    /** The endpoints that a deployment cuts off, each in a few words. */
    Stream<String> endpointsCutOff() {
        return plan.changes().entrySet().stream()
                .flatMap(stack -> stack.getValue().resources().stream()
                        .filter(ResourceChange::cutsOff)
                        .map(endpoint -> "%s of %s: %s"
                                .formatted(endpoint.name(), stack.getKey(), ChangeWords.words(endpoint.action()))));
    }
}
