package com.elementarydata.privatelink.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.TestApp;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.model.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fleet folders and what they must become: templates, or problems. {@code -Dgolden.rewrite=true} rewrites what is
 * expected, for a person to read in the diff.
 */
class GoldenTest {

    private static final Path CASES = Path.of("src/test/cases");
    private static final String PROBLEMS = "problems.txt";
    private static final boolean REWRITE = Boolean.getBoolean("golden.rewrite");

    @TempDir
    private Path output;

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void becomes_what_is_expected(Path testCase) throws IOException {
        SortedMap<String, String> actual = synthesize(stacksOf(testCase));
        Path expected = testCase.resolve("expected");
        if (REWRITE) {
            rewrite(expected, actual);
        }
        assertThat(read(expected)).isEqualTo(actual);
    }

    /** The example fleet is the one at the top of the project. */
    static Path stacksOf(Path testCase) {
        return testCase.endsWith("example") ? Path.of("stacks") : testCase.resolve("stacks");
    }

    private SortedMap<String, String> synthesize(Path stacks) throws IOException {
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        boolean fine = FleetApp.run(
                TestApp.app(output, Map.of("stacks", stacks.toString())),
                new PrintStream(messages, true, StandardCharsets.UTF_8));
        CheckedFleet fleet = CheckedFleet.of(FleetFolder.read(stacks));
        assertThat(fine)
                .as(messages.toString(StandardCharsets.UTF_8))
                .isEqualTo(fleet.errors().isEmpty());
        SortedMap<String, String> actual = fine ? templates(output) : new TreeMap<>();
        if (!fleet.problems().isEmpty()) {
            actual.put(PROBLEMS, problems(fleet, stacks));
        }
        return actual;
    }

    private static String problems(CheckedFleet fleet, Path stacks) {
        return fleet.problems().stream()
                .map(Problem::toString)
                .map(line -> line.replace(stacks.toString(), "stacks") + "\n")
                .collect(Collectors.joining());
    }

    private static SortedMap<String, String> templates(Path folder) throws IOException {
        SortedMap<String, String> templates = new TreeMap<>();
        read(folder).forEach((name, text) -> {
            if (name.endsWith(".template.json")) {
                templates.put(name, text);
            }
        });
        return templates;
    }

    private static SortedMap<String, String> read(Path folder) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }

    private static void rewrite(Path folder, Map<String, String> texts) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Files.writeString(folder.resolve(text.getKey()), text.getValue());
        }
    }
}
