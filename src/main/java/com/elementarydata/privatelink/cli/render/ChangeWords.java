package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.operation.deployment.ResourceChange;
import com.elementarydata.privatelink.operation.deployment.ResourceChange.Action;
import com.elementarydata.privatelink.operation.deployment.SectionChange;
import com.elementarydata.privatelink.operation.deployment.StackChanges;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes in words. What is replaced is said so in capitals, since a replaced endpoint cuts a customer off. */
final class ChangeWords {

    private ChangeWords() {}

    /** A resource after a mark, or after a word where a mark is too little. */
    static String of(ResourceChange change) {
        String resource = "%s %s".formatted(change.type(), change.name());
        return switch (change.action()) {
            case ADDED -> "+ " + resource;
            case CHANGED -> "~ %s: %s".formatted(resource, String.join(", ", change.differences()));
            case REMOVED -> change.cutsOff() ? "- REMOVED: " + resource : "- " + resource;
            case RETAINED -> "- %s, which stays on AWS".formatted(resource);
            case REPLACED, MAY_BE_REPLACED ->
                "%s: %s, %s".formatted(words(change.action()).toUpperCase(Locale.ROOT), resource, reasons(change));
        };
    }

    /** Anything else after a mark. */
    static String of(SectionChange change) {
        String mark = switch (change.action()) {
            case ADDED -> "+";
            case REMOVED -> "-";
            default -> "~";
        };
        return "%s %s %s".formatted(mark, change.section(), change.name()).strip();
    }

    /** What it is replaced for, and what else changes. */
    static String reasons(ResourceChange change) {
        List<String> others = change.differences().stream()
                .filter(path -> change.replacing().stream().noneMatch(cause -> isWithin(path, cause)))
                .toList();
        return "for " + String.join(", ", change.replacing())
                + (others.isEmpty() ? "" : "; also changed: " + String.join(", ", others));
    }

    private static boolean isWithin(String path, String property) {
        return path.equals(property) || path.startsWith(property + ".");
    }

    /** What is done, in words. */
    static String words(Action action) {
        return action.toString().replace('-', ' ');
    }

    /** How many resources there are of each type. */
    static String counts(StackChanges changes) {
        return changes.resources().stream()
                .collect(Collectors.groupingBy(ResourceChange::type, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> "%d %s".formatted(each.getValue(), each.getKey()))
                .collect(Collectors.joining(", "));
    }

    /** How much is done of each, what cuts off first. */
    static String actions(StackChanges changes) {
        return Stream.of(Action.values())
                .flatMap(action -> {
                    long count = changes.resources().stream()
                            .filter(change -> change.action() == action)
                            .count();
                    return count == 0 ? Stream.empty() : Stream.of("%d %s".formatted(count, words(action)));
                })
                .collect(Collectors.joining(", "));
    }
}
