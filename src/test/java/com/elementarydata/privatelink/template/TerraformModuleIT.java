package com.elementarydata.privatelink.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The module as Terraform itself sees it. {@code TERRAFORM_PLUGINS} names a folder with the AWS provider; without it
 * Terraform fetches the provider.
 */
class TerraformModuleIT {

    @TempDir
    private Path folder;

    private record Run(int exitCode, String said) {}

    private Run terraform(String... arguments) throws IOException, InterruptedException {
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

    @BeforeEach
    void copy_the_module_and_its_tests() throws IOException {
        boolean there = Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, "terraform")));
        Assumptions.assumeTrue(there, "terraform is not on the PATH, so bin/check-policies alone reads the module");
        for (String from :
                List.of("src/main/resources/com/elementarydata/privatelink/template/terraform", "src/test/terraform")) {
            try (Stream<Path> files = Files.list(Path.of(from))) {
                for (Path file : files.toList()) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            }
        }
    }

    private void init() throws IOException, InterruptedException {
        String plugins = System.getenv("TERRAFORM_PLUGINS");
        Run init = plugins == null
                ? terraform("init", "-no-color", "-input=false")
                : terraform("init", "-no-color", "-input=false", "-plugin-dir=" + plugins);
        Assumptions.assumeTrue(
                plugins != null || init.exitCode() == 0, "the AWS provider is not to be had: " + init.said());
        assertThat(init.exitCode()).as(init.said()).isZero();
    }

    @Test
    void is_formatted() throws IOException, InterruptedException {
        Run format = terraform("fmt", "-check", "-diff", "-no-color");

        assertThat(format).isEqualTo(new Run(0, ""));
    }

    @Test
    void is_valid_and_refuses_what_is_wrong() throws IOException, InterruptedException {
        init();

        Run validated = terraform("validate", "-no-color");
        assertThat(validated.exitCode()).as(validated.said()).isZero();
        Run tested = terraform("test", "-no-color");
        assertThat(tested.exitCode()).as(tested.said()).isZero();
        assertThat(tested.said()).contains("13 passed, 0 failed");
        Run protocol = terraform("plan", "-no-color", "-input=false", "-var=protocol=HTTP");
        assertThat(protocol.exitCode()).isEqualTo(1);
        assertThat(protocol.said()).contains("Value for undeclared variable", "\"protocol\"");
    }
}
