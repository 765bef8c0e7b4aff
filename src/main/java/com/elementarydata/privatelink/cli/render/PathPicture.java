package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Printable;
import com.elementarydata.privatelink.model.Verdict;
import com.elementarydata.privatelink.operation.diagnosis.PathDiagnosis;
import com.google.common.base.Joiner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A diagnosis as a picture of the path.
 *
 * @param diagnosis the diagnosis
 * @param screen where it is shown; a narrower one than of 60 columns breaks its lines
 */
public record PathPicture(PathDiagnosis diagnosis, Screen screen) {

    private static final int NARROWEST = 60;
    private static final String BAR = "│ ";
    private static final int BESIDE = 38;
    private static final int BELOW = 10;

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        ExpectedPath path = diagnosis.path();
        lines.add(Printable.of("%s: %s, TCP %s"
                .formatted(path.name(), path.integration(), Joiner.on(", ").join(path.ports()))));
        String section = "";
        for (Finding finding : diagnosis.findings()) {
            String next = section(finding);
            if (!next.equals(section)) {
                lines.add("│");
                lines.add("├─ " + Printable.of(next));
                section = next;
            }
            lines.addAll(hop(finding));
        }
        lines.addAll(List.of("│", "└─> " + Printable.of(path.serviceName()), ""));
        lines.addAll(verdict());
        lines.addAll(unseen());
        if (diagnosis.firstBroken().isPresent()) {
            lines.add("docs/diagnosis.md explains each code.");
        }
        return lines;
    }

    private String section(Finding finding) {
        ExpectedPath path = diagnosis.path();
        return switch (finding.code().substring(0, 3)) {
            case "PD1" -> "before the first packet";
            case "PD2" -> "the names";
            case "PD3" -> "from production to the endpoint in %s".formatted(path.endpointRegion());
            case "PD4" -> "PrivateLink to %s".formatted(path.serviceRegion());
            default -> "behind the endpoint service";
        };
    }

    private List<String> hop(Finding finding) {
        String head = "%s%s %s %-21s ".formatted(BAR, colour(finding.verdict()), finding.code(), finding.title());
        List<String> beside = Wrapped.words(finding.found(), width() - BESIDE);
        if (beside.stream().allMatch(line -> line.length() <= width() - BESIDE)) {
            return Wrapped.hanging(head, BAR + " ".repeat(BESIDE - 2), beside);
        }
        List<String> below = new ArrayList<>(Wrapped.words(finding.found(), width() - BELOW));
        below.add(0, head.stripTrailing());
        return Wrapped.hanging("", BAR + " ".repeat(BELOW - 2), below);
    }

    private String colour(Verdict verdict) {
        return screen.toned(Tone.of(verdict), "%-7s".formatted(words(verdict)));
    }

    private int width() {
        return Math.max(NARROWEST, screen.width());
    }

    /** As people read it. */
    static String words(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "ok";
            case FAILED -> "FAILED";
            case WARNING -> "warning";
            case UNKNOWN -> "unknown";
            case NOT_YET -> "not yet";
        };
    }

    private List<String> verdict() {
        List<String> lines = new ArrayList<>();
        Optional<Finding> first = diagnosis.firstBroken();
        if (first.isEmpty()) {
            lines.add(nothingBroken());
        }
        first.ifPresent(broken -> lines.addAll(blamed(broken)));
        List<Finding> others = diagnosis.blamed().skip(1).toList();
        if (!others.isEmpty()) {
            lines.add("Also broken further on, perhaps because of it:");
            others.forEach(other -> lines.add("  %s %s: %s"
                    .formatted(other.code(), other.title(), other.party().words())));
        }
        diagnosis.warnings().forEach(warning -> {
            lines.add("%s: %s %s".formatted(screen.toned(Tone.WAITING, "Warning"), warning.code(), warning.title()));
            lines.addAll(remedy(warning));
        });
        return lines;
    }

    private String nothingBroken() {
        int unjudged = diagnosis.unjudged().size();
        return unjudged == 0
                ? "Nothing is broken, as far as this side can see."
                : "No broken link was found, but %d could not be judged; why is beside each.".formatted(unjudged);
    }

    private List<String> blamed(Finding broken) {
        List<String> lines = new ArrayList<>();
        lines.add("%s: %s %s".formatted(screen.toned(Tone.BAD, "First broken link"), broken.code(), broken.title()));
        Wrapped.words(broken.found(), width() - 2).forEach(line -> lines.add("  " + line));
        lines.add("Who must act: %s".formatted(broken.party().words()));
        lines.addAll(remedy(broken));
        return lines;
    }

    private List<String> unseen() {
        List<String> typed = diagnosis.findings().stream()
                .filter(finding -> finding.code().equals("PD501"))
                .flatMap(hidden -> typed(hidden).stream())
                .toList();
        String head = "Not visible from here: what the customer's own credentials show";
        return typed.isEmpty()
                ? typed
                : Stream.concat(Stream.of(head), typed.stream()).toList();
    }

    private List<String> remedy(Finding finding) {
        List<String> remedy = Wrapped.words("What to do: " + finding.remedy(), width() - 2);
        return Stream.of(Wrapped.hanging("", "  ", remedy), typed(finding))
                .flatMap(List::stream)
                .toList();
    }

    private List<String> typed(Finding finding) {
        return Wrapped.commands(finding.commands(), "  ", width());
    }
}
