package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.judge.NameMoves;
import com.elementarydata.privatelink.judge.NewName;
import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.operation.deployment.LivePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What AWS says of a plan, for people and for programs: what has to hold before a deployment, and what it would change.
 *
 * @param preconditions the finding of each precondition
 * @param plan compared with what is already deployed, where it was
 */
public record LiveReport(List<Finding> preconditions, Optional<LivePlan> plan) {

    private static final String INDENT = "  ";

    /**
     * For people.
     *
     * @param screen where it is shown
     */
    public List<String> lines(Screen screen) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(Wrapped.words(CheckedPrecondition.summary(preconditions), screen.width()));
        lines.addAll(table(screen));
        unmet().forEach(finding -> lines.addAll(lines(finding, screen)));
        lines.addAll(names("New names:", NewName.CHECK, screen));
        lines.addAll(names("Names that move:", NameMoves.CHECK, screen));
        plan.ifPresent(compared -> lines.addAll(new ChangeReport(compared).lines(screen)));
        return lines;
    }

    /** What is said of preconditions that are not met. */
    Stream<Finding> unmet() {
        return preconditions.stream().filter(finding -> !CheckedPrecondition.isMet(finding));
    }

    private List<String> table(Screen screen) {
        return preconditions.isEmpty()
                ? List.of()
                : Table.<CheckedPrecondition>of(List.of(
                                Table.column("CODE", CheckedPrecondition::code),
                                Table.column("PRECONDITION", CheckedPrecondition::title),
                                Table.column("RESULT", CheckedPrecondition::result)
                                        .toned(CheckedPrecondition::tone)))
                        .lines(CheckedPrecondition.of(preconditions), screen);
    }

    /** What is said of names that need no attention. */
    Stream<String> found(Check check) {
        return preconditions.stream()
                .filter(finding ->
                        CheckedPrecondition.isMet(finding) && finding.code().equals(check.code()))
                .map(Finding::found);
    }

    private List<String> names(String title, Check check, Screen screen) {
        List<String> lines = found(check)
                .flatMap(found -> Wrapped.words(found, screen.width() - INDENT.length()).stream())
                .map(INDENT::concat)
                .toList();
        return lines.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of("", title, ""), lines.stream()).toList();
    }

    /** All about a precondition that is not met. */
    private static List<String> lines(Finding finding, Screen screen) {
        String head = "%s %s: %s"
                .formatted(
                        finding.code(),
                        finding.title(),
                        screen.toned(Tone.of(finding.verdict()), PathPicture.words(finding.verdict())));
        Stream<String> text = Stream.of(finding.found(), finding.remedy())
                .filter(words -> !words.isEmpty())
                .flatMap(words -> Wrapped.words(words, screen.width() - 2 * INDENT.length()).stream());
        return Stream.of(
                        Stream.of(INDENT + head),
                        text.map((INDENT + INDENT)::concat),
                        Wrapped.commands(finding.commands(), INDENT + INDENT, screen.width()).stream())
                .flatMap(lines -> lines)
                .toList();
    }
}
