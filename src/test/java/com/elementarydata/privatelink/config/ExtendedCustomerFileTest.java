package com.elementarydata.privatelink.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtendedCustomerFileTest {

    private static final List<String> NEW = List.of("id: new", "ports: [1]");

    private static String extended(String text) {
        return ExtendedCustomerFile.of(text, NEW).orElseThrow().text();
    }

    @Test
    void a_connection_comes_after_the_last_one_and_its_comments() {
        ExtendedCustomerFile file = ExtendedCustomerFile.of("""
                        # the head
                        id: acme
                        connections: # all of them
                          - id:   one  # first
                            ports: [1,   2] # two

                            # dns: prepared
                          # the end
                        """, NEW).orElseThrow();

        assertThat(file.text()).isEqualTo("""
                # the head
                id: acme
                connections: # all of them
                  - id:   one  # first
                    ports: [1,   2] # two

                    # dns: prepared
                  - id: new
                    ports: [1]
                  # the end
                """);
        assertThat(file.line()).isEqualTo(8);
        assertThat(file.indent()).isEqualTo(4);
    }

    @Test
    void what_stands_behind_the_connections_stays_behind_them() {
        assertThat(extended("connections:\n- id: one\n\n# whose\nid: acme\n"))
                .isEqualTo("connections:\n- id: one\n- id: new\n  ports: [1]\n\n# whose\nid: acme\n");
    }

    @Test
    void connections_that_blank_lines_part_are_parted_by_one_more() {
        String before = "id: acme\nconnections:\n  - id: one\n\n  # second\n  - id: two\n";

        assertThat(extended(before)).isEqualTo(before + "\n  - id: new\n    ports: [1]\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lines_end_as_the_others_do(String end) {
        String before = String.join(end, "\uFEFFid: acme", "connections:", "    - id: one", "      b: 😀", "");

        assertThat(extended(before)).isEqualTo(before + String.join(end, "    - id: new", "      ports: [1]", ""));
    }

    @Test
    void a_last_line_without_an_end_gets_one() {
        assertThat(extended("id: acme\r\nconnections:\r\n  - {id: one}"))
                .isEqualTo("id: acme\r\nconnections:\r\n  - {id: one}\r\n  - id: new\r\n    ports: [1]\r\n");
    }

    @Test
    void a_text_of_several_lines_stays_whole() {
        String before = "id: acme\nconnections:\n  - id: one\n    a: |\n      text\n\n      more\n\n";

        assertThat(extended(before)).startsWith(before.stripTrailing()).endsWith("\n  - id: new\n    ports: [1]\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id: acme\nconnections: [{id: one}]\n",
                "id: acme\nconnections: []\n",
                "{id: acme, connections: [{id: one}]}",
                "id: acme\nconnections:\n",
                "id: acme\n",
            })
    void fails_where_there_is_no_place_for_lines(String text) {
        assertThat(ExtendedCustomerFile.of(text, NEW)).isEmpty();
    }

    @Test
    void fails_where_lines_would_be_something_else_in_their_place() {
        assertThat(ExtendedCustomerFile.of("id: acme\nconnections:\n  - id: one\n", List.of("id: new", "- broken")))
                .isEmpty();
    }
}
