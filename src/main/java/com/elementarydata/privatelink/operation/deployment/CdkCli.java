package com.elementarydata.privatelink.operation.deployment;

import com.elementarydata.privatelink.command.ProjectFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The CDK CLI that the project's lock file pins.
 *
 * @param err hears what it said where it failed, a line each
 */
public record CdkCli(Consumer<String> err) {

    /**
     * A deployment.
     *
     * @param app the app's command, or the folder of a synthesized app
     * @param output the folder for what is synthesized and for {@link #outputs}
     * @param stacks the stacks, or {@code --all}
     * @param environment gives the CLI an account and a Region
     */
    public record Deployment(String app, Path output, List<String> stacks, Consumer<ProcessBuilder> environment) {

        /** The file with the outputs of the stacks. */
        public Path outputs() {
            return output.resolve("outputs.json").toAbsolutePath();
        }
    }

    public boolean install() throws IOException, InterruptedException {
        return run(List.of(ProjectFolder.path().resolve("bin/install-cdk").toString()), program -> {}, line -> {});
    }

    public boolean synthesize(Path fleetFolder, Path output) throws IOException, InterruptedException {
        return synthesize(fleetFolder, List.of(), output);
    }

    /** Synthesizes some customers' stacks beside the shared ones; all where none is named. */
    public boolean synthesize(Path fleetFolder, List<String> customers, Path output)
            throws IOException, InterruptedException {
        return run(
                List.of(
                        cdk(),
                        "synth",
                        "--quiet",
                        "--no-lookups",
                        "--no-notices",
                        "--context",
                        "stacks=" + fleetFolder.toAbsolutePath(),
                        "--context",
                        "customers=" + String.join(",", customers),
                        "--output",
                        output.toAbsolutePath().toString()),
                program -> {},
                line -> {});
    }

    public boolean deploy(Deployment deployment, Consumer<String> listener) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(cdk(), "deploy"));
        command.addAll(deployment.stacks());
        command.addAll(List.of(
                "--exclusively",
                "--require-approval",
                "never",
                "--no-notices",
                "--app",
                deployment.app(),
                "--output",
                deployment.output().toAbsolutePath().toString(),
                "--outputs-file",
                deployment.outputs().toString()));
        return run(command, deployment.environment(), listener);
    }

    /** Runs a program in the project's folder and without anybody to ask; what it says is shown where it fails. */
    private boolean run(List<String> command, Consumer<ProcessBuilder> environment, Consumer<String> listener)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(ProjectFolder.path().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        environment.accept(builder);
        Process process = builder.start();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().peek(listener).forEach(said::add);
        }
        boolean fine = process.waitFor() == 0;
        if (!fine) {
            said.forEach(err);
        }
        return fine;
    }

    private static String cdk() {
        return ProjectFolder.path().resolve("node_modules/.bin/cdk").toString();
    }
}
