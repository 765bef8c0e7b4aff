package com.elementarydata.privatelink.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The CDK CLI that the project's lock file pins. What it says is shown where it fails. */
record CdkCli(PrintWriter err) {

    boolean install() throws IOException, InterruptedException {
        return run(ProjectFolder.path().resolve("bin/install-cdk").toString());
    }

    boolean synthesize(Path fleetFolder, Path output) throws IOException, InterruptedException {
        return run(
                ProjectFolder.path().resolve("node_modules/.bin/cdk").toString(),
                "synth",
                "--quiet",
                "--no-lookups",
                "--no-notices",
                "--context",
                "stacks=" + fleetFolder.toAbsolutePath(),
                "--output",
                output.toAbsolutePath().toString());
    }

    private boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(command))
                .directory(ProjectFolder.path().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        List<String> said;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            said = lines.lines().toList();
        }
        boolean fine = process.waitFor() == 0;
        if (!fine) {
            said.forEach(err::println);
        }
        return fine;
    }
}
