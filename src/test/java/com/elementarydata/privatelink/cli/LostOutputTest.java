package com.elementarydata.privatelink.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Output that can't be written, which a pipeline must not take for success. */
class LostOutputTest {

    private static final String LINE =
            "bin/privatelink: the output could not be written to its end; free space on the disk, or keep its reader open, and run it again";

    @TempDir
    private Path folder;

    /** A disk that is full after some bytes. */
    private static final class FullDisk extends OutputStream {

        private int left;

        FullDisk(int left) {
            this.left = left;
        }

        @Override
        public void write(int character) throws IOException {
            if (left-- <= 0) {
                throw new IOException("No space left on device");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validate",
                "validate --json",
                "plan",
                "plan acme --json",
                "runbook acme",
                "policy status",
                "policy deploy --cloudformation",
                "provider template",
                "provider script",
                "completion",
                "--help",
                "--version",
                "help add",
                "add snowflake --help"
            })
    void fails_for_every_verb_with_one_line(String words) {
        for (int left : new int[] {0, 20}) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();

            int exitCode = Main.run(
                    new PrintStream(new FullDisk(left), true, UTF_8),
                    new PrintStream(err, true, UTF_8),
                    words.split(" "));

            assertThat(exitCode).isEqualTo(1);
            assertThat(err.toString(UTF_8).lines()).filteredOn(LINE::equals).hasSize(1);
        }
    }

    @Test
    void fails_where_problems_can_not_be_told() {
        int exitCode = Main.run(
                new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
                new PrintStream(new FullDisk(0), true, UTF_8),
                "allocate",
                "--stacks",
                folder.resolve("none").toString());

        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void keeps_an_exit_code_that_says_more() {
        int exitCode = Main.run(
                new PrintStream(new FullDisk(0), true, UTF_8),
                new PrintStream(new FullDisk(0), true, UTF_8),
                "nonsense");

        assertThat(exitCode).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"> /dev/full", ">&-", "| true"})
    void fails_in_a_shell(String redirected) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full here");

        ProgramProcess.Ended ended =
                ProgramProcess.start(folder, redirected, "provider", "template").end();

        assertThat(ended).isEqualTo(new ProgramProcess.Ended(1, LINE + "\n"));
    }
}
