package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Integrations;
import com.elementarydata.privatelink.model.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each example customer is sent, before and after the deployment. {@code -Dgolden.rewrite=true} rewrites what is
 * expected, for a person to read in the diff.
 */
class RunbookGoldenTest {

    private static final Path EXPECTED = Path.of("src/test/runbook");
    private static final Path OUTPUTS = EXPECTED.resolve("outputs.json");
    private static final boolean REWRITE = Boolean.getBoolean("golden.rewrite");

    static List<String> customers() {
        return List.copyOf(CheckedFleet.of(FleetFolder.read(Path.of("stacks")))
                .customerFiles()
                .keySet());
    }

    /** Cases that are called after an integration, which no example customer may have. */
    static List<String> cases() {
        return Stream.concat(Integrations.ALL.stream().map(Integration::key), Stream.of("presets"))
                .filter(key -> Files.exists(casesOf(key)))
                .toList();
    }

    private static Path casesOf(String integration) {
        return Path.of("src/test/cases", integration, "stacks");
    }

    private static String runbook(String customer) {
        return VerbRun.of("runbook", customer).data();
    }

    private static void isAsExpected(String name, String actual) throws IOException {
        Path file = EXPECTED.resolve(name);
        if (REWRITE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(file)).doesNotContain("{{", "}}", "Optional", "null");
    }

    @ParameterizedTest
    @MethodSource("customers")
    void says_what_is_expected_before_the_deployment(String customer) throws IOException {
        isAsExpected(customer + ".md", runbook(customer));
    }

    @ParameterizedTest
    @MethodSource("customers")
    void says_what_is_expected_after_the_deployment(String customer) throws IOException {
        String text =
                VerbRun.of("runbook", customer, "--outputs", OUTPUTS.toString()).data();

        isAsExpected(customer + ".deployed.md", text);
        assertThat(text).doesNotContain("<endpoint id");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void says_what_is_expected_for_the_case_of_an_integration(String integration) throws IOException {
        VerbRun run =
                VerbRun.of("runbook", "oak", "--stacks", casesOf(integration).toString());

        isAsExpected("cases/%s.md".formatted(integration), run.data());
    }

    @ParameterizedTest
    @MethodSource("customers")
    void is_markdown_in_which_nothing_is_left_open(String customer) {
        MarkdownDocument document = MarkdownDocument.of(runbook(customer));

        // a placeholder outside of code would be taken for HTML, and not be seen
        assertThat(document.nodes())
                .noneMatch(node -> node instanceof HtmlBlock || node instanceof HtmlInline)
                .noneMatch(IndentedCodeBlock.class::isInstance);
        assertThat(document.nodes(FencedCodeBlock.class)).allSatisfy(fence -> {
            assertThat(fence.getClosingFenceLength()).isEqualTo(fence.getOpeningFenceLength());
            assertThat(fence.getInfo()).isIn("sql", "text");
            assertThat(fence.getLiteral()).isNotBlank().doesNotContain("```");
        });
        assertThat(document.nodes(Text.class).map(Text::getLiteral))
                .noneMatch(text -> text.contains("*") || text.contains("`") || text.contains("]("));
    }

    @ParameterizedTest
    @MethodSource("customers")
    void has_a_section_of_both_sides_steps_for_each_connection_and_links_that_lead_somewhere(String customer) {
        MarkdownDocument document = MarkdownDocument.of(runbook(customer));
        List<Connection> connections = CheckedFleet.of(FleetFolder.read(Path.of("stacks")))
                .customers(List.of(customer))
                .get(0)
                .connections();

        assertThat(document.headings(1))
                .containsExactly("Connecting %s to Elementary over AWS PrivateLink".formatted(customer));
        assertThat(document.headings(2))
                .zipSatisfy(
                        connections,
                        (heading, connection) ->
                                assertThat(heading).startsWith("%s/%s: ".formatted(customer, connection.id())));
        assertThat(document.headings(3))
                .containsExactlyElementsOf(connections.stream()
                        .flatMap(connection -> Stream.of("Your steps", "What Elementary does"))
                        .toList());
        assertThat(document.links())
                .hasSizeGreaterThan(connections.size())
                .allSatisfy(link -> assertThat(link)
                        .satisfiesAnyOf(
                                local -> assertThat(document.anchors()).contains(local),
                                page -> assertThat(page)
                                        .startsWith("https://docs.elementary-data.com/cloud/integrations/"),
                                console -> assertThat(console).isEqualTo("https://accounts.cloud.databricks.com")));
        assertThat(document.tasks()).hasSizeGreaterThanOrEqualTo(7 * connections.size());
    }
}
