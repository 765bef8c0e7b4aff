package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.FleetCopy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

/** Where there are colours. */
class ColoursTest {

    private static final String ESCAPE = "\u001b";
    private static final String BUNDLE = "src/test/bundles/acme.json";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "auto   | true  | -                            | ON",
                "auto   | false | -                            | OFF",
                "auto   | true  | NO_COLOR=1                   | OFF",
                "auto   | true  | NO_COLOR=                    | ON",
                "auto   | false | CLICOLOR_FORCE=1             | ON",
                "auto   | false | CLICOLOR_FORCE=0             | OFF",
                "auto   | true  | NO_COLOR=1 CLICOLOR_FORCE=1  | OFF",
                "auto   | true  | CLICOLOR=0                   | OFF",
                "auto   | true  | TERM=xterm-256color          | ON",
                "auto   | true  | TERM=dumb                    | OFF",
                "auto   | false | TERM=dumb CLICOLOR_FORCE=1   | ON",
                "always | false | NO_COLOR=1 TERM=dumb         | ON",
                "never  | true  | CLICOLOR_FORCE=1             | OFF",
            })
    void a_choice_counts_most_then_variables_then_the_terminal(
            String choice, boolean terminal, @Nullable String environment, Ansi expected) {
        Map<String, String> variables = new HashMap<>();
        if (environment != null) {
            Arrays.stream(environment.split(" "))
                    .map(variable -> variable.split("=", -1))
                    .forEach(variable -> variables.put(variable[0], variable[1]));
        }

        assertThat(Colours.of(
                        Colours.Choice.valueOf(choice.toUpperCase(Locale.ROOT)), Optional.of(terminal), variables))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--color always diagnose --replay " + BUNDLE,
                "diagnose --color=always --replay " + BUNDLE,
                "diagnose --replay " + BUNDLE + " --color ALWAYS",
                "--color always validate --help",
                "validate --color=always --help",
                "help --color always validate",
            })
    void every_verb_takes_the_choice_wherever_it_is(String words) {
        VerbRun run = VerbRun.of(words.split(" "));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains(ESCAPE + "[");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validate --json",
                "validate --format sarif",
                "plan --json",
                "plan --markdown",
                "runbook acme",
                "policy status",
                "completion",
                "provider script",
                "diagnose --json --replay " + BUNDLE,
            })
    void documents_have_none_whatever_is_chosen(String words) {
        VerbRun run = VerbRun.of((words + " --color always").split(" "));

        assertThat(run.out()).isNotEmpty().doesNotContain(ESCAPE);
    }

    @Test
    void problems_are_bold_and_red_and_warnings_yellow(@TempDir Path folder) throws IOException {
        FleetCopy fleet = FleetCopy.in(folder);
        fleet.write("acme", fleet.read("acme").replaceFirst("euw1-az1, euw1-az2", "eu-west-1a"));
        String stacks = fleet.folder().toString();

        VerbRun validate = VerbRun.of("validate", "--color", "always", "--stacks", stacks);
        VerbRun plan = VerbRun.of("plan", "--color", "always", "--stacks", stacks);

        assertThat(validate.err()).containsPattern(":\\d+:\\d+: \\e\\[1m\\e\\[31mPL\\d+\\e\\[0m ");
        assertThat(validate.err()).startsWith(plan.err());
        assertThat(validate.err()).containsPattern(" \\e\\[33mPL\\d+ warning:\\e\\[0m ");
        assertThat(plan.err()).hasLineCount(1);
    }

    @Test
    void texts_of_others_add_none() {
        String hostile = "\u001b[41m\u001b[8mX\u001b[0m\u001b[31m";

        VerbRun run = VerbRun.of("plan", hostile, "--color", "always");

        assertThat(run.err()).contains("\\u001b[41m").doesNotContain(ESCAPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sometimes", ""})
    void fails_for_another_choice_with_those_that_there_are(String choice) {
        VerbRun run = VerbRun.of("validate", "--color=" + choice);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--color").containsIgnoringCase("auto, always, never");
    }
}
