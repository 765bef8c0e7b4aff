package com.elementarydata.privatelink.assembly;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.FleetCopy;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.Plan;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts for an assembly. */
class SynthesisInputsTest {

    @TempDir
    private Path temporary;

    private Path stacks;
    private Path jar;
    private Path library;
    private Path node;
    private final Map<String, String> environment = new HashMap<>();
    private AppContext context = new AppContext("{\"stacks\":\"stacks\"}", "");

    @BeforeEach
    void write_what_it_is_made_from() throws IOException {
        stacks = FleetCopy.in(temporary).folder();
        jar = Files.writeString(temporary.resolve("privatelink-cdk-cli.jar"), "own classes");
        library = Files.writeString(temporary.resolve("library-1.0.jar"), "its classes");
        node = Files.writeString(
                Files.createDirectory(temporary.resolve("programs")).resolve("node"), "20");
        assertThat(node.toFile().setExecutable(true)).isTrue();
        environment.put("PATH", "/nowhere" + File.pathSeparator + node.getParent());
        environment.put("CDK_DEFAULT_REGION", "eu-central-1");
    }

    private String key() throws IOException {
        return new SynthesisInputs(stacks, context, environment, jar + File.pathSeparator + library).ofFleet();
    }

    private void assertChangedBy(Change change) throws IOException {
        String before = key();
        assertThat(key()).as("asked again").isEqualTo(before);
        change.make();
        assertThat(key()).isNotEqualTo(before);
    }

    private void assertNotChangedBy(Change change) throws IOException {
        String before = key();
        change.make();
        assertThat(key()).isEqualTo(before);
    }

    /** Something that happens between two runs. */
    private interface Change {
        void make() throws IOException;
    }

    @ParameterizedTest
    @ValueSource(strings = {"network.yaml", "addresses.lock.yaml", "customers/acme.yaml"})
    void a_character_of_a_file_counts(String name) throws IOException {
        Path file = stacks.resolve(name);

        assertChangedBy(() -> Files.writeString(file, Files.readString(file) + " "));
    }

    @Test
    void a_file_more_counts_and_one_less_and_one_by_another_name() throws IOException {
        Path acme = stacks.resolve("customers/acme.yaml");

        assertChangedBy(() -> Files.copy(acme, stacks.resolve("customers/.hidden.yaml")));
        assertChangedBy(() -> Files.move(acme, stacks.resolve("customers/acme.yml")));
        assertChangedBy(() -> Files.delete(stacks.resolve("customers/acme.yml")));
        assertChangedBy(() -> Files.createDirectory(stacks.resolve("customers/acme.yaml")));
        assertChangedBy(() -> Files.createDirectory(stacks.resolve("Network.yaml")));
    }

    /** As in a repository that shares them, or where the fleet is mounted. */
    @ParameterizedTest
    @ValueSource(strings = {".", "customers", "customers/acme.yaml", "network.yaml"})
    void a_character_behind_a_link_counts(String linked) throws IOException {
        Path place = stacks.resolve(linked).normalize();
        Path moved = Files.move(place, temporary.resolve("elsewhere"));
        Files.createSymbolicLink(place, moved);
        Path file = linked.endsWith(".yaml") ? stacks.resolve(linked) : stacks.resolve("customers/acme.yaml");

        assertChangedBy(() -> Files.writeString(file, Files.readString(file) + " "));
    }

    @Test
    void a_link_that_leads_nowhere_is_a_name() throws IOException {
        assertChangedBy(
                () -> Files.createSymbolicLink(stacks.resolve("customers/gone.yaml"), temporary.resolve("gone")));
    }

