package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.cli.render.JsonDocument;
import com.elementarydata.privatelink.judge.ConnectionState;
import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Checks;
import com.elementarydata.privatelink.model.Party;
import com.elementarydata.privatelink.model.Verdict;
import com.elementarydata.privatelink.model.Words;
import com.elementarydata.privatelink.operation.adoption.EstateConnection;
import com.elementarydata.privatelink.operation.deployment.LivePlan;
import com.elementarydata.privatelink.operation.deployment.ResourceChange;
import com.elementarydata.privatelink.operation.removal.RemovalCheck;
import com.elementarydata.privatelink.operation.status.DnsDeployment;
import com.elementarydata.privatelink.operation.status.StatusCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What programs read is what {@code docs/json} says, field by field and word by word. */
class JsonDocumentsTest {

    @TempDir
    private static Path folder;

    private static Map<String, List<String>> documents = Map.of();

    @BeforeAll
    static void print_documents() throws IOException {
        documents = new JsonDocuments(folder).all();
    }

    static Stream<String> verbs() {
        return verbsBelow(new CommandLine(new Main()), "").sorted();
    }

    private static Stream<String> verbsBelow(CommandLine command, String path) {
        return command.getSubcommands().entrySet().stream().flatMap(verb -> {
            String words = (path + " " + verb.getKey()).strip();
            Stream<String> own =
                    verb.getValue().getCommandSpec().findOption("--json") == null ? Stream.empty() : Stream.of(words);
            return Stream.concat(own, verbsBelow(verb.getValue(), words));
        });
    }

    @Test
    void every_verb_with_json_has_a_schema_a_version_and_documents_to_check() throws IOException {
        List<String> verbs = verbs().toList();

        assertThat(verbs).hasSizeGreaterThanOrEqualTo(8);
        assertThat(Stream.of(JsonDocument.values()).map(JsonDocuments::verb))
                .containsExactlyInAnyOrderElementsOf(verbs);
        assertThat(documents.keySet()).containsExactlyInAnyOrderElementsOf(verbs);
        try (Stream<Path> files = Files.list(PublishedSchema.FOLDER)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())).filter(name -> name.endsWith("json")))
                    .containsExactlyInAnyOrderElementsOf(verbs.stream()
                            .map(verb -> verb.replace(' ', '-') + PublishedSchema.ENDING)
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void every_field_that_is_printed_is_in_the_schema(String verb) throws IOException {
        PublishedSchema schema = PublishedSchema.of(verb);

        assertThat(documents.get(verb)).hasSizeGreaterThan(1).allSatisfy(schema::describes);
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void every_field_of_the_schema_is_printed_in_some_state(String verb) throws IOException {
        PublishedSchema schema = PublishedSchema.of(verb);
        Set<String> printed = new TreeSet<>();
        documents.getOrDefault(verb, List.of()).forEach(document -> printed.addAll(schema.fieldsOf(document)));

        assertThat(printed).containsAll(schema.fields());
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void programs_that_check_documents_let_later_fields_pass_and_no_later_version(String verb) throws IOException {
        PublishedSchema schema = PublishedSchema.of(verb);
        ObjectNode document = (ObjectNode) JsonMapper.shared()
                .readTree(documents.getOrDefault(verb, List.of()).get(0));

        assertThat(schema.errors(document.put("later", true).toString())).isEmpty();
        assertThat(schema.errors(document.put("version", 2).toString())).isNotEmpty();
        document.remove("version");
        assertThat(schema.errors(document.toString())).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void a_schema_says_what_it_is_of(String verb) throws IOException {
        JsonNode schema = PublishedSchema.of(verb).node();

        assertThat(schema.path("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("title").asString()).isEqualTo("What %s --json prints".formatted(verb));
        assertThat(schema.path("description").asString()).isNotEmpty();
    }

    private static List<String> words(Enum<?>... constants) {
        return Stream.of(constants).map(Words::of).toList();
    }

    private static List<String> codes(Class<?> checks) {
        return Checks.of(checks).map(Check::code).toList();
    }

    static Stream<Arguments> enums() {
        String status = "/$defs/connection/properties/";
        return Stream.of(
                Arguments.of("status", status + "state", words(ConnectionState.values())),
                Arguments.of("status", status + "turn", words(Party.values())),
                Arguments.of("status", status + "dns", words(DnsDeployment.values())),
                Arguments.of("status", "/$defs/finding/properties/code", codes(StatusCheck.class)),
                Arguments.of("offboard", "/$defs/finding/properties/code", codes(RemovalCheck.class)),
                Arguments.of("inventory", status + "toldBy", words(EstateConnection.Told.values())),
                Arguments.of(
                        "plan", "/$defs/live/properties/stacks/additionalProperties", words(LivePlan.Change.values())),
                Arguments.of("plan", "/$defs/resource/properties/action", words(ResourceChange.Action.values())),
                Arguments.of("plan", "/$defs/hop/properties/verdict", words(Verdict.values())),
                Arguments.of("plan", "/$defs/hop/properties/whoMustAct", words(Party.values())),
                Arguments.of("diagnose", "/$defs/hop/properties/verdict", words(Verdict.values())),
                Arguments.of("diagnose", "/$defs/hop/properties/whoMustAct", words(Party.values())),
                Arguments.of("diagnose", status + "whoMustAct", words(Party.values())),
                Arguments.of("provider check", "/$defs/finding/properties/verdict", words(Verdict.values())));
    }

    @ParameterizedTest
    @MethodSource("enums")
    void the_words_of_a_schema_are_those_of_the_program(String verb, String field, List<String> words)
            throws IOException {
        assertThat(PublishedSchema.of(verb).words(field)).containsExactlyInAnyOrderElementsOf(words);
    }

    @Test
    void a_hop_is_the_same_in_a_plan_and_in_a_diagnosis() throws IOException {
        assertThat(PublishedSchema.of("plan").node().at("/$defs/hop"))
                .isEqualTo(PublishedSchema.of("diagnose").node().at("/$defs/hop"));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void the_list_of_schemas_has_each(String verb) throws IOException {
        String file = verb.replace(' ', '-') + PublishedSchema.ENDING;

        assertThat(Files.readString(PublishedSchema.FOLDER.resolve("README.md")))
                .contains("| `%s` | [%s](%s) |".formatted(verb, file, file));
    }
}
