package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How {@code bin/app} starts the Node.js process that jsii makes constructs in. */
class KernelIT {

    private static final Path PROJECT = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("bin/build").start().waitFor()).isZero();
    }

    private AppRun.Ended synthesize(Path root, Path output, Map<String, String> variables)
            throws IOException, InterruptedException {
        return new AppRun(root, PROJECT.resolve("stacks"), output)
                .with(variables)
                .context("customers", "birch")
                .context("cache", "off")
                .end();
    }

    private static List<String> started(Path output) throws IOException {
        return AppRun.nodesOf(output);
    }

    private static Map<String, String> files(Path output) throws IOException {
        return AppRun.filesOf(output);
    }

    @Test
    void it_is_one_process_and_what_it_writes_and_says_is_the_same_as_with_jsiis_own_two() throws Exception {
        Path direct = folder.resolve("direct");
        Path usual = folder.resolve("usual");

        AppRun.Ended run = synthesize(PROJECT, direct, Map.of());

        assertThat(run.exitCode()).as(run.said()).isZero();
        assertThat(synthesize(PROJECT, usual, Map.of("PRIVATELINK_KERNEL", "jsii"))
                        .said()
                        .replace(usual.toString(), "-"))
                .isEqualTo(run.said().replace(direct.toString(), "-"));
        assertThat(files(direct)).hasSizeGreaterThan(3).isEqualTo(files(usual));
        assertThat(started(direct))
                .singleElement()
                .asString()
                .startsWith("--liftoff-only --single-threaded --wasm-tiering-budget=1000000000 --preserve-symlinks "
                        + PROJECT.resolve("bin/kernel.js"));
        assertThat(started(usual)).hasSize(2).allMatch(words -> words.contains("jsii"));
    }

    /** A plugin of a validation can print anything. */
    @Test
    void what_is_printed_there_is_no_answer_to_java() throws Exception {
        Path printer = Files.writeString(folder.resolve("printer.js"), """
                process.nextTick(() => {
                  console.log('{"ok":{}}');
                  console.error("wrong: ä");
                });
                """);
        Path output = folder.resolve("out");

        AppRun.Ended run = synthesize(PROJECT, output, Map.of("JSII_NODE", "node --require '%s'".formatted(printer)));

        assertThat(run.exitCode()).as(run.said()).isZero();
        assertThat(run.said()).contains("{\"ok\":{}}\n").contains("wrong: ä\n");
        assertThat(started(output)).singleElement().asString().contains("--require " + printer);
    }

    @Test
    void a_node_without_the_flags_runs_it_without_them() throws Exception {
        Path node = Files.writeString(folder.resolve("other node"), """
                #!/bin/sh
                case $* in *--liftoff-only*) exit 9 ;; esac
                exec node "$@"
                """);
        assertThat(node.toFile().setExecutable(true)).isTrue();
        Path output = folder.resolve("out");

        AppRun.Ended run = synthesize(PROJECT, output, Map.of("JSII_NODE", "'%s'".formatted(node)));

        assertThat(run.exitCode()).as(run.said()).isZero();
        assertThat(started(output)).singleElement().asString().startsWith("--preserve-symlinks ");
    }

    @Test
    void whoever_names_another_one_gets_that() throws Exception {
        AppRun.Ended run = synthesize(PROJECT, folder.resolve("out"), Map.of("JSII_RUNTIME", "exit 3"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.said()).contains("synthesis failed: ");
        assertThat(folder.resolve("out.node")).doesNotExist();
    }

    /** As a distribution is, which has no sources. */
    @Test
    void a_path_with_anything_in_it_is_found_without_a_locale() throws Exception {
        Path root = Files.createDirectory(folder.resolve("it's a $HOME ö"));
        Files.createSymbolicLink(root.resolve("bin"), PROJECT.resolve("bin"));
        Files.createSymbolicLink(root.resolve("lib"), PROJECT.resolve("target"));
        Path output = folder.resolve("out");

        AppRun.Ended run = synthesize(root, output, Map.of("LC_ALL", "C"));

        assertThat(run.exitCode()).as(run.said()).isZero();
        assertThat(started(output)).singleElement().asString().startsWith("--liftoff-only ");
    }
}
