package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.demo.LocalAws;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The real CDK CLI, against a local AWS.
 *
 * @param aws where it deploys to
 * @param folder where it writes
 */
record Cdk(LocalAws aws, Path folder) {

    /** What a run came to. */
    record Run(int exitCode, String said) {

        Run fine() {
            assertThat(exitCode).as(said).isZero();
            return this;
        }

        Run failed() {
            assertThat(exitCode).as(said).isNotZero();
            return this;
        }
    }

    /** A run that may still be under way. */
    record Running(Process process, Path log) {

        Run end() throws IOException, InterruptedException {
            int exitCode = process.waitFor();
            return new Run(exitCode, Files.readString(log));
        }
    }

    /** Deploys stacks of an assembly, or all of them. */
    Run deploy(Path assembly, String... stacks) throws IOException, InterruptedException {
        return startDeploying(assembly, stacks).end();
    }

    Running startDeploying(Path assembly, String... stacks) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("deploy", "--app", assembly.toString()));
        arguments.addAll(stacks.length == 0 ? List.of("--all") : List.of(stacks));
        return start(Accounts.ELEMENTARY, Accounts.PRODUCTION_REGION, deploying(arguments));
    }

    /** What a deployment would change; its exit code is 0 only if that is nothing. */
    Run diff(Path assembly) throws IOException, InterruptedException {
        return start(
                        Accounts.ELEMENTARY,
                        Accounts.PRODUCTION_REGION,
                        List.of("diff", "--app", assembly.toString(), "--fail"))
                .end();
    }

    /** The arguments of a deployment without questions. */
    static List<String> deploying(List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--require-approval", "never", "--progress", "events"));
        return all;
    }

    /** The arguments that deploy all of a fleet's files. */
    static List<String> deployingFleet(Path stacks, Path output) {
        return deploying(List.of(
                "deploy", "--all", "--app", "bin/app", "--context", "stacks=" + stacks, "--output", output.toString()));
    }

    /** Starts the CLI as an account, at home in a Region. */
    Running start(AccountId account, Region region, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("node_modules/.bin/cdk", "--no-notices"));
        command.addAll(arguments);
        Path log = Files.createTempFile(folder, "cdk-", ".log");
        ProcessBuilder program = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(Path.of("/dev/null").toFile());
        aws.lead(program, account);
        program.environment().put("AWS_REGION", region.code());
        program.environment().put(RecordedCalls.WHO, RecordedCalls.CDK);
        return new Running(program.start(), log);
    }
}
