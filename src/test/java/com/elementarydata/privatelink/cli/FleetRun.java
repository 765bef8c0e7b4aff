package com.elementarydata.privatelink.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.FleetCopy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The command line on a copy of the example fleet, and what it came to. */
record FleetRun(FleetCopy fleet) {

    record Result(int exitCode, String out, String err) {}

    static FleetRun in(Path root) throws IOException {
        return new FleetRun(FleetCopy.in(root));
    }

    /** Runs a verb off a terminal, with nothing to read. Its arguments are parted by spaces. */
    Result run(String arguments) {
        return run(new StandardInput(new ByteArrayInputStream(new byte[0]), false), arguments);
    }

    /** Runs a verb that reads a text off a terminal. */
    Result reading(String text, String arguments) {
        return run(new StandardInput(new ByteArrayInputStream(text.getBytes(UTF_8)), false), arguments);
    }

    /** Runs a verb at a terminal, where a person answers in lines. */
    Result answering(String lines, String arguments) {
        return run(new StandardInput(new ByteArrayInputStream(lines.getBytes(UTF_8)), true), arguments);
    }

    private Result run(StandardInput input, String arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(
                input,
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                Stream.concat(Arrays.stream(arguments.split(" ")), Stream.of("--stacks", folder()))
                        .toArray(String[]::new));
        Result result = new Result(exitCode, named(out), named(err));
        assertThat(result.out() + result.err()).doesNotContain("\tat ", "Exception");
        return result;
    }

    /** Messages have the fleet's own name in place of the copy's. */
    private String named(ByteArrayOutputStream said) {
        return said.toString(UTF_8).replace(folder(), "stacks");
    }

    private String folder() {
        return fleet.folder().toString();
    }

    /** The names and contents of all files of the fleet, each byte as a character. */
    SortedMap<String, String> content() throws IOException {
        SortedMap<String, String> content = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(fleet.folder())) {
            paths.filter(Files::isRegularFile)
                    .forEach(path -> content.put(fleet.folder().relativize(path).toString(), bytes(path)));
        }
        return content;
    }

    private static String bytes(Path path) {
        try {
            return Files.readString(path, ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
