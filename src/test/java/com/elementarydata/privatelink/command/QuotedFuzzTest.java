package com.elementarydata.privatelink.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.elementarydata.privatelink.HostileTexts;
import java.io.IOException;
import java.util.List;

class QuotedFuzzTest {

    /** A program has no arguments with a NUL, nor with half a character. */
    private static String argument(FuzzedDataProvider data) {
        return new String(data.consumeRemainingAsString().getBytes(UTF_8), UTF_8).replace("\0", "");
    }

    @FuzzTest
    void any_word_is_the_same_word_to_a_shell(FuzzedDataProvider data) throws IOException, InterruptedException {
        List<String> words = List.of("a", argument(data), "b");
        String command = Quoted.command(words.toArray(String[]::new));

        assertThat(HostileTexts.unseen(command)).isEmpty();
        assertThat(HostileTexts.wordsOf(command)).isEqualTo(words);
    }

    @FuzzTest
    void any_comment_is_nothing_to_a_shell(FuzzedDataProvider data) throws IOException, InterruptedException {
        String comment = Quoted.comment(data.consumeRemainingAsString());

        assertThat(HostileTexts.unseen(comment)).isEmpty();
        assertThat(HostileTexts.saidBySh(comment + "\necho said")).isEqualTo("said\n");
    }
}
