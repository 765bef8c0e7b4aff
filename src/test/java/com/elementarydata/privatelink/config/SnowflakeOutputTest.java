package com.elementarydata.privatelink.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.elementarydata.privatelink.model.Refusal;
import com.google.common.base.Splitter;
import com.google.common.base.Strings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnowflakeOutputTest {

    private static SnowflakeOutput read(String text) {
        return SnowflakeOutput.read("in", text.getBytes(UTF_8));
    }

    private static final String OUTPUT = """
            {"privatelink-account-name":"xy12345.us-east-2.aws.privatelink","privatelink-vpce-id":"com.amazonaws.vpce.\
            us-east-2.vpce-svc-0123456789abcdef0","privatelink-account-url":"xy12345.us-east-2.aws.privatelink.snowflake\
            computing.com","privatelink_ocsp-url":"ocsp.xy12345.us-east-2.aws.privatelink.snowflakecomputing.com"}""";
    private static final List<String> ENTRIES = List.of(
            "\"privatelink-account-name\": \"xy12345.us-east-2.aws.privatelink\"",
            "\"privatelink-vpce-id\": \"com.amazonaws.vpce.us-east-2.vpce-svc-0123456789abcdef0\"",
            "\"privatelink-account-url\": \"xy12345.us-east-2.aws.privatelink.snowflakecomputing.com\"",
            "\"privatelink_ocsp-url\": \"ocsp.xy12345.us-east-2.aws.privatelink.snowflakecomputing.com\"");

    /** A table of some columns that are each so wide, as a terminal draws it. */
    private static String drawn(int width, List<List<String>> rows) {
        return rows.stream()
                .flatMap(row -> {
                    int lines = row.stream()
                            .mapToInt(cell -> (cell.length() + width - 1) / width)
                            .max()
                            .orElseThrow();
                    return IntStream.range(0, lines)
                            .mapToObj(line -> row.stream()
                                    .map(cell -> cell.substring(
                                            Math.min(cell.length(), line * width),
                                            Math.min(cell.length(), (line + 1) * width)))
                                    .map(cell -> " %s ".formatted(Strings.padEnd(cell, width, ' ')))
                                    .collect(Collectors.joining("|", "|", "|")));
                })
                .collect(Collectors.joining("\n", "+---+\n", "\n+---+\n"));
    }

    private static List<List<String>> keysAndValues(UnaryOperator<String> value) {
        Stream<List<String>> rows = ENTRIES.stream()
                .map(entry -> Splitter.on(": ").splitToList(entry))
                .map(entry -> List.of(entry.get(0).replace("\"", ""), value.apply(entry.get(1))));
        return Stream.concat(Stream.of(List.of("KEY", "VALUE")), rows).toList();
    }

    private static String joined(String separator, List<List<String>> rows) {
        return rows.stream().map(row -> String.join(separator, row)).collect(Collectors.joining("\n"));
    }

    static Stream<String> whatPeopleSave() {
        String header = "SYSTEM$GET_PRIVATELINK_CONFIG()";
        UnaryOperator<String> quotedTwice = value -> "\"\"%s\"\"".formatted(value);
        UnaryOperator<String> unquoted = value -> value.replace("\"", "");
        return Stream.of(
                OUTPUT,
                "\uFEFF" + OUTPUT,
                OUTPUT.replace('"', '\''),
                "[('%s',)]".formatted(OUTPUT),
                "[Row(%s='%s')]".formatted(header, OUTPUT),
                OUTPUT.replace(",", ",\n  "),
                OUTPUT.replaceAll("\"([^\"]*)\"", "\u201C$1\u201D"),
                OUTPUT.replaceAll("\"([^\"]*)\"", "\u2018$1\u2019"),
                OUTPUT.replace("\"", "&quot;"),
                "> " + OUTPUT.replace(",", ",\n> "),
                "<td>%s</td>".formatted(OUTPUT.replace("\"", "&#34;")),
                drawn(76, List.of(List.of(header), List.of(OUTPUT))),
                drawn(76, List.of(List.of(header), List.of(OUTPUT))).replace('|', '\u2502'),
                "%s\n\"%s\"\n".formatted(header, OUTPUT.replace("\"", "\"\"")),
                "[{\"%s\": \"%s\"}]".formatted(header, OUTPUT.replace("\"", "\\\"")),
                drawn(80, keysAndValues(UnaryOperator.identity())),
                drawn(20, keysAndValues(UnaryOperator.identity())),
                drawn(80, keysAndValues(unquoted)),
                joined(",", keysAndValues(quotedTwice)),
                joined(";", keysAndValues(quotedTwice)),
                joined("\t", keysAndValues(unquoted)),
                joined(",", keysAndValues(unquoted)),
                "[%s]"
                        .formatted(ENTRIES.stream()
                                .map(entry -> Splitter.on(": ").splitToList(entry))
                                .map(entry -> "{\"KEY\":%s,\"VALUE\":%s}"
                                        .formatted(
                                                entry.get(0),
                                                "\"" + entry.get(1).replace("\"", "\\\"") + "\""))
                                .collect(Collectors.joining(",\n"))));
    }

    @ParameterizedTest
    @MethodSource("whatPeopleSave")
    void the_output_is_found_however_it_was_printed_and_saved(String text) {
        assertThat(read(text).entries()).extracting(SnowflakeOutput.Entry::json).containsExactlyElementsOf(ENTRIES);
    }

    @Test
    void the_output_is_found_as_windows_powershell_saves_it() {
        assertThat(SnowflakeOutput.read("in", ("\uFEFF" + OUTPUT).getBytes(StandardCharsets.UTF_16LE))
                        .entries())
                .hasSize(4);
        assertThat(SnowflakeOutput.read("in", ("\uFEFF" + OUTPUT).getBytes(StandardCharsets.UTF_16BE))
                        .entries())
                .hasSize(4);
    }

    @Test
    void the_keys_of_the_terraform_provider_are_known() {
        assertThat(read("""
                        {"account_name":"xy12345.us-east-2.aws.privatelink",
                         "account_url":"xy12345.us-east-2.aws.privatelink.snowflakecomputing.com",
                         "aws_vpce_id":"com.amazonaws.vpce.us-east-2.vpce-svc-0123456789abcdef0"}
                        """).json().toString())
                .contains("\"privatelink-account-name\"", "\"privatelink-account-url\"", "\"privatelink-vpce-id\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 100, 200, 300})
    void fails_for_a_truncated_output_and_says_so(int length) {
        String truncated = OUTPUT.substring(0, length);
        String said =
                "this is not what Snowflake prints: it is truncated, and its end is missing; paste the whole output"
                        + " of SELECT SYSTEM$GET_PRIVATELINK_CONFIG(), or save it with snow sql --format json";

        assertThat(problems(truncated)).singleElement().asString().endsWith(said);
        assertThat(problems(truncated + "...")).singleElement().asString().endsWith(said);
        assertThat(problems(drawn(76, List.of(List.of("SYSTEM$GET_PRIVATELINK_CONFIG()"), List.of(truncated)))))
                .singleElement()
                .asString()
                .endsWith(said);
    }

    @Test
    void fails_for_the_outputs_of_two_accounts() {
        assertThat(problems(OUTPUT + "\n" + OUTPUT.replace("xy12345", "ab12345")))
                .singleElement()
                .asString()
                .startsWith("in:2:1: PL211 this is not what Snowflake prints: a second account's output begins here");
    }

    @Test
    void fails_for_what_is_too_long_or_too_deep_for_a_configuration() {
        assertThat(problems("{\"a\":%s}".formatted("9".repeat(1500)))).hasSize(1);
        assertThat(problems("{\"a\":%s".formatted("[".repeat(1500)))).hasSize(1);
    }

    @Test
    void every_entry_has_its_place() {
        assertThat(read("\n {\"a\": \"b\",\n  \"c\":  \"d\"}").entries())
                .extracting(entry -> "%s %s %s".formatted(entry.json(), entry.keyAt(), entry.valueAt()))
                .containsExactly("\"a\": \"b\" in:2:3 in:2:8", "\"c\": \"d\" in:3:3 in:3:9");
    }

    @Test
    void a_key_that_stands_twice_stays_there_twice_for_its_reader_to_refuse() {
        assertThat(read("{\"a\":\"b\",\"a\":\"c\"}").entries()).hasSize(2);
    }

    @Test
    void names_say_what_brings_them_in() {
        assertThat(read("""
                        {"privatelink-account-name": "a.us-west-2.privatelink",
                         "privatelink-account-url": "a.us-west-2.privatelink.snowflakecomputing.com",
                         "snowsight-privatelink-url": "app.us-west-2.privatelink.snowflakecomputing.com",
                         "app-service-privatelink-url": "*.abcxyz.privatelink.snowflake.app",
                         "app-service-privatelink-url-next": "*.o-a.privatelink.snowflake.app",
                         "privatelink-connection-urls": "[b.privatelink.snowflakecomputing.com:443]"}
                        """).names())
                .extracting(name ->
                        "%s %s %s".formatted(name.value(), name.request().orElse("-"), name.isShared()))
                .containsExactly(
                        "a.us-west-2.privatelink.snowflakecomputing.com - false",
                        "app.us-west-2.privatelink.snowflakecomputing.com snowsight true",
                        "*.abcxyz.privatelink.snowflake.app app-service true",
                        "*.o-a.privatelink.snowflake.app app-service false",
                        "b.privatelink.snowflakecomputing.com client-redirect false");
    }

    @Test
    void fails_where_there_is_none() {
        String remedy = "; paste the whole output of SELECT SYSTEM$GET_PRIVATELINK_CONFIG(), or save it with snow sql"
                + " --format json";

        assertThat(problems(""))
                .containsExactly(
                        "in:1:1: PL211 this is not what Snowflake prints: it contains no JSON object" + remedy);
        assertThat(problems("002003 (02000): SQL compilation error")).hasSize(1);
        assertThat(problems("{\"a\": \"b\",\n \"c\": d}"))
                .containsExactly(
                        "in:2:7: PL211 this is not what Snowflake prints: it is incomplete, or was edited" + remedy);
        assertThat(problems("{\"a\": \"b\", \"c\": {}")).hasSize(1);
    }

    @Test
    void fails_for_bytes_that_are_no_text() {
        assertThat(problems(new byte[] {'{', (byte) 0xff})).hasSize(1);
        assertThat(problems(new byte[1 << 20])).hasSize(1);
    }

    private static List<String> problems(String text) {
        return problems(text.getBytes(UTF_8));
    }

    private static List<String> problems(byte[] content) {
        return catchThrowableOfType(Refusal.class, () -> SnowflakeOutput.read("in", content))
                .lines();
    }
}
