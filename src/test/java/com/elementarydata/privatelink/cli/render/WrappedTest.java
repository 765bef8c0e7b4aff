package com.elementarydata.privatelink.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.HostileTexts;
import com.elementarydata.privatelink.command.Quoted;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WrappedTest {

    static List<String> texts() {
        return HostileTexts.ALL;
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_command_in_several_lines_is_the_same_command(String text) throws IOException, InterruptedException {
        List<String> words = List.of("npx", "cdk", "deploy", "--app", text + " --x " + text, "--profile", text);

        List<String> lines = Wrapped.command(Quoted.command(words.toArray(String[]::new)), 40);

        assertThat(lines).hasSizeGreaterThan(1);
        assertThat(HostileTexts.wordsOf(String.join("\n", lines))).isEqualTo(words);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void words_are_lines_that_can_be_read(String text) {
        List<String> lines = Wrapped.words(text, 40);

        assertThat(HostileTexts.unseen(String.join("", lines))).isEmpty();
        assertThat(String.join("\n", lines)).hasSizeLessThan(3_000);
        assertThat(lines).noneMatch(line -> line.contains("\n"));
    }
}
