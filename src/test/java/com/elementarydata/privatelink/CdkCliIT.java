package com.elementarydata.privatelink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The real CDK CLI, without credentials, once with CloudFormation's built-in validation in strict mode: it costs seconds,
 * and the same bytes need it no second time.
 */
class CdkCliIT {

    private static final Path EXPECTED = Path.of("src/test/cases/example/expected");

    @TempDir
    private Path folder;

    private record Result(int exitCode, String said) {}

    private Result synthesize(Path stacks, Path output, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        "node_modules/.bin/cdk",
                        "synth",
                        "-q",
                        "--no-lookups",
                        "--no-notices",
                        "-c",
                        "stacks=" + stacks.toAbsolutePath(),
                        "--output",
                        output.toString())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().remove("CDK_VALIDATION");
        builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
        builder.environment()
                .put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString());
        builder.environment().put("AWS_CONFIG_FILE", folder.resolve("none").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), said);
    }

    private void synthesizesWhatIsExpected(Path stacks, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path output = folder.resolve("cdk.out");
        Result result = synthesize(stacks, output, environment);
        assertThat(result.exitCode()).as(result.said()).isZero();
        assertThat(FleetCopy.templates(output)).isEqualTo(FleetCopy.templates(EXPECTED));
        assertThat(output.resolve("manifest.json")).content().doesNotContain("\"missing\"");
    }

    @Test
    void synthesizes_the_same_bytes_as_a_test_and_without_a_warning() throws IOException, InterruptedException {
        synthesizesWhatIsExpected(Path.of("stacks"), Map.of());
        assertThat(folder.resolve("cdk.out/validation-report.json"))
                .content()
                .doesNotContain("\"severity\": \"error\"", "\"severity\": \"warning\"");
    }

    @Test
    void synthesizes_the_same_bytes_in_another_locale_and_time_zone_and_from_files_in_another_order()
            throws IOException, InterruptedException {
        synthesizesWhatIsExpected(
                FleetCopy.in(folder).folder(),
                Map.of(
                        "CDK_VALIDATION", "false",
                        "LC_ALL", "C",
                        "TZ", "Asia/Kathmandu",
                        "JAVA_TOOL_OPTIONS", "-Duser.language=ar -Duser.country=EG -Duser.timezone=Asia/Kathmandu"));
    }

    /** Other JDKs that stand beside the one that runs this. */
    static List<Path> otherJdks() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        try (Stream<Path> beside = Files.list(own.getParent())) {
            return beside.filter(home -> Files.isExecutable(home.resolve("bin/java"))
                            && Files.isRegularFile(home.resolve("release")))
                    .filter(home -> !Files.isSymbolicLink(home) && !home.equals(own))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("otherJdks")
    void synthesizes_the_same_bytes_on_every_other_jdk_of_this_machine(Path javaHome)
            throws IOException, InterruptedException {
        assumeThat(javaHome.resolve("release")).content().doesNotContainPattern("JAVA_VERSION=\"(1\\.|9|1[0-6])");
        synthesizesWhatIsExpected(
                Path.of("stacks"), Map.of("CDK_VALIDATION", "false", "JAVA_HOME", javaHome.toString()));
    }

    @Test
    void says_what_is_wrong_in_one_line_and_without_a_stack_trace() throws IOException, InterruptedException {
        FleetCopy fleet = FleetCopy.in(folder);
        fleet.write("acme", fleet.read("acme").replace("usw2-az1", "us-west-2a"));

        Result result = synthesize(fleet.folder(), folder.resolve("cdk.out"), Map.of("CDK_VALIDATION", "false"));

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.said())
                .containsPattern("acme\\.yaml:7:27: PL204 \"us-west-2a\" is not an AZ ID; ")
                .doesNotContain("\tat ");
    }
}
