package com.elementarydata.privatelink.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MainTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private record Run(int exitCode, String out, String err) {}

    @BeforeEach
    void copy_the_example_fleet() throws IOException {
        Path example = Path.of("stacks");
        try (Stream<Path> paths = Files.walk(example)) {
            for (Path path : paths.toList()) {
                Path copy = folder.resolve(example.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }

    private static Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), arguments);
        Run run = new Run(exitCode, out.toString(UTF_8), err.toString(UTF_8));
        assertThat(run.out() + run.err()).doesNotContain("\tat ", "Exception");
        return run;
    }

    private Run onFleet(String... arguments) {
        return run(Stream.concat(Stream.of(arguments), Stream.of("--stacks", folder.toString()))
                .toArray(String[]::new));
    }

    private void replace(String file, String text, String by) throws IOException {
        Path path = folder.resolve(file);
        String before = Files.readString(path);
        assertThat(before).contains(text);
        Files.writeString(path, before.replace(text, by));
    }

    /** The names and contents of all files of the fleet. */
    private Map<String, String> content() throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.filter(Files::isRegularFile)
                    .forEach(path -> content.put(folder.relativize(path).toString(), read(path)));
        }
        return content;
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void validates_the_example_fleet() {
        assertThat(onFleet("validate"))
                .isEqualTo(new Run(0, "6 customer files, 10 connections: 0 problems, 0 warnings\n", ""));
    }

    @Test
    void says_every_problem_on_standard_error_and_their_number_on_standard_output() throws IOException {
        replace("customers/birch.yaml", "region: us-east-1", "region: us-east-9");
        replace("customers/fir.yaml", "ports: [5432]", "port: [5432]");

        Run run = onFleet("validate");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith("6 customer files, ").endsWith(" 3 problems, 0 warnings\n");
        assertThat(run.err().lines())
                .hasSize(3)
                .first()
                .isEqualTo(
                        folder.resolve("customers/birch.yaml") + ":6:13: PL203 \"us-east-9\" is not a known AWS Region;"
                                + " give a Region code such as eu-central-1, or name one that is newer than this version"
                                + " under newRegions in network.yaml");
    }

    @Test
    void does_not_fail_for_a_warning() throws IOException {
        replace("customers/birch.yaml", "[use1-az1, use1-az2]", "[use1-az1]");

        Run run = onFleet("validate");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).endsWith(": 0 problems, 1 warning\n");
        assertThat(run.err()).contains(":7:27: PL206 warning: ");
    }

    @Test
    void prints_problems_and_warnings_as_json_on_standard_output_alone() throws IOException {
        replace("customers/birch.yaml", "region: us-east-1", "region: us-east-9");
        replace("customers/acme.yaml", "[euw1-az1, euw1-az2]", "[euw1-az1]");

        Run run = onFleet("validate", "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        JsonNode report = JSON.readTree(run.out());
        assertThat(report.propertyNames()).containsExactly("version", "problems", "warnings");
        assertThat(report.get("warnings")).hasSize(1);
        assertThat(report.get("problems")).hasSize(1);
        JsonNode problem = report.at("/problems/0");
        assertThat(problem.propertyNames()).containsExactly("file", "line", "column", "code", "problem", "remedy");
        assertThat(problem.get("file").asString())
                .isEqualTo(folder.resolve("customers/birch.yaml").toString());
        assertThat(problem.get("line").asInt()).isEqualTo(6);
        assertThat(problem.get("column").asInt()).isEqualTo(13);
        assertThat(problem.get("code").asString()).isEqualTo("PL203");
    }

    @Test
    void prints_empty_lists_as_json_where_nothing_is_wrong() {
        Run run = onFleet("validate", "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(JSON.readTree(run.out())).hasToString("{\"version\":1,\"problems\":[],\"warnings\":[]}");
    }

    @Test
    void speaks_utf_8_whatever_is_in_a_file() throws IOException {
        replace("customers/birch.yaml", "https://dbc-1a2b3c4d-5e6f", "https://dbc-café😀");

        assertThat(onFleet("validate").err()).contains("\"https://dbc-café😀.cloud.databricks.com\"");
    }

    @Test
    void says_where_a_folder_is_missing() {
        Run run = run("validate", "--stacks", folder.resolve("none").toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("none/network.yaml:1:1: PL101 the file does not exist")
                .contains("none/customers:1:1: PL101 the folder of customer files can't be read");
    }

    @Test
    void allocates_what_is_missing_and_then_nothing_more() throws IOException {
        replace("customers/birch.yaml", "[use1-az1, use1-az2]", "[use1-az1, use1-az5]");
        Map<String, String> before = content();

        Run first = onFleet("allocate");
        Map<String, String> allocated = content();
        Run second = onFleet("allocate");

        assertThat(first.exitCode()).isZero();
        assertThat(first.err()).isEmpty();
        assertThat(first.out())
                .isEqualTo("  use1-az5 10.64.56.0/23\nwrote %s; commit it with the customer files\n"
                        .formatted(folder.resolve("addresses.lock.yaml")));
        assertThat(allocated.get("addresses.lock.yaml")).contains("      use1-az5: 10.64.56.0/23\n");
        assertThat(allocated.keySet()).isEqualTo(before.keySet());
        assertThat(second.exitCode()).isZero();
        assertThat(second.out())
                .isEqualTo("every Region and zone has addresses; %s is unchanged\n"
                        .formatted(folder.resolve("addresses.lock.yaml")));
        assertThat(content()).isEqualTo(allocated);
        assertThat(onFleet("validate").exitCode()).isZero();
    }

    @Test
    void allocates_the_example_fleet_from_nothing() throws IOException {
        Files.delete(folder.resolve("addresses.lock.yaml"));

        Run run = onFleet("allocate");

        assertThat(run.exitCode()).isZero();
        assertThat(onFleet("validate").exitCode()).isZero();
        assertThat(content().get("addresses.lock.yaml")).startsWith("# yaml-language-server: $schema=");
    }

    @Test
    void lets_everybody_read_the_ledger_who_could_before() throws IOException {
        Path ledger = folder.resolve("addresses.lock.yaml");
        Assumptions.assumeTrue(Files.getFileAttributeView(ledger, PosixFileAttributeView.class) != null);
        replace("customers/birch.yaml", "[use1-az1, use1-az2]", "[use1-az1, use1-az5]");
        var before = Files.getPosixFilePermissions(Files.createFile(folder.resolve("any")));

        onFleet("allocate");

        assertThat(Files.getPosixFilePermissions(ledger)).isEqualTo(before).contains(PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void allocates_and_writes_nothing_where_a_file_is_broken() throws IOException {
        replace("customers/birch.yaml", "[use1-az1, use1-az2]", "[use1-az1, use1-az5]");
        replace("customers/cedar.yaml", "id: cedar", "id: [cedar");
        Map<String, String> before = content();

        Run run = onFleet("allocate");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("cedar.yaml:", ": PL102 this is not YAML")
                .endsWith("nothing was allocated\n");
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void allocates_and_writes_nothing_where_the_pool_is_exhausted() throws IOException {
        replace("network.yaml", "regionalCidrPool: 10.64.0.0/10", "regionalCidrPool: 10.64.0.0/20");
        Files.delete(folder.resolve("addresses.lock.yaml"));
        Map<String, String> before = content();

        Run run = onFleet("allocate");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("PL306 the pool 10.64.0.0/20 has no /20 left for eu-central-1");
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void shows_how_it_is_used_where_no_verb_is_named() {
        Run run = run();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("name a verb\n").contains("Usage: bin/privatelink");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help", "validate --help", "allocate --help", "demo --help", "--version"})
    void answers_on_standard_output_with_0(String arguments) {
        Run run = run(arguments.split(" "));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isNotEmpty();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void fails_in_words_where_the_ledger_can_not_be_written() throws IOException {
        replace("customers/birch.yaml", "[use1-az1, use1-az2]", "[use1-az1, use1-az5]");
        Path ledger = folder.resolve("addresses.lock.yaml");
        Files.delete(ledger);
        Files.createDirectories(ledger.resolve("not-a-file"));

        Run run = onFleet("allocate");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isNotEmpty();
        assertThat(folder).isDirectoryNotContaining("glob:**/.*.new");
    }
}
