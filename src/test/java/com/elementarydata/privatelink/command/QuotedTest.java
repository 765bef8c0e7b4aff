package com.elementarydata.privatelink.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.HostileTexts;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is quoted, as shells read it. */
class QuotedTest {

    static List<String> texts() {
        return HostileTexts.ALL;
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_word_is_the_same_word_to_a_shell(String text) throws IOException, InterruptedException {
        for (List<String> words : List.of(List.of(text), List.of("a", text, "--b=" + text))) {
            String command = Quoted.command(words.toArray(String[]::new));

            assertThat(HostileTexts.unseen(command)).isEmpty();
            assertThat(command).doesNotContain("\n");
            assertThat(HostileTexts.wordsOf(command)).isEqualTo(words);
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_comment_is_nothing_to_a_shell(String text) throws IOException, InterruptedException {
        String comment = Quoted.comment(text);

        assertThat(HostileTexts.unseen(comment)).isEmpty();
        assertThat(comment).startsWith("# ").doesNotContain("\n").hasSizeLessThan(3_000);
        assertThat(HostileTexts.saidBySh(comment + "\necho said")).isEqualTo("said\n");
    }

    @Test
    void what_can_be_seen_is_shown_as_it_is() {
        assertThat(Quoted.of("m\u00FCller's")).isEqualTo("'m\u00FCller'\\''s'");
        assertThat(Quoted.of("a\nb \n")).isEqualTo("\"$(printf 'a\\012b\\040')${IFS#??}\"");
        assertThat(Quoted.of("=ls")).isEqualTo("'=ls'");
    }
}
