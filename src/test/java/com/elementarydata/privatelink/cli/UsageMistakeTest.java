package com.elementarydata.privatelink.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageMistakeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // verbs
                "validat | \"validat\" is not a verb of bin/privatelink | did you mean \"validate\"? bin/privatelink",
                "int | \"int\" is not a verb of bin/privatelink | did you mean \"init\"? bin/privatelink",
                "inti | \"inti\" is not a verb of bin/privatelink | did you mean \"init\"? bin/privatelink",
                "xyzzy | \"xyzzy\" is not a verb of bin/privatelink | bin/privatelink",
                "provider chek | \"chek\" is not a verb of bin/privatelink provider"
                        + " | did you mean \"check\"? bin/privatelink provider",
                "add snowflak acme | \"snowflak\" is not an integration"
                        + " | did you mean \"snowflake\"? bin/privatelink add",
                "help valdate | \"valdate\" is not a verb of bin/privatelink | did you mean \"validate\"? bin/privatelink",
                "allocate x y | \"x\" is one word too many for bin/privatelink allocate | bin/privatelink allocate",
                // options
                "validate --jsn | \"--jsn\" is not an option of bin/privatelink validate"
                        + " | did you mean --json? bin/privatelink validate",
                "validate --formt json | \"--formt\" is not an option of bin/privatelink validate"
                        + " | did you mean --format? bin/privatelink validate",
                "plan --lvie | \"--lvie\" is not an option of bin/privatelink plan"
                        + " | did you mean --live? bin/privatelink plan",
                "policy deploy -cloudformation | \"-cloudformation\" is not an option of bin/privatelink policy deploy"
                        + " | did you mean --cloudformation? bin/privatelink policy deploy",
                "-x | \"-x\" is not an option of bin/privatelink | bin/privatelink",
                "validate --json --json | --json is given twice | keep one of them; bin/privatelink validate",
                "runbook acme --live --outputs=x | --outputs and --live exclude each other"
                        + " | keep one of them; bin/privatelink runbook",
                // values
                "validate --format foo | \"foo\" is not a value of --format"
                        + " | choose from text, json, github, sarif; bin/privatelink validate",
                "validate --format=sarf | \"sarf\" is not a value of --format"
                        + " | did you mean \"sarif\"? bin/privatelink validate",
                "validate --format | --format needs a value: FORMAT"
                        + " | choose from text, json, github, sarif; bin/privatelink validate",
                "validate --stacks | --stacks needs a value: DIR | bin/privatelink validate",
                "status --interval --json | --interval needs a value: TIME | bin/privatelink status",
                "status --interval x | --interval: \"x\" is no time from 1s to 24h; give one such as 90s, 30m or 1h"
                        + " | bin/privatelink status",
                "status --watch=yes | --watch takes no value, and \"yes\" is one | bin/privatelink status",
                "provider check --integration lokker | \"lokker\" is not a value of --integration"
                        + " | did you mean \"looker\"? bin/privatelink provider check",
                "policy deploy --kind vpc | \"vpc\" is not a value of --kind"
                        + " | choose from region, production, customer, dns; bin/privatelink policy deploy",
                "inventory --region eu-wst-1 | --region: \"eu-wst-1\" is not a known AWS Region; did you mean eu-west-1?"
                        + " | bin/privatelink inventory",
                "add databricks Acme | <customer>: \"Acme\" is not an id; use at most 40 lower-case letters and digits in"
                        + " words joined by hyphens, as in acme-emea | bin/privatelink add databricks",
                // what is missing
                "runbook | CUSTOMER is missing | bin/privatelink runbook",
                "provider check | --service-name is missing | bin/privatelink provider check",
                "provider | name what to do | bin/privatelink provider",
            })
    void fails_with_a_line_of_what_is_wrong_and_a_line_of_what_was_meant(String typed, String wrong, String meant) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int exitCode = Main.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), typed.split(" "));

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(err.toString(UTF_8).lines()).containsExactly(wrong, meant + " --help says more");
    }
}
