package com.elementarydata.privatelink.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** What a verb came to, run as {@code bin/privatelink} runs it. */
public record VerbRun(int exitCode, String out, String err) {

    public static VerbRun of(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), arguments);
        VerbRun run = new VerbRun(exitCode, out.toString(UTF_8), err.toString(UTF_8));
        assertThat(run.out() + run.err()).doesNotContain("\tat ", "Exception");
        return run;
    }

    /** Data of a run that went well and had nothing else to say. */
    public String data() {
        assertThat(exitCode).as(err).isZero();
        assertThat(err).matches("(fleet folder: .*/stacks\n)?");
        return out;
    }
}
