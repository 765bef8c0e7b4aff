package com.elementarydata.privatelink.operation.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.model.Checks;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.operation.provider.ProviderCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code docs/diagnosis.md} has every code, with all that a person at night wants to know. */
class DiagnosisDocumentTest {

    private static final Pattern HEADING = Pattern.compile("(?m)^### (P[DV][0-9]{3} .*)$");
    private static final List<String> PARTS =
            List.of("- Cause: ", "- Evidence: ", "- Remedy: ", "- At the customer's: ");

    private String document = "";

    @BeforeEach
    void read_the_document() throws IOException {
        document = Files.readString(Path.of("docs/diagnosis.md"));
    }

    @Test
    void has_every_code_with_its_title_in_the_order_of_the_path_and_no_other() {
        Stream<String> hops = Checks.of(PathCheck.class).map(check -> "%s %s".formatted(check.code(), check.title()));
        Stream<String> behind =
                Checks.of(ProviderCheck.class).map(check -> "%s %s".formatted(check.code(), check.title()));

        assertThat(HEADING.matcher(document).results().map(heading -> heading.group(1)))
                .containsExactlyElementsOf(Stream.concat(hops, behind).toList());
    }

    @Test
    void says_cause_evidence_remedy_and_how_it_looks_on_the_other_side() {
        assertThat(document.split("(?m)^### "))
                .filteredOn(section -> section.startsWith("PD"))
                .allSatisfy(section -> assertThat(section).contains(PARTS));
    }

    @Test
    void names_the_preconditions() throws Exception {
        PathBundle bundle = PathBundle.read(Path.of("src/test/bundles/acme.json"));
        List<String> codes =
                Preconditions.of(bundle.network(), List.of("eu-west-1"), bundle.paths(), bundle.facts()).stream()
                        .map(Finding::code)
                        .distinct()
                        .toList();

        List<String> named = Pattern.compile("exist before any stack: ([A-Z0-9,\\s]+)\\.")
                .matcher(document)
                .results()
                .map((MatchResult found) -> found.group(1))
                .flatMap(list -> Arrays.stream(list.split(",\\s*")))
                .toList();
        assertThat(named).isEqualTo(codes);
    }
}
