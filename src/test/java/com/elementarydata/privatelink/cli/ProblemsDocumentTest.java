package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.model.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/problems.md} has every code, and its examples are what people really see. */
class ProblemsDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/problems.md");
    private static final Pattern HEADING = Pattern.compile("(?m)^### (PL[0-9]{3})(?: \\(warning\\))?$");
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^    (stacks\\S+:[0-9]+:[0-9]+: (PL[0-9]{3}) .*)$");
    private static final Pattern CODE = Pattern.compile("^stacks\\S+:[0-9]+:[0-9]+: (PL[0-9]{3}) ");

    @TempDir
    private Path temporary;

    private String document = "";

    @BeforeEach
    void read_the_document() throws IOException {
        document = Files.readString(DOCUMENT);
    }

    @Test
    void has_every_code_in_order_and_no_other() {
        assertThat(HEADING.matcher(document).results().map(heading -> heading.group(1)))
                .containsExactlyElementsOf(
                        Arrays.stream(ProblemCode.values()).map(Enum::name).toList());
    }

    @Test
    void has_an_example_below_every_code() {
        String[] sections = document.split("(?m)^### ");
        assertThat(Arrays.stream(sections).skip(1)).allSatisfy(section -> {
            List<MatchResult> examples = EXAMPLE.matcher(section).results().toList();
            assertThat(examples).isNotEmpty().allMatch(example -> section.startsWith(example.group(2)));
        });
    }

    @Test
    void says_which_ones_only_warn() {
        assertThat(Arrays.stream(ProblemCode.values()))
                .allSatisfy(code -> assertThat(document.contains("### %s (warning)\n".formatted(code)))
                        .isEqualTo(code.isWarning()));
    }

    @Test
    void has_only_examples_that_a_case_produces_and_every_code_is_produced() throws IOException {
        Set<String> produced = new HashSet<>(lines());

        assertThat(EXAMPLE.matcher(document).results().map(example -> example.group(1)))
                .allMatch(produced::contains);
        assertThat(produced.stream()
                        .flatMap(line -> CODE.matcher(line).results())
                        .map(line -> line.group(1))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ProblemCode.values()).map(Enum::name).toList());
    }

    /** The lines of the corpus and of the golden folders, which their own tests hold, and of three cases made here. */
    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (MalformedCase malformed : MalformedCase.all()) {
            lines.addAll(malformed.expected());
            if (malformed.title().equals("a pool that is used up")) {
                lines.addAll(allocating(malformed));
            }
        }
        try (Stream<Path> files = Files.walk(Path.of("src/test/cases"))) {
            for (Path file : files.filter(path -> path.endsWith("problems.txt")).toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        lines.addAll(linked());
        return lines;
    }

    private List<String> allocating(MalformedCase malformed) throws IOException {
        Path fleet = temporary.resolve("allocating").resolve("stacks");
        Files.createDirectories(fleet.getParent());
        malformed.writeTo(fleet);
        return MalformedFilesTest.run("allocate", fleet).problems(fleet);
    }

    private List<String> linked() throws IOException {
        Path fleet = temporary.resolve("stacks");
        new MalformedCase("", "", List.of(), List.of()).writeTo(fleet);
        Path outside = Files.writeString(temporary.resolve("outside.yaml"), "id: cedar\n");
        Files.createSymbolicLink(fleet.resolve("customers/cedar.yaml"), outside);
        Files.copy(fleet.resolve("customers/birch.yaml"), fleet.resolve("customers/Birch.yaml"));
        return MalformedFilesTest.run("validate", fleet).problems(fleet);
    }
}
