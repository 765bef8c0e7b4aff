package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {

    private static final Pattern ACCEPTED =
            Pattern.compile("  [a-z/-]+ +vpce-[0-9a-f]{17} +pendingAcceptance -> available");
    private static final int SHOWN_STATES = 11;

    @TempDir
    private Path empty;

    private record Run(int exitCode, List<String> out, String err) {}

    @Test
    void ends_with_every_connection_available() throws IOException, InterruptedException {
        Run run = demo(Map.of());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).endsWith("11 of 11 connections available");
        assertThat(run.out())
                .filteredOn(line -> ACCEPTED.matcher(line).matches())
                .hasSize(SHOWN_STATES);
        assertThat(run.err()).contains("start a local AWS", "deploy customer's stack", "deploy Elementary's stacks");
    }

    @Test
    void says_so_where_no_local_aws_can_be_had() throws IOException, InterruptedException {
        // as on a machine that is no Debian
        Path apt = Files.writeString(
                empty.resolve("apt.conf"), "Dir::Etc::sourcelist \"/dev/null\"; Dir::Etc::sourceparts \"/dev/null\";");

        Run run = demo(
                Map.of("LOCAL_AWS_MOTO", "fetched", "XDG_CACHE_HOME", empty.toString(), "APT_CONFIG", apt.toString()));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().get(run.out().size() - 1))
                .startsWith("Nothing was deployed, as no local AWS is available here: ");
    }

    private Run demo(Map<String, String> environment) throws IOException, InterruptedException {
        Path err = empty.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(
                        "sh", "-c", Commands.in("README.md", "Run a fleet", 0).get(0))
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        List<String> out;
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            out = lines.lines().toList();
        }
        return new Run(process.waitFor(), out, Files.readString(err));
    }
}
