package com.elementarydata.privatelink.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {

    private record Run(int exitCode, String out, String err) {}

    private static Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), arguments);
        return new Run(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }

    static Stream<String> verbs() {
        return verbsBelow(new CommandLine(new Main()), "");
    }

    private static Stream<String> verbsBelow(CommandLine command, String path) {
        return command.getSubcommands().entrySet().stream()
                .filter(verb -> !verb.getKey().equals("help"))
                .flatMap(verb -> verb.getValue().getSubcommands().isEmpty()
                        ? Stream.of((path + " " + verb.getKey()).strip())
                        : verbsBelow(verb.getValue(), path + " " + verb.getKey()));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void every_verb_has_an_example_that_names_it(String verb) {
        Run help = run(
                Stream.concat(Stream.of(verb.split(" ")), Stream.of("--help")).toArray(String[]::new));

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).containsPattern("\nExamples?:\n").contains("bin/privatelink " + verb);
        // a line that is wrapped can't be copied
        assertThat(help.out().substring(help.out().indexOf("\nExample")).lines().skip(2))
                .allMatch(line -> line.startsWith("  "));
    }
}
