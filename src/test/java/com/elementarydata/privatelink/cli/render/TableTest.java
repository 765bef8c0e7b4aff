package com.elementarydata.privatelink.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables in terminals of any width. */
class TableTest {

    private record Row(String name, String id, String text) {}

    private static final List<Row> ROWS = List.of(
            new Row("acme/warehouse", "vpce-0123456789abcdef0", "what is found is said in some words"),
            new Row("birch/git", "vpce-0123456789abcdef1", ""));

    private static final Table<Row> TABLE = Table.of(List.of(
            Table.column("CONNECTION", Row::name),
            Table.column("ENDPOINT", Row::id),
            Table.column("FOUND", Row::text)));

    @Test
    void a_wide_terminal_has_a_line_for_each_row() {
        assertThat(String.join("\n", TABLE.lines(ROWS, 120))).isEqualTo("""
                +----------------+------------------------+-------------------------------------+
                | CONNECTION     | ENDPOINT               | FOUND                               |
                +----------------+------------------------+-------------------------------------+
                | acme/warehouse | vpce-0123456789abcdef0 | what is found is said in some words |
                | birch/git      | vpce-0123456789abcdef1 |                                     |
                +----------------+------------------------+-------------------------------------+""");
    }

    @Test
    void a_narrower_one_has_long_text_on_several_lines() {
        assertThat(String.join("\n", TABLE.lines(ROWS, 64))).isEqualTo("""
                +----------------+------------------------+--------------------+
                | CONNECTION     | ENDPOINT               | FOUND              |
                +----------------+------------------------+--------------------+
                | acme/warehouse | vpce-0123456789abcdef0 | what is found is   |
                |                |                        | said in some words |
                | birch/git      | vpce-0123456789abcdef1 |                    |
                +----------------+------------------------+--------------------+""");
    }

    @Test
    void where_words_would_break_each_row_is_a_paragraph() {
        assertThat(String.join("\n", TABLE.lines(ROWS, 40))).isEqualTo("""
                acme/warehouse
                  endpoint: vpce-0123456789abcdef0
                  found: what is found is said in some
                    words

                birch/git
                  endpoint: vpce-0123456789abcdef1""");
    }

    static IntStream widths() {
        return IntStream.rangeClosed(36, 200);
    }

    @ParameterizedTest
    @MethodSource("widths")
    void no_line_is_longer_than_the_terminal_and_no_word_breaks(int width) {
        List<String> lines = TABLE.lines(ROWS, width);

        assertThat(lines).allMatch(line -> line.length() <= width);
        assertThat(lines.stream().flatMap(line -> Stream.of(line.split("[| ]+"))))
                .contains("acme/warehouse", "vpce-0123456789abcdef0", "what", "words", "vpce-0123456789abcdef1");
    }
}
