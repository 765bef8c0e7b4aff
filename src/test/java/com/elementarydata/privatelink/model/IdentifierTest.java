package com.elementarydata.privatelink.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {

    @ParameterizedTest
    @CsvSource({"acme, Acme", "acme-emea, AcmeEmea", "a1-2b-c, A12bC", "con1, Con1", "com10, Com10"})
    void outputs_begin_with_its_words(String id, String pascalCase) {
        assertThat(Identifier.parse(id)).hasToString(id);
        assertThat(Identifier.parse(id).toPascalCase()).isEqualTo(pascalCase);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Acme", "1acme", "acme-", "-acme", "acme--emea", "acme_emea", "acme emea", "acmé"})
    void fails_on_what_is_not_words_joined_by_hyphens(String text) {
        assertThatThrownBy(() -> Identifier.parse(text))
                .hasMessage(
                        "\"%s\" is not an id; use at most 40 lower-case letters and digits in words joined by hyphens,"
                                + " as in acme-emea",
                        text);
    }

    @Test
    void has_at_most_40_characters() {
        assertThat(Identifier.parse("a".repeat(40)).value()).hasSize(40);
        assertThatThrownBy(() -> Identifier.parse("a".repeat(41))).hasMessageContaining("at most 40");
    }

    @ParameterizedTest
    @ValueSource(strings = {"con", "prn", "aux", "nul", "com0", "lpt9"})
    void fails_on_the_name_of_a_device(String text) {
        assertThatThrownBy(() -> Identifier.parse(text)).hasMessageContaining("device name on Windows");
    }

    @Test
    void sorts_by_text() {
        assertThat(Identifier.parse("acme")).isLessThan(Identifier.parse("birch"));
    }
}
