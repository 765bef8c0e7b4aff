package com.elementarydata.privatelink.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.elementarydata.privatelink.model.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnowflakeOutputTest {

    private static SnowflakeOutput read(String text) {
        return SnowflakeOutput.read("in", text.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"b\",\"c\":[1]}",
                "\uFEFF\r\n  {\n\t\"a\" : \"b\",\r\n\t\"c\" : [1]\n}\n\n",
                "'{\"a\":\"b\",\"c\":[1]}'",
                "SYSTEM$GET_PRIVATELINK_CONFIG()\n\"{\"\"a\"\":\"\"b\"\",\"\"c\"\":[1]}\"\n",
                "+---+\n| SYSTEM$GET_PRIVATELINK_CONFIG() |\n|---|\n| {\"a\":\"b\",\"c\":[1]} |\n+---+\n1 Row(s) produced.\n",
                "[\n {\n  \"SYSTEM$GET_PRIVATELINK_CONFIG()\": \"{\\\"a\\\":\\\"b\\\",\\\"c\\\":[1]}\"\n }\n]\n",
            })
    void the_output_is_found_in_what_people_save_of_it(String text) {
        SnowflakeOutput output = read(text);

        assertThat(output.json()).containsExactly("{", "  \"a\": \"b\",", "  \"c\": [1]", "}");
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
                         "privatelink-connection-urls": "[b.privatelink.snowflakecomputing.com:443]"}
                        """).names())
                .extracting(name ->
                        "%s %s %s".formatted(name.value(), name.request().orElse("-"), name.isShared()))
                .containsExactly(
                        "a.us-west-2.privatelink.snowflakecomputing.com - false",
                        "app.us-west-2.privatelink.snowflakecomputing.com snowsight true",
                        "b.privatelink.snowflakecomputing.com client-redirect false");
    }

    @Test
    void fails_where_there_is_none() {
        String remedy = "; paste the whole output of SELECT SYSTEM$GET_PRIVATELINK_CONFIG()";

        assertThat(problems(""))
                .containsExactly(
                        "in:1:1: PL211 this is not what Snowflake prints: it contains no JSON object" + remedy);
        assertThat(problems("002003 (02000): SQL compilation error")).hasSize(1);
        assertThat(problems("{\"a\": \"b\",\n \"c\": d}"))
                .containsExactly(
                        "in:2:7: PL211 this is not what Snowflake prints: it is incomplete, or was edited" + remedy);
        assertThat(problems("{\"a\": \"b\", \"c\": {}")).hasSize(1);
        assertThat(problems("{} {}"))
                .containsExactly("in:1:4: PL211 this is not what Snowflake prints: there is more after it" + remedy);
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
