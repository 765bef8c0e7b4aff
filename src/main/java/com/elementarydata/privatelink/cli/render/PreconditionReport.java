package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Printable;
import com.elementarydata.privatelink.model.Verdict;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * What has to hold before a deployment, for people and for programs.
 *
 * @param findings the finding of each precondition
 */
public record PreconditionReport(List<Finding> findings) {

    private static final int WIDTH = 78;

    /** For people: how many hold, and all about those that do not. */
    public List<String> lines() {
        long passed = findings.stream()
                .filter(finding -> finding.verdict() == Verdict.PASSED)
                .count();
        Stream<String> others = findings.stream()
                .filter(finding -> finding.verdict() != Verdict.PASSED)
                .flatMap(PreconditionReport::lines);
        return Stream.concat(
                        Stream.of("", "%d of %d preconditions are met on AWS".formatted(passed, findings.size())),
                        others)
                .toList();
    }

    private static Stream<String> lines(Finding finding) {
        Stream<String> head = Stream.of(
                "  %s %s: %s".formatted(finding.code(), finding.title(), PathPicture.words(finding.verdict())));
        Stream<String> text = Stream.of(finding.found(), finding.remedy())
                .filter(words -> !words.isEmpty())
                .flatMap(words -> Wrapped.words(Printable.of(words), WIDTH - 4).stream());
        Stream<String> typed = finding.commands().stream()
                .flatMap(command -> Wrapped.command(Printable.of(command), WIDTH - 4).stream());
        return Stream.concat(head, Stream.concat(text, typed).map(line -> "    " + line));
    }

    /** For programs, beside what else a report says. */
    public void addTo(ObjectNode report) {
        findings.forEach(finding -> PathReport.add(report.withArray("preconditions"), finding));
    }
}
