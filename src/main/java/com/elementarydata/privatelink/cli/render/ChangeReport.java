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
     * @param screen where it is shown
     */
    List<String> lines(Screen screen) {
        List<String> lines = new ArrayList<>();
        cutOff().ifPresent(what -> {
            lines.add("");
            lines.addAll(Wrapped.words(what, screen.width()));
            lines.add("");
            lines.addAll(indented(endpointsCutOff(), Tone.BAD, screen));
        });
        List<String> stacks = stacks(screen);
        lines.add("");
        lines.addAll(Wrapped.words(summary() + (stacks.isEmpty() ? "." : ":"), screen.width()));
        if (!stacks.isEmpty()) {
            lines.add("");
            lines.addAll(stacks);
        }
        return lines;
    }

    private static List<String> indented(Stream<String> texts, Tone tone, Screen screen) {
        return texts.flatMap(text -> Wrapped.words(text, screen.width() - INDENT.length()).stream())
                .map(text -> INDENT + screen.toned(tone, text))
                .toList();
    }

    private List<String> stacks(Screen screen) {
        Stream<String> leftBehind = plan.leftBehind().stream()
                .map(stack ->
                        head(Tone.WAITING, "left-behind", "%s in %s".formatted(stack.name(), stack.region()), screen));
        return Stream.of(
                        different().flatMap(one -> stack(one.getKey(), one.getValue(), screen)),
                        leftBehind,
                        indented(plan.notRead().stream(), Tone.QUIET, screen).stream())
                .flatMap(lines -> lines)
                .toList();
    }

    /** The stacks that are not the same, in the order of deployment. */
    Stream<Map.Entry<String, Change>> different() {
        return plan.stacks().entrySet().stream().filter(one -> one.getValue() != Change.SAME);
    }

    private Stream<String> stack(String name, Change change, Screen screen) {
        Stream<String> changes = changes(name).stream().flatMap(found -> {
            if (change == Change.NEW) {
                return Stream.of(ChangeWords.counts(found));
            }
            return Stream.concat(
                    found.resources().stream().map(ChangeWords::of),
                    found.sections().stream().map(ChangeWords::of));
        });
        return Stream.concat(
                Stream.of(head(tone(change), change.toString(), name, screen)),
                changes.flatMap(words ->
                        Wrapped.hanging("    ", "      ", Wrapped.words(words, screen.width() - 6)).stream()));
    }

    private static String head(Tone tone, String change, String stack, Screen screen) {
        return INDENT + screen.toned(tone, "%-12s".formatted(change)) + " " + stack;
    }

    /** Whether somebody has to look at it. */
    private static Tone tone(Change change) {
        return switch (change) {
            case NEW -> Tone.GOOD;
            case CHANGED, IN_PROGRESS -> Tone.WAITING;
            case NOT_IMPORTED, FAILED -> Tone.BAD;
            case SAME, NOT_READ -> Tone.QUIET;
        };
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
