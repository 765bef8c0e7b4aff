package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Printable;
import com.elementarydata.privatelink.model.Verdict;
import com.elementarydata.privatelink.operation.diagnosis.PathDiagnosis;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/**
 * A diagnosis as a picture of the path, in 80 columns.
 *
 * @param diagnosis the diagnosis
 * @param colours whether there are any
 */
public record PathPicture(PathDiagnosis diagnosis, Ansi colours) {

    private static final int WIDTH = 80;
    private static final String BAR = "│ ";
    private static final int BESIDE = 38;
    private static final int BELOW = 10;

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        ExpectedPath path = diagnosis.path();
        lines.add(Printable.of("%s: %s, TCP %s"
                .formatted(
                        path.name(),
                        path.integration(),
                        path.ports().stream().map(String::valueOf).collect(Collectors.joining(", ")))));
        String section = "";
        for (Finding finding : diagnosis.findings()) {
            String next = section(finding);
            if (!next.equals(section)) {
                lines.add("│");
                lines.add("├─ " + next);
                section = next;
            }
            lines.addAll(hop(finding));
        }
        lines.add("│");
        lines.add("└─> " + Printable.of(path.serviceName()));
        lines.add("");
        lines.addAll(verdict());
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
        List<String> beside = Wrapped.words(Printable.of(finding.found()), WIDTH - BESIDE);
        if (beside.stream().allMatch(line -> line.length() <= WIDTH - BESIDE)) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < beside.size(); i++) {
                lines.add(i == 0 ? head + beside.get(i) : BAR + " ".repeat(BESIDE - 2) + beside.get(i));
            }
            return lines;
        }
        List<String> lines = new ArrayList<>(List.of(head.stripTrailing()));
        Wrapped.words(Printable.of(finding.found()), WIDTH - BELOW)
                .forEach(line -> lines.add(BAR + " ".repeat(BELOW - 2) + line));
        return lines;
    }

    private String colour(Verdict verdict) {
        String words = "%-7s".formatted(words(verdict));
        String style = switch (verdict) {
            case PASSED -> "green";
            case FAILED -> "bold,red";
            case WARNING -> "yellow";
            case UNKNOWN, NOT_YET -> "faint";
        };
        return colours.string("@|%s %s|@".formatted(style, words));
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
        diagnosis
                .firstBroken()
                .ifPresentOrElse(
                        broken -> {
                            lines.add("First broken link: %s %s".formatted(broken.code(), broken.title()));
                            lines.addAll(indented(broken.found()));
                            lines.add(
                                    "Who must act: %s".formatted(broken.party().words()));
                            lines.addAll(remedy(broken));
                        },
                        () -> lines.add("Nothing is broken, as far as this side can see."));
        List<Finding> others = diagnosis.blamed().skip(1).toList();
        if (!others.isEmpty()) {
            lines.add("Also broken further on, perhaps because of it:");
            others.forEach(other -> lines.add("  %s %s: %s"
                    .formatted(other.code(), other.title(), other.party().words())));
        }
        diagnosis.warnings().forEach(warning -> {
            lines.add("Warning: %s %s".formatted(warning.code(), warning.title()));
            lines.addAll(remedy(warning));
        });
        unseen(lines);
        return lines;
    }

    private void unseen(List<String> lines) {
        diagnosis.findings().stream()
                .filter(finding ->
                        finding.code().equals("PD501") && !finding.commands().isEmpty())
                .findFirst()
                .ifPresent(hidden -> {
                    lines.add("Not visible from here: what the customer's own credentials show");
                    lines.addAll(typed(hidden));
                });
        if (diagnosis.firstBroken().isPresent()) {
            lines.add("docs/diagnosis.md explains each code.");
        }
    }

    private static List<String> remedy(Finding finding) {
        List<String> lines = new ArrayList<>();
        List<String> remedy = Wrapped.words("What to do: " + Printable.of(finding.remedy()), WIDTH - 2);
        for (int i = 0; i < remedy.size(); i++) {
            lines.add((i == 0 ? "" : "  ") + remedy.get(i));
        }
        lines.addAll(typed(finding));
        return lines;
    }

    private static List<String> typed(Finding finding) {
        return finding.commands().stream()
                .flatMap(command -> Wrapped.command(Printable.of(command), WIDTH - 2).stream())
                .map(line -> "  " + line)
                .toList();
    }

    private static List<String> indented(String text) {
        return Wrapped.words(Printable.of(text), WIDTH - 2).stream()
                .map(line -> "  " + line)
                .toList();
    }
}
