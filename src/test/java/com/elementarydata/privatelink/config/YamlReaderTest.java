package com.elementarydata.privatelink.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.lists;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import com.elementarydata.privatelink.model.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

    private final Problems problems = new Problems();

    private Optional<Mapping> read(byte[] content) {
        return YamlReader.read("acme.yaml", content, problems);
    }

    private Optional<Mapping> read(String content) {
        return read(content.getBytes(UTF_8));
    }

    private YamlScalar scalar(String value) {
        Mapping mapping = read("key: " + value).orElseThrow();
        assertThat(problems.sorted()).isEmpty();
        return (YamlScalar) mapping.get("key").orElseThrow();
    }

    private List<String> refusals(byte[] content) {
        assertThat(read(content)).isEmpty();
        return problems.sorted().stream().map(Problem::toString).toList();
    }

    private List<String> refusals(String content) {
        return refusals(content.getBytes(UTF_8));
    }

    /** Each could be the beginning of a signed token that goes on to the file's end. */
    @Test
    void looks_for_secrets_at_once_in_a_file_as_large_as_there_may_be() {
        String content = "# " + "eyJ-".repeat(16_000) + "\nid: acme\n";
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(read(content)).isPresent());
    }

    @Test
    void keeps_where_keys_and_values_stand() {
        Mapping file = read("id: acme\nconnections:\n  - id: git\n    ports: [443, 22]\n")
                .orElseThrow();

        Mapping connection = file.mappings("connections").get(0);
        assertThat(connection.keyAt("ports").orElseThrow()).hasToString("acme.yaml:4:5");
        assertThat(connection.integers("ports").get(1).at()).hasToString("acme.yaml:4:18");
        assertThat(connection.at()).hasToString("acme.yaml:3:5");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"22\"', TEXT",
        "'''22''', TEXT",
        "22, INTEGER",
        "-1, INTEGER",
        "012345670123, TEXT",
        "210987654321, INTEGER",
        "0x16, TEXT",
        "0o17, TEXT",
        "1_000, TEXT",
        "22:30, TEXT",
        "2026-11-22, TEXT",
        "4.5, DECIMAL",
        "1e3, DECIMAL",
        "no, TEXT",
        "yes, TEXT",
        "on, TEXT",
        "off, TEXT",
        "y, TEXT",
        "True, TEXT",
        "true, BOOLEAN",
        "false, BOOLEAN",
        "'\"true\"', TEXT",
        "null, NULL",
        "'', NULL",
        "~, TEXT",
        "'\"\"', TEXT",
    })
    void takes_for_a_number_or_a_boolean_only_what_json_does(String value, YamlScalar.Type type) {
        assertThat(scalar(value).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".inf",
                "-.inf",
                ".nan",
                "1e99999999999",
                "1e999999999",
                "-1e-999",
                "443.",
                "443.0",
                "4430e-1",
                "22.5"
            })
    void fails_on_what_is_no_whole_number_where_one_belongs(String value) {
        Schema.CUSTOMER.checkShape(
                read("{id: acme, connections: [{id: git, integration: service, ports: [%s]}]}".formatted(value))
                        .orElseThrow(),
                problems);

        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .anyMatch(problem -> problem.startsWith("acme.yaml:1:66: PL113 ") && problem.contains(value));
    }

    @Test
    void reads_json_as_it_is() {
        Mapping file = read("{\"a\": {\"b\": [\"c\", 1, true, null]}, \"d\\u00e9\": \"\\\"\"}")
                .orElseThrow();

        assertThat(file.toJson()).hasToString("{\"a\":{\"b\":[\"c\",1,true,null]},\"dé\":\"\\\"\"}");
    }

    @Test
    void counts_lines_and_columns_behind_a_byte_order_mark_and_between_carriage_returns() {
        Mapping file = read("\uFEFFid: acme\r\nconnections:\r\n- id: git\r\n").orElseThrow();

        assertThat(file.keyAt("id").orElseThrow()).hasToString("acme.yaml:1:1");
        assertThat(file.text("id").orElseThrow().value()).isEqualTo("acme");
        assertThat(file.keyAt("connections").orElseThrow()).hasToString("acme.yaml:2:1");
        assertThat(file.mappings("connections").get(0).text("id").orElseThrow().at())
                .hasToString("acme.yaml:3:7");
    }

    @Test
    void counts_columns_in_characters() {
        assertThat(read("{é😀: x, b: y}").orElseThrow().keyAt("b").orElseThrow())
                .hasToString("acme.yaml:1:9");
    }

    @Test
    void fails_on_a_key_that_stands_twice_with_both_lines_and_reads_the_rest() {
        Mapping file = read("id: acme\nports: [1]\nid: beta\n").orElseThrow();

        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .containsExactly("acme.yaml:3:1: PL103 duplicate key \"id\"; it is already on line 1, delete one");
        assertThat(file.text("id").orElseThrow().value()).isEqualTo("acme");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: &x 1|acme.yaml:1:4: PL102 this has an anchor; write the value itself where it is needed",
                "a: *x|acme.yaml:1:4: PL102 this is an alias; write the value itself",
                "a: !!str 1|acme.yaml:1:4: PL102 this has a tag; leave out the \"!\", or quote the text if it begins with one",
                "a: !Ref b|acme.yaml:1:4: PL102 this has a tag; leave out the \"!\", or quote the text if it begins with one",
                "a: !x [b]|acme.yaml:1:4: PL102 this has a tag; leave out the \"!\", or quote the text if it begins with one",
                "a: !x {b: c}|acme.yaml:1:4: PL102 this has a tag; leave out the \"!\", or quote the text if it begins with one",
                "[a, b]|acme.yaml:1:1: PL102 the file is not a mapping of keys to values; write \"key: value\" lines",
                "acme|acme.yaml:1:1: PL102 the file is not a mapping of keys to values; write \"key: value\" lines",
                "? [a]|acme.yaml:1:3: PL102 expected a key, found a list or mapping; write \"key: value\"",
            })
    void fails_on_what_fleet_files_are_not_written_in(String content, String refusal) {
        assertThat(refusals(content)).containsExactly(refusal);
    }

    @Test
    void fails_where_the_file_ends_within_an_escape() {
        assertThat(refusals("a: \"\\u"))
                .containsExactly("acme.yaml:1:1: PL102 this is not YAML: the file ends within an escape in double"
                        + " quotes; compare the indentation, quotes and brackets with an example");
    }

    @Test
    void fails_on_merge_keys_by_their_alias() {
        assertThat(refusals("a: {<<: *b}"))
                .containsExactly("acme.yaml:1:9: PL102 this is an alias; write the value itself");
    }

    @Test
    void fails_on_a_second_document() {
        assertThat(refusals("a: 1\n---\nb: 2\n"))
                .containsExactly("acme.yaml:2:1: PL102 a second YAML document begins; keep one document per file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# a comment alone\n", "\uFEFF"})
    void fails_on_an_empty_file(String content) {
        assertThat(refusals(content))
                .containsExactly("acme.yaml:1:1: PL102 the file is empty; write its keys, or delete it");
    }

    @Test
    void fails_on_another_encoding() {
        String refusal = "acme.yaml:%s: PL102 this is not valid UTF-8; save it as UTF-8";

        assertThat(refusals("id: café".getBytes(ISO_8859_1))).containsExactly(refusal.formatted("1:8"));
        assertThat(refusals("id: acme".getBytes(UTF_16))).contains(refusal.formatted("1:1"));
    }

    @ParameterizedTest
    @CsvSource({
        "'id: ac\0me', 1:7",
        "'\0', 1:1",
        "'id: acme\n\0', 2:1",
        "'id: acme\r\n# \0', 2:3",
        "'id: acme\r\0', 2:1"
    })
    void fails_on_a_nul_byte(String content, String place) {
        assertThat(refusals(content))
                .containsExactly(
                        "acme.yaml:%s: PL102 this character is not allowed in a text file; delete it, and save the"
                                        .formatted(place)
                                + " file as UTF-8");
    }

    @Test
    void fails_on_a_file_that_is_too_large() {
        String fits = "a: " + "x".repeat(64 * 1024 - 3);

        assertThat(read(fits)).isPresent();
        assertThat(refusals(fits + "x"))
                .singleElement()
                .asString()
                .startsWith("acme.yaml:1:1: PL104 the file is larger than 64 KiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{", "{a: ", "- ", "? ", "[[{"})
    void fails_on_deep_nesting_without_an_overflow(String opening) {
        assertThat(refusals(opening.repeat(30_000 / opening.length())))
                .singleElement()
                .asString()
                .matches("acme.yaml:1:[0-9]+: PL104 this is nested too deeply; use at most 20 levels");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "id: acme\\n  x: y~2:4~unexpected colon, since no key can end here",
                "id: a: b~1:6~unexpected colon, since no key can end here",
                "id: {a: b c: d}~1:12~a comma or the closing brace is missing before this",
                "id: [a, b~1:10~a comma or the closing bracket is missing before this",
                "id: acme\\n- a~2:1~this does not continue what is above it",
                "a:\\n  - b\\n  c: d~3:3~this does not continue what is above it",
                "id: acme\\nregion us\\nports: [1]~2:1~this key is not followed by a colon and a space",
                "id: \"acme\\nregion: us\\n~1:5~a quote opens here and is never closed",
                "id: 'acme\\n---\\n~1:5~a quote opens here and is never closed",
                "id: \"a\\d\"~1:8~a backslash in double quotes begins an escape that YAML does not know",
                "id: \"\\xzz\"~1:8~a backslash in double quotes begins an escape that YAML does not know",
                "id: - a~1:5~unexpected dash, since no list can begin here",
                "id: *.acme.example~1:5~text that begins with \"*\" or \"&\" is a reference in YAML",
                "id: & b~1:5~text that begins with \"*\" or \"&\" is a reference in YAML",
                "id: !<x~1:5~text that begins with \"!\" is a tag in YAML",
                "id: |x~1:5~\"|\" and \">\" begin a multi-line text",
                "id: >0~1:5~\"|\" and \">\" begin a multi-line text",
                "id: @acme~1:5~no text begins with this character unless it is quoted",
                "id: acme\\n\\tx: y~2:1~tabs are not allowed here",
                "id: [,]~1:6~expected a value, found a bracket, brace or comma",
                "id: [{~1:7~the file ends where a value is expected",
                "id: a\\n...\\nb~3:1~there is text after the end of the document",
                "id: ? b~1:5~unexpected question mark, since no key can begin here",
                "%YAML 1.2\\n%YAML 1.2\\n---\\na: b~2:1~a line that begins with \"%\" is a YAML directive",
                "%YAML x\\n---\\na: b~1:7~a line that begins with \"%\" is a YAML directive",
                "%YAML 3.0\\n---\\na: b~1:1~it begins with a directive for another version of YAML",
            })
    void fails_on_broken_yaml_where_it_breaks_and_says_what_people_do_so(String content, String place, String what) {
        assertThat(refusals(content.replace("\\n", "\n").replace("\\t", "\t")))
                .singleElement()
                .asString()
                .startsWith("acme.yaml:%s: PL102 this is not YAML: %s".formatted(place, what));
    }

    @Test
    void says_everything_in_one_line_whatever_is_in_the_file() {
        read("\"a\\nb\": 1\n\"a\\nb\": 2\n");

        assertThat(problems.sorted()).singleElement().asString().contains("\"a\\u000ab\"");
    }

    @Test
    void never_fails_otherwise_whatever_the_file_is_made_of() {
        qt().forAll(lists().of(arbitrary()
                                .pick(List.of(
                                        "a", ": ", "- ", "[", "]", "{", "}", "\"", "'", "\n", "  ", "&x", "*x", "!t",
                                        "|", ">", "#", "%", "?", "\t", "---", "...", ",", "1", "<<", "\0", "é",
                                        "\u0085", "~", "@")))
                        .ofSizeBetween(0, 30))
                .check(parts -> {
                    Problems found = new Problems();
                    Optional<Mapping> file =
                            YamlReader.read("acme.yaml", String.join("", parts).getBytes(UTF_8), found);
                    file.ifPresent(mapping -> Schema.CUSTOMER.checkShape(mapping, found));
                    return file.isPresent() || !found.sorted().isEmpty();
                });
    }
}
