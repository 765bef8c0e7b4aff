package com.elementarydata.privatelink.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.command.Program;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ProgramNameTest {

    private static final String JAR = "java -jar privatelink-cdk-0.1.0-cli.jar";

    private static Stream<CommandLine> withAllBelow(CommandLine verb) {
        return Stream.concat(
                Stream.of(verb), verb.getSubcommands().values().stream().flatMap(ProgramNameTest::withAllBelow));
    }

    @AfterEach
    void whereTheProjectIs() {
        System.clearProperty("privatelink.home");
    }

    @Test
    void help_of_every_verb_names_the_program_that_was_started() {
        CommandLine root = new CommandLine(new Main());

        new ProgramName(JAR).callIn(root);

        assertThat(withAllBelow(root))
                .hasSizeGreaterThan(15)
                .allSatisfy(verb -> assertThat(verb.getUsageMessage())
                        .contains("Usage: " + JAR)
                        .doesNotContain(Program.OF_PROJECT));
    }

    @Test
    void examples_with_a_long_name_are_not_wrapped() {
        CommandLine root = new CommandLine(new Main());
        CommandLine provider = requireNonNull(root.getSubcommands().get("provider"));
        CommandLine check = requireNonNull(provider.getSubcommands().get("check"));
        String before = check.getUsageMessage();

        new ProgramName(JAR).callIn(root);

        assertThat(check.getUsageMessage())
                .endsWith(before.substring(before.indexOf("Example:")).replace(Program.OF_PROJECT, JAR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "plan --live"})
    void fails_for_what_needs_the_project_where_the_project_is_not(String verb, @TempDir Path elsewhere) {
        System.setProperty("privatelink.home", elsewhere.toString());

        VerbRun run = VerbRun.of(verb.split(" "));

        assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualToNormalizingNewlines(
                        "%s needs the CDK CLI, Node.js and this project's folder, which %s is not:"
                                        .formatted(verb, elsewhere)
                                + " run bin/privatelink %s in a clone of privatelink-cdk\n".formatted(verb));
    }
}
