package com.elementarydata.privatelink.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private static Problem problem(String file, int line, int column, ProblemCode code, String what, String remedy) {
        return new Problem(new Position(file, line, column), code, what, remedy);
    }

    @Test
    void prints_as_one_line() {
        assertThat(problem("acme.yaml", 3, 7, ProblemCode.PL112, "the key \"id\" is missing", "add \"id: …\""))
                .hasToString("acme.yaml:3:7: PL112 the key \"id\" is missing; add \"id: …\"");
        assertThat(problem("acme.yaml", 3, 7, ProblemCode.PL206, "one zone", "add one"))
                .hasToString("acme.yaml:3:7: PL206 warning: one zone; add one");
    }

    @Test
    void spells_out_what_would_break_the_line_or_not_be_seen() {
        assertThat(problem("a\nb.yaml", 1, 1, ProblemCode.PL401, "\u001b[2J\u202e\u2028$1", "\uDB40\uDC41"))
                .hasToString("a\\u000ab.yaml:1:1: PL401 \\u001b[2J\\u202e\\u2028$1; \\udb40\\udc41");
    }

    @Test
    void warns_for_some_codes_only() {
        assertThat(Stream.of(ProblemCode.values()).filter(ProblemCode::isWarning))
                .containsExactly(
                        ProblemCode.PL206, ProblemCode.PL218, ProblemCode.PL219, ProblemCode.PL312, ProblemCode.PL313);
        assertThat(problem("a", 1, 1, ProblemCode.PL206, "", "").isWarning()).isTrue();
        assertThat(problem("a", 1, 1, ProblemCode.PL205, "", "").isWarning()).isFalse();
    }

    @Test
    void sorts_by_place_then_code_then_text() {
        List<Problem> sorted = List.of(
                problem("a.yaml", 1, 1, ProblemCode.PL112, "a", "a"),
                problem("a.yaml", 1, 2, ProblemCode.PL111, "a", "a"),
                problem("a.yaml", 1, 2, ProblemCode.PL112, "a", "a"),
                problem("a.yaml", 1, 2, ProblemCode.PL112, "a", "b"),
                problem("a.yaml", 1, 2, ProblemCode.PL112, "b", "a"),
                problem("a.yaml", 2, 1, ProblemCode.PL111, "a", "a"),
                problem("a.yaml", 10, 1, ProblemCode.PL111, "a", "a"),
                problem("b.yaml", 1, 1, ProblemCode.PL111, "a", "a"));

        assertThat(sorted).isSorted();
        assertThat(sorted.stream().sorted((one, other) -> other.compareTo(one)).sorted())
                .isEqualTo(sorted);
    }
}
