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
 * Another program, run in the project's folder, without input. Its output is shown if it fails.
 *
 * @param command the program and its arguments
 * @param environment what its environment needs to have
 */
record Program(List<String> command, Consumer<ProcessBuilder> environment) {

    Program(String... command) {
        this(List.of(command), program -> {});
    }

    /**
     * Runs it to its end.
     *
     * @param err hears what it said, if it fails
     * @param listener hears each line as it is said
     * @return whether it went well
     */
    boolean run(Consumer<String> err, Consumer<String> listener) throws IOException, InterruptedException {
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
}
