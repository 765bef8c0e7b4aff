package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class SubcommandsTest {

    static Stream<String> verbs() {
        return new CommandLine(new Main()).getSubcommands().keySet().stream();
    }

    private static String said(String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        int exitCode = Main.run(stream, stream, words);
        return exitCode + "\n" + said.toString(StandardCharsets.UTF_8);
    }

    /** The option comes first, so that no word is a verb's when verbs are made. */
    @ParameterizedTest
    @MethodSource("verbs")
    void a_verb_says_the_same_whether_it_is_made_alone_or_among_all(String verb) {
        assertThat(said(verb, "--help")).isEqualTo(said("--color=auto", verb, "--help"));
        assertThat(said(verb, "--hlep")).isEqualTo(said("--color=auto", verb, "--hlep"));
    }
}
