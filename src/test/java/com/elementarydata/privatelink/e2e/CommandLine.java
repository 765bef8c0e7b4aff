package com.elementarydata.privatelink.e2e;

import com.elementarydata.privatelink.cli.PublishedSchema;
import com.elementarydata.privatelink.demo.LocalAws;
import com.elementarydata.privatelink.net.AccountId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code bin/privatelink}, as an account of a local AWS.
 *
 * @param aws the local AWS
 * @param account whose credentials it has
 * @param stacks the fleet folder
 */
record CommandLine(LocalAws aws, AccountId account, Path stacks) {

    /** What a run came to. */
    record Run(int exitCode, String out, String err) {}

    /** A run that may still be under way. */
    record Running(Process process, Path err) {

        Run end() throws IOException, InterruptedException {
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), out, Files.readString(err));
        }
    }

    /** Elementary's, for a fleet. */
    static CommandLine of(E2eFleet fleet) {
        return new CommandLine(fleet.aws(), Accounts.ELEMENTARY, fleet.files().folder());
    }

    CommandLine as(AccountId other) {
        return new CommandLine(aws, other, stacks);
    }

    Run run(String verb, String... arguments) throws IOException, InterruptedException {
        Run run = start(verb, arguments).end();
        if (List.of(arguments).contains("--json") && !run.out().isEmpty()) {
            PublishedSchema.of(verb).describes(run.out());
        }
        return run;
    }

    /** What works on no fleet. */
    Run runAnywhere(String... words) throws IOException, InterruptedException {
        return start(List.of(words)).end();
    }

    Running start(String verb, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(verb));
        words.addAll(List.of(arguments));
        words.addAll(List.of("--stacks", stacks.toString()));
        return start(words);
    }

    private Running start(List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of("bin/privatelink"));
        command.addAll(words);
        Path err = Files.createTempFile("verb-", ".err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        aws.lead(builder, account);
        builder.environment().remove("COLUMNS");
        builder.environment().put(RecordedCalls.WHO, RecordedCalls.who(words));
        return new Running(builder.start(), err);
    }
}
