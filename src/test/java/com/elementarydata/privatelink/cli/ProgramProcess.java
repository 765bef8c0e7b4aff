package com.elementarydata.privatelink.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line in a process of its own, as a shell starts it. */
final class ProgramProcess {

    private static final long LONGEST_SECONDS = 120;

    private final Process process;
    private final Path err;

    private ProgramProcess(Process process, Path err) {
        this.process = process;
        this.err = err;
    }

    /**
     * What it came to.
     *
     * @param exitCode its exit code
     * @param err what it printed to standard error
     */
    record Ended(int exitCode, String err) {}

    /**
     * Starts it.
     *
     * @param redirected what a shell has after the command, such as {@code > /dev/full}
     * @param arguments the verb and its options
     */
    static ProgramProcess start(Path folder, String redirected, String... arguments) throws IOException {
        Path err = Files.createTempFile(folder, "err", ".txt");
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                "bash",
                "-c",
                "\"$@\" " + redirected + "; exit ${PIPESTATUS[0]}",
                "bash",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(err.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        return new ProgramProcess(process, err);
    }

    Ended end() throws IOException, InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("it does not end");
        }
        return new Ended(process.exitValue(), Files.readString(err, UTF_8));
    }
}
