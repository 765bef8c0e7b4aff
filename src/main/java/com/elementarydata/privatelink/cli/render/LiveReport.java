package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.judge.NameMoves;
import com.elementarydata.privatelink.judge.NewName;
import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Verdict;
import com.elementarydata.privatelink.model.Words;
import com.elementarydata.privatelink.operation.deployment.LivePlan;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What AWS says of a plan, for people and for programs: what has to hold before a deployment, and what it would change.
 *
 * @param preconditions the finding of each precondition
 * @param plan compared with what is already deployed, where it was
 */
public record LiveReport(List<Finding> preconditions, Optional<LivePlan> plan) {

    private static final int WIDTH = 74;

    /** For people. */
    public List<String> lines() {
        long passed = preconditions.stream().filter(LiveReport::isMet).count();
        Stream<String> met =
                Stream.of("", "%d of %d preconditions are met on AWS".formatted(passed, preconditions.size()));
        Stream<String> others =
                preconditions.stream().filter(finding -> !isMet(finding)).flatMap(LiveReport::lines);
        return Stream.of(
                        met,
                        others,
                        names("New names:", NewName.CHECK),
                        names("Names that move:", NameMoves.CHECK),
                        plan.stream().flatMap(LiveReport::lines))
                .flatMap(lines -> lines)
                .toList();
    }

    /** What is said of names that need no attention. */
    private Stream<String> names(String title, Check check) {
        List<String> lines = preconditions.stream()
                .filter(finding -> isMet(finding) && finding.code().equals(check.code()))
                .flatMap(finding -> Wrapped.words(finding.found(), WIDTH).stream())
                .map("  "::concat)
                .toList();
        return lines.isEmpty() ? Stream.empty() : Stream.concat(Stream.of("", title, ""), lines.stream());
    }

    private static boolean isMet(Finding finding) {
        return finding.verdict() == Verdict.PASSED;
    }

    /** All about a precondition that is not met. */
    private static Stream<String> lines(Finding finding) {
        Stream<String> head = Stream.of(
                "  %s %s: %s".formatted(finding.code(), finding.title(), PathPicture.words(finding.verdict())));
        Stream<String> text = Stream.of(finding.found(), finding.remedy())
                .filter(words -> !words.isEmpty())
                .flatMap(words -> Wrapped.words(words, WIDTH).stream());
        Stream<String> typed = finding.commands().stream().flatMap(command -> Wrapped.command(command, WIDTH).stream());
        return Stream.concat(head, Stream.concat(text, typed).map("    "::concat));
    }

    private static Stream<String> lines(LivePlan plan) {
        Stream<String> changes = plan.stacks().entrySet().stream()
                .filter(one -> one.getValue() != LivePlan.Change.SAME)
                .map(one -> "  %-12s %s".formatted(one.getValue(), one.getKey()));
        Stream<String> leftBehind = plan.leftBehind().stream()
                .map(stack -> "  %-12s %s in %s".formatted("left-behind", stack.name(), stack.region()));
        Stream<String> notRead = plan.notRead().stream().map("  "::concat);
        List<String> stacks =
                Stream.of(changes, leftBehind, notRead).flatMap(lines -> lines).toList();
        String summary = summary(plan);
        Stream<String> head =
                Stream.of("", summary.isEmpty() ? "Nothing changes on AWS." : "On AWS %s:".formatted(summary));
        return Stream.concat(head, stacks.isEmpty() ? Stream.empty() : Stream.concat(Stream.of(""), stacks.stream()));
    }

    private static String summary(LivePlan plan) {
        String changes = Words.counts(plan.stacks().values().stream(), Comparator.naturalOrder());
        int others = plan.leftBehind().size();
        return Stream.of(changes, others == 0 ? "" : "%d left-behind".formatted(others))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
