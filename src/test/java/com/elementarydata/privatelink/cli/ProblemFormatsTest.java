package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.cli.render.GitHubAnnotations;
import com.elementarydata.privatelink.cli.render.RepositoryPaths;
import com.elementarydata.privatelink.cli.render.SarifLog;
import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Problems for those who show them beside a change. */
class ProblemFormatsTest {

    @TempDir
    private Path folder;

    private FleetRun fleet;

    /** A repository with a fleet that has a problem and a warning. */
    @BeforeEach
    void break_the_fleet() throws IOException {
        fleet = FleetRun.in(folder);
        Files.createDirectory(folder.resolve(".git"));
        replace("birch", "[use1-az1, use1-az2]", "[use1-az1]");
        replace("fir", "region: eu-west-1", "region: eu-west-9");
    }

    private void replace(String customer, String text, String by) throws IOException {
        String before = fleet.fleet().read(customer);
        assertThat(before).contains(text);
        fleet.fleet().write(customer, before.replaceFirst(Pattern.quote(text), by));
    }

    @Test
    void a_workflow_of_github_gets_a_command_a_problem_from_the_root_of_the_repository() {
        FleetRun.Result run = fleet.run("validate --format github");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .anyMatch(line ->
                        line.startsWith("::warning file=stacks/customers/birch.yaml,line=7,col=27,title=PL206::"))
                .anyMatch(
                        line -> line.matches(
                                "::error file=stacks/customers/fir\\.yaml,line=\\d+,col=\\d+,title=PL203::"
                                        + "\"eu-west-9\" is not a known AWS Region; give a Region code such as eu-central-1, .*"))
                .allMatch(line -> line.matches("::(error|warning) file=[^:,]+,line=\\d+,col=\\d+,title=PL\\d{3}::.+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "github", "sarif", "SARIF"})
    void the_exit_code_is_that_of_the_problems_in_every_format(String format) throws IOException {
        assertThat(fleet.run("validate --format " + format).exitCode()).isEqualTo(1);

        replace("fir", "region: eu-west-9", "region: eu-west-1");
        assertThat(fleet.run("validate --format " + format).exitCode()).isZero();
    }

    @Test
    void json_is_short_for_a_format() {
        String document = fleet.run("validate --json").out();

        assertThat(document).startsWith("{\n  \"version\" : 1,");
        assertThat(fleet.run("validate --format json").out()).isEqualTo(document);
        assertThat(fleet.run("validate --format json --json").out()).isEqualTo(document);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "github", "sarif"})
    void fails_with_json_and_another_format(String format) {
        FleetRun.Result run = fleet.run("validate --json --format " + format);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("--json is --format json; remove --json, or --format %s\n".formatted(format))
                .hasLineCount(2);
    }

    @Test
    void fails_with_a_format_that_nobody_knows_and_names_the_others() {
        FleetRun.Result run = fleet.run("validate --format xml");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("\"xml\" is not a value of --format", "choose from text, json, github, sarif");
    }

    @Test
    void what_github_would_take_for_its_own_syntax_is_escaped() {
        Problem hostile = new Problem(
                new Position("/there/50%, a:b\r\n.yaml", 1, 2),
                ProblemCode.PL401,
                "100% wrong: \"a\", b",
                "see ::x::\nnext");

        assertThat(new GitHubAnnotations(List.of(hostile), new RepositoryPaths(Path.of("/there"))).lines())
                .containsExactly("::error file=50%25%2C a%3Ab%0D%0A.yaml,line=1,col=2,title=PL401::"
                        + "100%25 wrong: \"a\", b; see ::x::\\u000anext");
    }

    @ParameterizedTest
    @CsvSource({
        "/there/a.yaml,a.yaml",
        "/there/x/../b/./a.yaml,b/a.yaml",
        "/there/50% [é]/a:b?.yaml,50%25%20%5B%C3%A9%5D/a%3Ab%3F.yaml",
        "/elsewhere/a b.yaml,file:///elsewhere/a%20b.yaml",
        "/thereafter/a.yaml,file:///thereafter/a.yaml",
    })
    void a_uri_leads_from_the_root_and_is_absolute_outside_it(String file, String uri) {
        Problem problem = new Problem(Position.ofFile(file), ProblemCode.PL101, "a", "b");
        JsonNode log = JsonMapper.shared()
                .readTree(new SarifLog(List.of(problem), new RepositoryPaths(Path.of("/there"))).json());

        JsonNode artifact = log.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation");
        assertThat(artifact.path("uri").asString()).isEqualTo(uri);
        assertThat(artifact.has("uriBaseId")).isEqualTo(!uri.startsWith("file:"));
        assertThat(URI.create(uri).isAbsolute()).isEqualTo(uri.startsWith("file:"));
    }

    @Test
    void files_are_named_from_the_working_directory_where_there_is_no_repository() throws IOException {
        Files.delete(folder.resolve(".git"));

        assertThat(RepositoryPaths.around(folder.resolve("stacks")).root())
                .isEqualTo(Path.of("").toAbsolutePath());
    }

    /** The form is that of the schema of SARIF 2.1.0, in which unknown properties are refused everywhere. */
    @Test
    void sarif_has_what_its_schema_requires_and_nothing_that_it_does_not_know() {
        FleetRun.Result run = fleet.run("validate --format sarif");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        JsonNode log = JsonMapper.shared().readTree(run.out());
        assertThat(log.propertyNames()).containsExactly("$schema", "version", "runs");
        assertThat(log.path("version").asString()).isEqualTo("2.1.0");
        assertThat(log.path("runs")).hasSize(1);
        JsonNode found = log.at("/runs/0");
        assertThat(found.propertyNames()).containsExactly("tool", "columnKind", "results");
        assertThat(found.path("columnKind").asString()).isEqualTo("unicodeCodePoints");
        assertThat(found.path("tool").propertyNames()).containsExactly("driver");
        assertThat(found.at("/tool/driver").propertyNames())
                .contains("name", "rules")
                .isSubsetOf("name", "version", "rules");
        assertThat(found.at("/tool/driver/name").asString()).isEqualTo("privatelink");
        assertThat(found.at("/tool/driver/rules"))
                .allSatisfy(rule -> assertThat(rule.propertyNames())
                        .containsExactly("id", "shortDescription", "fullDescription", "help", "defaultConfiguration"));
        assertThat(found.path("results")).hasSizeGreaterThan(1).allSatisfy(result -> {
            assertThat(result.propertyNames()).containsExactly("ruleId", "ruleIndex", "level", "message", "locations");
            assertThat(result.path("message").propertyNames()).containsExactly("text");
            assertThat(result.path("locations")).hasSize(1);
            assertThat(result.at("/locations/0").propertyNames()).containsExactly("physicalLocation");
            JsonNode place = result.at("/locations/0/physicalLocation");
            assertThat(place.propertyNames()).containsExactly("artifactLocation", "region");
            assertThat(place.path("region").propertyNames()).containsExactly("startLine", "startColumn");
        });
    }

    @Test
    void sarif_says_of_each_result_which_rule_it_breaks_how_bad_that_is_and_where() {
        JsonNode found = JsonMapper.shared()
                .readTree(fleet.run("validate --format sarif").out())
                .at("/runs/0");

        JsonNode warning = found.path("results")
                .valueStream()
                .filter(result -> result.path("ruleId").asString().equals("PL206"))
                .findFirst()
                .orElseThrow();
        assertThat(warning.path("level").asString()).isEqualTo("warning");
        assertThat(warning.at("/locations/0/physicalLocation"))
                .hasToString(
                        "{\"artifactLocation\":{\"uri\":\"stacks/customers/birch.yaml\",\"uriBaseId\":\"%SRCROOT%\"},"
                                + "\"region\":{\"startLine\":7,\"startColumn\":27}}");
        assertThat(found.path("results")).allSatisfy(result -> {
            JsonNode rule =
                    found.at("/tool/driver/rules").get(result.path("ruleIndex").asInt());
            assertThat(rule.path("id")).isEqualTo(result.path("ruleId"));
            assertThat(rule.at("/defaultConfiguration/level")).isEqualTo(result.path("level"));
        });
    }

    @Test
    void sarif_says_of_each_rule_what_the_document_of_problems_does() throws IOException {
        String document = Files.readString(Path.of("docs/problems.md"));
        List<Problem> all = Stream.of(ProblemCode.values())
                .map(code -> new Problem(Position.ofFile("/a.yaml"), code, "a", "b"))
                .toList();

        JsonNode rules = JsonMapper.shared()
                .readTree(new SarifLog(all, new RepositoryPaths(Path.of("/"))).json())
                .at("/runs/0/tool/driver/rules");

        assertThat(rules).hasSameSizeAs(ProblemCode.values()).allSatisfy(rule -> {
            assertThat(rule.at("/shortDescription/text").asString())
                    .endsWith(".")
                    .doesNotContain("\n", "`", "stacks/customers/acme.yaml:");
            assertThat(rule.at("/fullDescription/text").asString())
                    .startsWith(rule.at("/shortDescription/text").asString());
            assertThat(document).contains(rule.at("/help/markdown").asString());
            assertThat(rule.at("/help/markdown").asString())
                    .contains(": %s ".formatted(rule.path("id").asString()))
                    .doesNotContain("#");
        });
        assertThat(rules.path(0).at("/shortDescription/text").asString())
                .isEqualTo("A file or folder is missing, can't be read, or is not part of a fleet.");
    }

    @Test
    void nothing_is_wrong_with_the_example_fleet_in_any_format() {
        assertThat(VerbRun.of("validate", "--format", "github").data()).isEmpty();
        assertThat(JsonMapper.shared()
                        .readTree(VerbRun.of("validate", "--format", "sarif").data())
                        .at("/runs/0/results"))
                .isEmpty();
    }
}
