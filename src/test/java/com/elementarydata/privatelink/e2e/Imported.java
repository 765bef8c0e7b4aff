package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.demo.LocalAws;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code bin/privatelink adopt} prints, done as a person does it. */
final class Imported {

    private static final Pattern CHANGE =
            Pattern.compile("^# [0-9]+[.] Write in (.*), (below .*|on .*):\n((?:# {5}.*\n)+)", Pattern.MULTILINE);

    private static final String BELOW = "below ";

    private Imported() {}

    /** Writes in the files what comments say. */
    static void writeChanges(String printed) throws IOException {
        // long comments are on several lines
        String whole = printed.replaceAll("(?<=\\S)\n# (?! )", " ");
        for (MatchResult change : CHANGE.matcher(whole).results().toList()) {
            String place = change.group(2);
            List<String> lines = change.group(3)
                    .lines()
                    .map(line -> line.substring("# ".length()) + "\n")
                    .toList();
            Path file = Path.of(change.group(1));
            String text = Files.readString(file);
            String written = place.startsWith(BELOW)
                    ? below(text, place.substring(BELOW.length()), lines)
                    : inPlace(text, lines);
            assertThat(written).isNotEqualTo(text);
            Files.writeString(file, written);
        }
    }

    private static String below(String text, String region, List<String> lines) {
        return text.replace("  %s:\n".formatted(region), "  %s:\n%s".formatted(region, String.join("", lines)));
    }

    /** The customers here have one connection each. */
    private static String inPlace(String text, List<String> lines) {
        String kept = text.lines()
                .filter(line -> !line.startsWith("    endpoint: ") && !line.startsWith("    dns: "))
                .collect(Collectors.joining("\n", "", "\n"));
        boolean named = lines.stream().anyMatch(line -> line.contains("dns: "));
        return kept + String.join("", lines) + (named ? "" : "    dns: external\n");
    }

    /** Runs the commands, in the project's folder. */
    static void run(LocalAws aws, String printed) throws IOException, InterruptedException {
        assertThat(printed.lines().flatMap(line -> PrintedCommand.of(line).stream()))
                .contains(PrintedCommand.IMPORT, PrintedCommand.LIVE_PLAN);
        Path script = Files.writeString(Files.createTempFile("adopt-", ".sh"), printed);
        ProcessBuilder shell = new ProcessBuilder("sh", "-e", script.toString()).redirectErrorStream(true);
        aws.lead(shell, Accounts.ELEMENTARY);
        shell.environment().put("AWS_REGION", Accounts.PRODUCTION_REGION.code());
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
