package com.elementarydata.privatelink.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Terraform itself, in a folder. {@code TERRAFORM_PLUGINS} names a folder with the AWS provider; without it Terraform
 * fetches the provider. Where Terraform is not to be had, the test is skipped.
 *
 * @param folder where it runs
 */
record Terraform(Path folder) {

    /**
     * A command that ended.
     *
     * @param exitCode 0 if it succeeded
     * @param said standard output and standard error
     */
    record Run(int exitCode, String said) {}

    Run run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("terraform"));
        command.addAll(Arrays.asList(arguments));
        Path said = Files.createTempFile("terraform", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("TF_IN_AUTOMATION", "1");
        // one that is named and not there is an error
        Optional.ofNullable(System.getenv("TF_CLI_CONFIG_FILE"))
                .filter(file -> Files.notExists(Path.of(file)))
                .ifPresent(file -> builder.environment().remove("TF_CLI_CONFIG_FILE"));
        int exitCode = builder.start().waitFor();
        String text = Files.readString(said, StandardCharsets.UTF_8);
        Files.delete(said);
        return new Run(exitCode, text);
    }

    /** The plan of one run of a test that was asked with {@code -json -verbose}. */
    static JsonNode plan(Run tested, String run) {
        return tested.said()
                .lines()
                .filter(line -> line.contains("\"test_plan\":"))
                .map(JsonMapper.shared()::readTree)
                .filter(message -> message.get("@testrun").asString().equals(run))
                .findFirst()
                .orElseThrow()
                .get("test_plan");
    }

    static void assumeThere() {
        boolean there = Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, "terraform")));
        Assumptions.assumeTrue(there, "terraform is not on the PATH, so bin/check-policies alone reads the module");
    }

    void init() throws IOException, InterruptedException {
        String plugins = System.getenv("TERRAFORM_PLUGINS");
        Run init = plugins == null
                ? run("init", "-no-color", "-input=false")
                : run("init", "-no-color", "-input=false", "-plugin-dir=" + plugins);
        Assumptions.assumeTrue(
                plugins != null || init.exitCode() == 0, "the AWS provider is not to be had: " + init.said());
        assertThat(init.exitCode()).as(init.said()).isZero();
    }

    void write(Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
