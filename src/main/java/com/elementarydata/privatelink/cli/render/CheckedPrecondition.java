package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A precondition, and what all findings of it came to: one of connections has a finding for each.
 *
 * @param code its code
 * @param title its name
 * @param findings those of it
 */
record CheckedPrecondition(String code, String title, List<Finding> findings) {

    /** Each that was checked, in the order of the findings. */
    static List<CheckedPrecondition> of(List<Finding> findings) {
        Map<String, List<Finding>> byCode = new LinkedHashMap<>();
        findings.forEach(finding -> byCode.computeIfAbsent(finding.code(), absent -> new ArrayList<>())
                .add(finding));
        return byCode.entrySet().stream()
                .map(each -> new CheckedPrecondition(
                        each.getKey(), each.getValue().get(0).title(), each.getValue()))
                .toList();
    }

    /** As in {@code ok}, or {@code 1 FAILED, 2 ok}, from bad to good. */
    String result() {
        return worstFirst()
                .filter(verdict -> count(verdict) > 0)
                .map(verdict -> findings.size() == 1
                        ? PathPicture.words(verdict)
                        : "%d %s".formatted(count(verdict), PathPicture.words(verdict)))
                .collect(Collectors.joining(", "));
    }

    /** That of the worst. */
    Tone tone() {
        return worstFirst()
                .filter(verdict -> count(verdict) > 0)
                .findFirst()
                .map(Tone::of)
                .orElse(Tone.PLAIN);
    }

    private static Stream<Verdict> worstFirst() {
        return Stream.of(Verdict.values()).sorted((one, other) -> other.compareTo(one));
    }

    private long count(Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }

    static boolean isMet(Finding finding) {
        return finding.verdict() == Verdict.PASSED;
    }

    /** How many findings say that all is as it should be. */
    static String summary(List<Finding> findings) {
        return "%d of %d preconditions are met on AWS"
                .formatted(findings.stream().filter(CheckedPrecondition::isMet).count(), findings.size());
    }
}
