package com.elementarydata.privatelink.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostnameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git.acme.example",
                "*.git.acme.example",
                "dbc-1a2b3c4d-5e6f.cloud.databricks.com",
                "xn--mnchen-3ya.example",
                "xn--strae-oqa.example",
                "xn--a-ecp.ru",
                "xn--fiqs8s.example",
                "xn--ls8h.example",
                "9.example"
            })
    void keeps_a_canonical_name_as_it_was_written(String text) {
        assertThat(Hostname.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xn--zzzz99999", "xn--99999999", "xn--a", "xn--0", "xn---a", "xn--a_b"})
    void fails_for_a_label_that_is_the_code_of_no_name(String label) {
        assertThatThrownBy(() -> Hostname.parse("git.%s.example".formatted(label)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageEndingWith(
                        "; copy the name from its owner: what follows \"xn--\" is not the code of any name");
    }

    @Test
    void decodes_every_international_suffix() throws IOException {
        try (InputStream list = Hostname.class.getResourceAsStream("public-suffixes.txt")) {
            List<String> coded = new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(suffix -> suffix.contains("xn--"))
                    .toList();
            assertThat(coded).hasSizeGreaterThan(100).allSatisfy(suffix -> Hostname.parse("git." + suffix));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "git.\u0430cme.example, U+0430 CYRILLIC SMALL LETTER A, 'the Latin \"a\"'",
        "g\u03B9t.acme.example, U+03B9 GREEK SMALL LETTER IOTA, 'the Latin \"i\"'",
        "git.\u0430\u0441\u0435.example, U+0430 CYRILLIC SMALL LETTER A, 'the Latin \"a\"'",
        "git.acme\u2013eu.example, U+2013 EN DASH, '\"-\"'",
        "git\uFF11.acme.example, U+FF11 FULLWIDTH DIGIT ONE, '\"1\"'"
    })
    void fails_for_a_character_that_looks_like_another_one_and_says_which_it_is(String text, String is, String isNot) {
        assertThatThrownBy(() -> Hostname.parse(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("\" is %s, not %s; ".formatted(is, isNot));
    }

    @ParameterizedTest
    @ValueSource(strings = {"m\u00FCnchen.example", "\u043F\u043E\u0447\u0442\u0430.example"})
    void fails_for_an_international_name_with_its_code_alone(String text) {
        assertThatThrownBy(() -> Hostname.parse(text)).hasMessageMatching(".*in canonical form; write xn--.*");
    }

    @Test
    void fails_for_a_server_whose_name_no_certificate_can_have() {
        assertThat(Hostname.parse("my_db.acme.example")).hasToString("my_db.acme.example");
        assertThatThrownBy(() -> Hostname.parseServer("my_db.acme.example"))
                .hasMessageContaining("\"my_db.acme.example\" has an underscore, so it cannot be in a TLS certificate");
        assertThat(Hostname.parseServer("my-db.acme.example")).hasToString("my-db.acme.example");
    }

    @ParameterizedTest
    @CsvSource({
        "Git.Acme.Example, write git.acme.example",
        "git.acme.example., write git.acme.example",
        "münchen.example, write xn--mnchen-3ya.example",
        "straße.example, 'write the xn-- form that its owner uses: there are two for names with \"ß\" or \"ς\"'",
        "git.acme.example\u3002, write git.acme.example",
        "git.acme.example.., 'give each label 1 to 63 letters, digits or hyphens, with no hyphen first or last'",
        "Git_1.acme.example, write git_1.acme.example",
        "Git, 'give the full name with its domain, as in git.acme.example'",
        "https://git.acme.example/login, give the host alone: git.acme.example",
        "git.acme.example/login, give the host alone: git.acme.example",
        "git.acme.example:443, give the host without its port: git.acme.example",
        "10.1.2.3, 'give the name that clients use, not an address'",
        "git.8.8, a name that ends in a number is taken for an address; give the name that clients use",
        "fd00::1, 'give the name that clients use, not an address'",
        "_git.acme.example, 'give each label 1 to 63 letters, digits or hyphens, with no hyphen first or last'",
        "git, 'give the full name with its domain, as in git.acme.example'",
        "a.*.example, 'use a wildcard only as the whole first label, as in *.git.acme.example'",
        "git*.acme.example, 'use a wildcard only as the whole first label, as in *.git.acme.example'",
        "*.*.example, 'use a wildcard only as the whole first label, as in *.git.acme.example'",
        "*, 'use a wildcard only as the whole first label, as in *.git.acme.example'",
    })
    void fails_with_the_remedy(String text, String remedy) {
        assertThatThrownBy(() -> Hostname.parse(text))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        refused -> assertThat(refused.remedy()).isEqualTo(remedy));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-git.acme.example", "git-.acme.example", "git..example", "git acme.example", "${x}.example", ""
            })
    void fails_on_labels_that_are_none(String text) {
        assertThatThrownBy(() -> Hostname.parse(text)).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @MethodSource("longTexts")
    void fails_at_once_on_a_text_as_long_as_a_file(String text) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThatThrownBy(() -> Hostname.parse(text)).isInstanceOf(InvalidValueException.class));
    }

    static Stream<String> longTexts() {
        return Stream.of(
                ":".repeat(60_000) + "\n",
                "1:".repeat(30_000) + "\n",
                "https://" + "a".repeat(60_000) + "\n/\n",
                "a".repeat(60_000) + "\n/\n");
    }

    @Test
    void fails_on_a_name_or_a_label_that_is_too_long() {
        String label = "a".repeat(63);
        assertThat(Hostname.parse(label + ".example").value()).startsWith(label);
        assertThatThrownBy(() -> Hostname.parse(label + "a.example")).hasMessageContaining("63");
        assertThat(Hostname.parse("a.".repeat(126) + "a").value()).hasSize(253);
        assertThatThrownBy(() -> Hostname.parse("a.".repeat(126) + "aa")).hasMessageContaining("253");
        assertThatThrownBy(() -> Hostname.parse("ü.".repeat(100) + "example")).hasMessageContaining("253");
    }

    @ParameterizedTest
    @CsvSource({
        "git.acme.example, acme.example, true",
        "acme.example, acme.example, true",
        "*.acme.example, acme.example, true",
        "acme.example, *.acme.example, true",
        "notacme.example, acme.example, false",
        "acme.example, git.acme.example, false"
    })
    void is_at_or_below_a_name_whose_zone_would_answer_for_it(String name, String zone, boolean expected) {
        assertThat(Hostname.parse(name).isAtOrBelow(Hostname.parse(zone))).isEqualTo(expected);
    }
}
