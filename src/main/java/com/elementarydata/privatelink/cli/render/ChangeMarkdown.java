package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.model.Markdown;
import com.elementarydata.privatelink.operation.deployment.LivePlan;
import com.elementarydata.privatelink.operation.deployment.LivePlan.Change;
import com.elementarydata.privatelink.operation.deployment.ResourceChange;
import com.elementarydata.privatelink.operation.deployment.SectionChange;
import com.elementarydata.privatelink.operation.deployment.StackChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a deployment would change, as GitHub's Markdown: what cuts off in the open, the resources of each stack below a line
 * that unfolds.
 *
 * @param plan compared with what is deployed
 */
record ChangeMarkdown(LivePlan plan) {

    private static final String ITEM = "- ";

    List<String> lines() {
        ChangeReport report = new ChangeReport(plan);
        List<String> lines = new ArrayList<>();
        report.cutOff().ifPresent(what -> {
            lines.addAll(List.of("", "> [!CAUTION]", "> " + Markdown.text(what), ">"));
            report.endpointsCutOff().forEach(endpoint -> lines.add("> - " + Markdown.text(endpoint)));
        });
        List<String> others = Stream.concat(
                        plan.leftBehind().stream()
                                .map(stack -> "left-behind: %s in %s".formatted(stack.name(), stack.region())),
                        plan.notRead().stream())
                .map(text -> ITEM + Markdown.text(text))
                .toList();
        if (!others.isEmpty()) {
            lines.add("");
            lines.addAll(others);
        }
        report.different()
                .forEach(one -> report.changes(one.getKey())
                        .ifPresent(changes -> lines.addAll(stack(one.getKey(), one.getValue(), changes))));
        return lines;
    }

    private static List<String> stack(String name, Change change, StackChanges changes) {
        List<String> lines = new ArrayList<>();
        String actions = ChangeWords.actions(changes);
        lines.add("");
        lines.add("<details><summary>%s: %s%s</summary>"
                .formatted(change, Markdown.text(name), actions.isEmpty() ? "" : " (%s)".formatted(actions)));
        lines.add("");
        if (change == Change.NEW) {
            lines.add(ITEM + Markdown.text(ChangeWords.counts(changes)));
        } else {
            changes.resources().forEach(resource -> lines.add(ITEM + item(resource)));
            changes.sections().forEach(section -> lines.add(ITEM + item(section)));
        }
        lines.addAll(List.of("", "</details>"));
        return lines;
    }

    private static String item(ResourceChange change) {
        String resource = "%s %s".formatted(code(change.type()), code(change.name()));
        String action = ChangeWords.words(change.action());
        return switch (change.action()) {
            case REPLACED, MAY_BE_REPLACED ->
                "**%s**: %s, %s"
                        .formatted(
                                action.toUpperCase(Locale.ROOT), resource, Markdown.text(ChangeWords.reasons(change)));
            case REMOVED -> "**removed**: " + resource;
            case CHANGED ->
                "changed: %s: %s"
                        .formatted(
                                resource,
                                change.differences().stream()
                                        .map(ChangeMarkdown::code)
                                        .collect(Collectors.joining(", ")));
            case RETAINED, ADDED -> "%s: %s".formatted(action, resource);
        };
    }

    private static String item(SectionChange change) {
        return "%s: %s"
                .formatted(
                        ChangeWords.words(change.action()),
                        Markdown.text("%s %s"
                                .formatted(change.section(), change.name())
                                .strip()));
    }

    private static String code(String text) {
        return "`%s`".formatted(Markdown.code(text));
    }
}
