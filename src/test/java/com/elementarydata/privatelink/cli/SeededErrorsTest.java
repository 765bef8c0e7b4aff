package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many mistakes a file has, one run tells them all. */
class SeededErrorsTest {

    private static final int ROUNDS = 12;

    @TempDir
    private Path temporary;

    /**
     * A mistake that depends on no other one.
     *
     * @param right what stands in the file
     * @param wrong what replaces it
     * @param code the problem that it must be answered with
     * @param value what the line must name
     */
    private record Mistake(String right, String wrong, String code, String value) {}

    private static final List<Mistake> MISTAKES = List.of(
            new Mistake("[usw2-az1, usw2-az2]", "[usw2-az1, us-west-2b]", "PL204", "us-west-2b"),
            new Mistake("\"acme.us-west-2.privatelink\"", "\"${ACME}\"", "PL401", "${ACME}"),
            new Mistake("ocsp.org-acme.", "ocsp.org-other.", "PL211", "ocsp.org-other."),
            new Mistake("https://dbc-1a2b3c4d", "http://dbc-1a2b3c4d", "PL212", "http://dbc-1a2b3c4d"),
            new Mistake("\"123456789012\"", "123456789012", "PL113", "123456789012"),
            new Mistake("id: git", "id: Git", "PL201", "\"Git\""),
            new Mistake("[443, 22]", "[443, 8443]", "PL209", "8443"),
            new Mistake("hostname: git.acme.example", "hostname: Git.acme.example", "PL210", "Git.acme.example"),
            new Mistake("\"210987654320\"", "\"2109-8765-4320\"", "PL207", "2109-8765-4320"),
            new Mistake("vpce-svc-0fedcba9876543210", "vpce-0fedcba9876543210", "PL208", "vpce-0fedcba9876543210"),
            new Mistake("stock.acme.example]", "orders.acme.example]", "PL205", "orders.acme.example"),
            new Mistake("dns: prepared", "dns: off", "PL114", "\"off\""));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void reports_at_least_as_many_problems_as_there_are_mistakes(int mistakes) throws IOException {
        Random random = new Random(mistakes);
        for (int round = 0; round < ROUNDS; round++) {
            List<Mistake> shuffled = new ArrayList<>(MISTAKES);
            Collections.shuffle(shuffled, random);
            requireAllReported(shuffled.subList(0, mistakes), temporary.resolve("stacks" + round));
        }
    }

    private static void requireAllReported(List<Mistake> seeded, Path fleet) throws IOException {
        new MalformedCase("", "", List.of(), List.of()).writeTo(fleet);
        Path file = fleet.resolve("customers/acme.yaml");
        String text = Files.readString(file);
        for (Mistake mistake : seeded) {
            assertThat(text).containsOnlyOnce(mistake.right());
            text = text.replace(mistake.right(), mistake.wrong());
        }
        Files.writeString(file, text);

        MalformedFilesTest.Run run = MalformedFilesTest.run("validate", fleet);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.problems(fleet)).hasSizeGreaterThanOrEqualTo(seeded.size());
        assertThat(seeded)
                .allSatisfy(mistake -> assertThat(run.problems(fleet))
                        .anyMatch(line -> line.contains(" " + mistake.code() + " ") && line.contains(mistake.value())));
    }
}
