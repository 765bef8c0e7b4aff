package com.elementarydata.privatelink.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.model.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people do wrong, and what they are told. {@code -Dgolden.rewrite=true} rewrites the lines, for a person to read in
 * the diff.
 */
class MalformedFilesTest {

    private static final int AT_LEAST = 250;
    private static final String ACCEPTED = "accepted.txt";

    @TempDir
    private static Path rewritten;

    @TempDir
    private Path temporary;

    record Run(int exitCode, String out, String err) {

        List<String> problems(Path fleet) {
            return err.lines()
                    .map(line -> line.replace(fleet.toString(), "stacks"))
                    .toList();
        }
    }

    static Run run(String verb, Path fleet, String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                Stream.concat(Stream.of(verb, "--stacks", fleet.toString()), Stream.of(options))
                        .toArray(String[]::new));
        return new Run(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }

    static List<MalformedCase> cases() throws IOException {
        if (Boolean.getBoolean("golden.rewrite")) {
            rewrite();
        }
        return MalformedCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void is_answered_with_the_lines_that_a_person_needs(MalformedCase malformed) throws IOException {
        Path fleet = temporary.resolve("stacks");
        malformed.writeTo(fleet);
        SortedMap<String, String> before = content(fleet);

        Run run = run("validate", fleet);

        assertThat(run.problems(fleet)).isEqualTo(malformed.expected());
        assertThat(run.exitCode()).isEqualTo(malformed.isRefused() ? 1 : 0);
        assertThat(run.problems(fleet)).allMatch(line -> line.matches("stacks[^ ]*:[0-9]+:[0-9]+: PL[0-9]{3} .+; .+"));
        String everything = run.out() + run.err() + run("validate", fleet, "--json") + run("allocate", fleet);
        assertThat(everything).doesNotContain("\tat ", "Exception", " failed: ");
        malformed.secrets().forEach(secret -> assertThat(everything).doesNotContain(secret));
        if (malformed.isRefused() && !onlyUnallocated(malformed)) {
            assertThat(content(fleet)).isEqualTo(before);
        }
    }

    /** Which is what {@code allocate} is there for. */
    private static boolean onlyUnallocated(MalformedCase malformed) {
        return malformed.expected().stream().allMatch(line -> line.contains(" " + ProblemCode.PL303 + " "));
    }

    @Test
    void are_hundreds() throws IOException {
        List<MalformedCase> cases = MalformedCase.all();
        assertThat(cases.stream().filter(MalformedCase::isRefused)).hasSizeGreaterThanOrEqualTo(AT_LEAST);
        assertThat(cases).extracting(MalformedCase::toString).doesNotHaveDuplicates();
        assertThat(cases.stream().filter(malformed -> !malformed.isRefused()))
                .allMatch(malformed -> malformed.group().equals(ACCEPTED));
    }

    /** The names and contents of all files of a fleet. */
    static SortedMap<String, String> content(Path fleet) throws IOException {
        SortedMap<String, String> content = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(fleet)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                content.put(
                        fleet.relativize(path).toString(),
                        new String(Files.readAllBytes(path), java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return content;
    }

    static void rewrite() throws IOException {
        for (Path group : MalformedCase.groups()) {
            Map<String, List<String>> lines = new HashMap<>();
            for (MalformedCase malformed : MalformedCase.all()) {
                if (malformed.group().equals(group.getFileName().toString())) {
                    Path fleet = rewritten.resolve(String.valueOf(lines.size())).resolve(group.getFileName());
                    malformed.writeTo(fleet);
                    lines.put(
                            malformed.title(),
                            new ArrayList<>(run("validate", fleet).problems(fleet)));
                }
            }
            MalformedCase.rewrite(group, lines);
        }
    }
}
