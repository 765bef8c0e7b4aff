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
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource(
            delimiter = '|',
            value = {
                "demo | demo deploys this project's examples: run bin/privatelink demo in a clone of privatelink-cdk",
                "plan --live | plan --live needs the CDK app, which is not in %s: use the distribution of privatelink-cdk, or a clone",
            })
    void fails_for_what_needs_the_project_where_the_project_is_not(String verb, String line, @TempDir Path elsewhere) {
        System.setProperty("privatelink.home", elsewhere.toString());

        VerbRun run = VerbRun.of(verb.split(" "));

        assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).endsWith(line.formatted(elsewhere) + "\n");
    }
}
