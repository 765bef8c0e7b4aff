package com.elementarydata.privatelink.operation.deployment;

import com.elementarydata.privatelink.command.Program;
import com.elementarydata.privatelink.command.ProjectFolder;
import com.elementarydata.privatelink.model.Refusal;
import com.google.common.base.Splitter;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The CDK CLI that the project's lock file pins.
 *
 * @param err hears what it said where it failed, a line each
 */
public record CdkCli(Consumer<String> err) {

    private static final String INSTALLATION = "bin/install-cdk";

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

    /** Refuses where the project is not, in place of failing halfway; the runnable jar of a release is without it. */
    public static void requireProject(String verb) {
        if (!Files.exists(ProjectFolder.path().resolve(INSTALLATION))) {
            throw Refusal.of(
                    "%s needs the CDK CLI, Node.js and this project's folder, which %s is not: run %s in a clone of privatelink-cdk"
                            .formatted(verb, ProjectFolder.path().normalize(), Program.OF_PROJECT + " " + verb));
        }
    }

    public boolean install() throws IOException, InterruptedException {
        return run(List.of(ProjectFolder.path().resolve(INSTALLATION).toString()), program -> {}, line -> {});
    }

    /** Synthesizes some customers' stacks beside the shared ones; all where none is named. */
    public boolean synthesize(Path fleetFolder, List<String> customers, Path output)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(cdk(
                "synth --quiet --no-lookups --no-notices --context %s --output %s",
                "stacks=" + fleetFolder.toAbsolutePath(), output.toAbsolutePath()));
        if (!customers.isEmpty()) {
            command.addAll(List.of("--context", "customers=" + String.join(",", customers)));
        }
        return run(command, program -> {}, line -> {});
    }

    public boolean deploy(Deployment deployment, Consumer<String> listener) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(cdk(
                "deploy --exclusively --require-approval never --no-notices --app %s --output %s --outputs-file %s",
                deployment.app(), deployment.output().toAbsolutePath(), deployment.outputs()));
        command.addAll(2, deployment.stacks());
        return run(command, deployment.environment(), listener);
    }

    /** The words of a command, each {@code %s} a word whatever is in it. */
    private static List<String> cdk(String line, Object... words) {
        Iterator<Object> left = List.of(words).iterator();
        return Stream.concat(
                        Stream.of(ProjectFolder.path()
                                .resolve("node_modules/.bin/cdk")
                                .toString()),
                        Splitter.on(' ')
                                .splitToStream(line)
                                .map(word -> word.equals("%s") ? left.next().toString() : word))
                .toList();
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
            said.forEach(line -> err.accept(line.replace("\t", "    ")));
        }
        return fine;
    }
}
