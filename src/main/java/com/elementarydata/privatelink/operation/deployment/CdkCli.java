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
 * The CDK CLI that a project's lock file pins.
 *
 * @param project where it runs
 * @param err hears what it said where it failed, a line each
 */
public record CdkCli(Path project, Consumer<String> err) {

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

    /** For a fleet; refuses without what it needs, in place of failing halfway: the runnable jar has none of it. */
    public static CdkCli of(Path fleetFolder, String verb, Consumer<String> err) {
        if (!Files.exists(installation())) {
            throw Refusal.of(
                    "%s needs the CDK app, which is not in %s: use the distribution of privatelink-cdk, or a clone"
                            .formatted(
                                    verb,
                                    Program.isRunnableJar()
                                            ? "the runnable jar"
                                            : Program.home().normalize()));
        }
        return ProjectFolder.of(fleetFolder)
                .map(project -> new CdkCli(project.path(), err))
                .orElseThrow(() -> Refusal.of("%s needs a cdk.json in %s or above; %s init writes it"
                        .formatted(verb, fleetFolder.toAbsolutePath().normalize(), Program.name())));
    }

    private static Path installation() {
        return Program.home().resolve(INSTALLATION);
    }

    public boolean install() throws IOException, InterruptedException {
        return run(List.of(installation().toString(), project.toString()), program -> {}, line -> {});
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
    private List<String> cdk(String line, Object... words) {
        Iterator<Object> left = List.of(words).iterator();
        return Stream.concat(
                        Stream.of(new ProjectFolder(project).cdk().toString()),
                        Splitter.on(' ')
                                .splitToStream(line)
                                .map(word -> word.equals("%s") ? left.next().toString() : word))
                .toList();
    }

    /** Runs a program in the project's folder and without anybody to ask; what it says is shown where it fails. */
    private boolean run(List<String> command, Consumer<ProcessBuilder> environment, Consumer<String> listener)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.toFile())
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