    @ParameterizedTest
    @CsvSource({
        "CDK_DEFAULT_REGION, eu-west-1",
        "CDK_VALIDATION, false",
        "NODE_OPTIONS, --inspect",
        "JSII_NODE, /usr/bin/node",
        "PRIVATELINK_KERNEL, jsii",
        "CDK_DEFAULT_ACCOUNT, ''"
    })
    void a_variable_that_is_read_counts(String name, String value) throws IOException {
        assertChangedBy(() -> environment.put(name, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CDK_OUTDIR", "LANG", "AWS_PROFILE", "JAVA_HOME"})
    void where_it_is_written_and_what_nothing_reads_do_not(String name) throws IOException {
        assertNotChangedBy(() -> environment.put(name, "another"));
    }

    @Test
    void the_context_counts_in_the_variable_and_in_the_file() throws IOException {
        assertChangedBy(() -> context = new AppContext("{\"stacks\":\"stacks\",\"bootstrapped\":true}", ""));
        assertChangedBy(() -> context = new AppContext(context.inVariable(), "{\"a\":\"b\"}"));
    }

    /** As the CDK CLI says it of diff, and not of list. */
    @ParameterizedTest
    @ValueSource(strings = {"customers\":\"acme", "cache\":\"on", "aws:cdk:bundling-stacks\":\"**"})
    void what_is_asked_of_a_fleet_does_not_count(String asked) throws IOException {
        assertNotChangedBy(() -> context = new AppContext("{\"stacks\":\"stacks\",\"" + asked + "\"}", ""));
        assertNotChangedBy(() -> context = new AppContext(context.inVariable(), "{\"" + asked + "\"}"));
    }

    private String part() throws IOException {
        SynthesisInputs inputs = new SynthesisInputs(stacks, context, environment, jar + File.pathSeparator + library);
        Fleet fleet = CheckedFleet.of(FleetFolder.read(stacks)).fleet().orElseThrow();
        Plan plan = Plan.of(fleet.network(), fleet.ledger(), fleet.customers());
        return inputs.ofPart(
                inputs.ofProgram(), requireNonNull(plan.byCustomer().get("acme")));
    }

    private void replace(String name, String part, String by) throws IOException {
        Path file = stacks.resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(part);
        Files.writeString(file, text.replace(part, by));
    }

    @Test
    void a_customers_part_counts_what_is_planned_for_it_alone() throws IOException {
        String before = part();
        replace("customers/birch.yaml", "dbc-1a2b3c4d-5e6f", "dbc-1a2b3c4d-5e60");
        replace("customers/acme.yaml", "id: acme", "# not what is planned\nid: acme");
        stacks = Files.move(stacks, temporary.resolve("moved"));
        assertThat(part()).isEqualTo(before);

        replace("customers/acme.yaml", "git.acme.example", "git2.acme.example");
        String renamed = part();
        assertThat(renamed).isNotEqualTo(before);
        replace("network.yaml", "10.0.3.0/24", "10.0.4.0/24");
        assertThat(part()).isNotEqualTo(renamed);
    }

    @Test
    void a_part_counts_the_program_and_not_the_folder() throws IOException {
        String before = part();
        Files.writeString(jar, "OWN classes");

        assertThat(part()).isNotEqualTo(before);
    }

    @Test
    void this_program_counts_by_what_is_in_it_and_a_library_by_its_name_and_size() throws IOException {
        assertChangedBy(() -> Files.writeString(jar, "OWN classes"));
        assertChangedBy(() -> Files.writeString(library, "its classes, and more"));
        assertChangedBy(() -> library = Files.move(library, temporary.resolve("library-1.1.jar")));
        assertNotChangedBy(() -> {
            Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
            jar = Files.move(jar, elsewhere.resolve("cli.jar"));
            Files.setLastModifiedTime(library, FileTime.from(Instant.EPOCH));
        });
    }

    @Test
    void node_counts() throws IOException {
        assertChangedBy(() -> Files.writeString(node, "22.1"));
        assertChangedBy(() -> environment.put("PATH", "/nowhere"));
    }

    /** The folder's name is in messages, and nothing else of its place is. */
    @Test
    void the_folder_counts_as_it_is_named() throws IOException {
        assertChangedBy(() -> stacks = stacks.resolve("."));
    }

    @Test
    void a_folder_that_cannot_be_read_has_no_key() {
        stacks = temporary.resolve("absent");

        assertThatThrownBy(this::key).isInstanceOf(IOException.class);
    }

    @Test
    void a_text_of_the_context_is_that_of_the_file_first() {
        AppContext both = new AppContext(
                "{\"stacks\":\"a\",\"cache\":\"off\",\"n\":1}", "{\"stacks\":\"b\",\"customers\":\" \"}");

        assertThat(both.text("stacks")).contains("b");
        assertThat(both.text("cache")).contains("off");
        assertThat(both.text("customers")).contains(" ");
        assertThat(both.text("absent")).isEmpty();
        assertThat(new AppContext("{broken", "").text("stacks")).isEmpty();
    }
}
