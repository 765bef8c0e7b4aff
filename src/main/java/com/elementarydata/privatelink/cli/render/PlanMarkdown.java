package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.fleet.PlannedStack;
import com.elementarydata.privatelink.judge.NameMoves;
import com.elementarydata.privatelink.judge.NewName;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Markdown;
import com.elementarydata.privatelink.operation.deployment.LivePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plan as GitHub's Markdown, for a comment on a pull request. All text from elsewhere is quoted.
 *
 * @param report the plan
 * @param live what AWS says, where it was asked
 */
public record PlanMarkdown(PlanReport report, Optional<LiveReport> live) {

    private static final String ITEM = "- ";

    /** The whole document, whose last line ends. */
    public String document() {
        List<String> lines = new ArrayList<>(List.of("## PrivateLink plan", ""));
        lines.addAll(stacks());
        plan().ifPresent(compared -> lines.addAll(new ChangeMarkdown(compared).lines()));
        live.ifPresent(found -> lines.addAll(preconditions(found)));
        lines.addAll(commands());
        return String.join("\n", lines) + "\n";
    }

    private Optional<LivePlan> plan() {
        return live.flatMap(LiveReport::plan);
    }

    /** Where AWS was asked, what stays the same is only counted. */
    private List<String> stacks() {
        if (report.plan().stacks().isEmpty()) {
            return List.of(Markdown.text(report.none()));
        }
        List<PlannedStack> shown = report.plan().stacks().stream()
                .filter(stack -> plan().filter(found -> change(found, stack) == LivePlan.Change.SAME)
                        .isEmpty())
                .toList();
        List<String> lines = new ArrayList<>();
        if (!shown.isEmpty()) {
            boolean compared = plan().isPresent();
            lines.add("| Stack | Region | Connections |" + (compared ? " On AWS |" : ""));
            lines.add("| --- | --- | --- |" + (compared ? " --- |" : ""));
            shown.forEach(stack -> lines.add(row(stack)));
        }
        plan().ifPresent(found -> {
            lines.addAll(shown.isEmpty() ? List.of() : List.of(""));
            lines.add(new ChangeReport(found).summary() + ".");
        });
        return lines;
    }

    private static LivePlan.Change change(LivePlan found, PlannedStack stack) {
        return Objects.requireNonNull(found.stacks().get(stack.name()));
    }

    private String row(PlannedStack stack) {
        Stream<String> cells =
                Stream.of(stack.name(), stack.region().code(), String.join(", ", PlanReport.connections(stack)));
        Stream<String> compared = plan().map(found -> change(found, stack).toString()).stream();
        return Stream.concat(cells, compared).map(Markdown::text).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static List<String> preconditions(LiveReport found) {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "### Preconditions",
                "",
                CheckedPrecondition.summary(found.preconditions()) + ".",
                "",
                "| Code | Precondition | Result |",
                "| --- | --- | --- |"));
        CheckedPrecondition.of(found.preconditions())
                .forEach(each -> lines.add(Stream.of(each.code(), each.title(), each.result())
                        .map(Markdown::text)
                        .collect(Collectors.joining(" | ", "| ", " |"))));
        found.unmet().forEach(finding -> lines.addAll(unmet(finding)));
        lines.addAll(list("New names:", found.found(NewName.CHECK)));
        lines.addAll(list("Names that move:", found.found(NameMoves.CHECK)));
        return lines;
    }

    private static List<String> list(String title, Stream<String> texts) {
        List<String> items = texts.map(text -> ITEM + Markdown.text(text)).toList();
        return items.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of("", title, ""), items.stream()).toList();
    }

    private static List<String> unmet(Finding finding) {
        String verdict = PathPicture.words(finding.verdict());
        String head =
                "**%s: %s**".formatted(Markdown.text("%s %s".formatted(finding.code(), finding.title())), verdict);
        String words = Stream.of(finding.found(), finding.remedy())
                .filter(text -> !text.isEmpty())
                .map(Markdown::text)
                .collect(Collectors.joining("; "));
        return Stream.concat(Stream.of("", head + " " + words), fence(finding.commands()))
                .toList();
    }

    private List<String> commands() {
        List<String> lines = new ArrayList<>();
        List<PlanSteps.Step> steps = report.steps(live).all();
        if (!steps.isEmpty()) {
            lines.addAll(List.of("", "### Commands"));
        }
        steps.forEach(step -> {
            lines.addAll(List.of("", Markdown.text(step.why())));
            lines.addAll(fence(step.commands()).toList());
        });
        return lines;
    }

    /** Each command is in one line, and begins with the name of a program, so that none ends the fence. */
    private static Stream<String> fence(List<String> commands) {
        return commands.isEmpty()
                ? Stream.empty()
                : Stream.of(Stream.of("", "```sh"), commands.stream(), Stream.of("```"))
                        .flatMap(lines -> lines);
    }
}
