package com.elementarydata.privatelink.e2e;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A run of {@code bin/app} as the CDK CLI starts it, in which every Node.js process leaves its words. */
final class AppRun {

    private static final Path PROJECT = Path.of("").toAbsolutePath();

    private final Path root;
    private final Path output;
    private final ObjectNode context;
    private final Map<String, String> variables = new HashMap<>();

    /**
     * A run.
     *
     * @param root where its {@code bin} is
     * @param stacks the fleet folder
     * @param output where the assembly goes
     */
    AppRun(Path root, Path stacks, Path output) throws IOException {
        this.root = root;
        this.output = output;
        context = (ObjectNode) JsonMapper.shared()
                .readTree(Files.readString(PROJECT.resolve("cdk.json")))
                .get("context");
        context("stacks", stacks.toString());
    }

    /**
     * What it came to.
     *
     * @param exitCode its exit code
     * @param said what it printed
     */
    record Ended(int exitCode, String said) {}

    AppRun context(String key, String value) {
        context.put(key, value);
        return this;
    }

    AppRun with(Map<String, String> more) {
        variables.putAll(more);
        return this;
    }

    Process start() throws IOException {
        Path folder = requireNonNull(output.toAbsolutePath().getParent());
        Path recorder = folder.resolve("recorder.js");
        Files.writeString(recorder, """
                const all = [...process.execArgv, ...process.argv.slice(1)];
                require("fs").appendFileSync(process.env.RECORD, `${all.join(" ")}\\n`);
                """);
        ProcessBuilder builder = new ProcessBuilder(root.resolve("bin/app").toString())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("NODE_OPTIONS", "--require \"%s\"".formatted(recorder));
        // whose rehearsal starts Node.js, too
        builder.environment().put("PRIVATELINK_ARCHIVE", "off");
        builder.environment().put("RECORD", output + ".node");
        builder.environment().put("CDK_OUTDIR", output.toString());
        builder.environment().put("CDK_CONTEXT_JSON", context.toString());
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    Ended end() throws IOException, InterruptedException {
        Process process = start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    /** The words of each Node.js process of all runs with an output. */
    static List<String> nodesOf(Path output) throws IOException {
        Path recorded = Path.of(output + ".node");
        return Files.exists(recorded) ? Files.readAllLines(recorded) : List.of();
    }

    /** The files of an assembly by their names. */
    static Map<String, String> filesOf(Path output) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(output)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(output.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}
