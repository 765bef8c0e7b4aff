package com.elementarydata.privatelink.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.TestApp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.CfnSubnet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** CloudFormation's built-in validation, in strict mode, of every golden case that becomes templates. */
class CloudFormationValidationIT {

    @TempDir
    private Path output;

    static Stream<Path> casesWithTemplates() throws IOException {
        return GoldenTest.cases().filter(testCase -> Files.notExists(testCase.resolve("expected/problems.txt")));
    }

    @ParameterizedTest
    @MethodSource("casesWithTemplates")
    void finds_nothing_to_say(Path testCase) throws IOException {
        ByteArrayOutputStream messages = new ByteArrayOutputStream();

        boolean fine = FleetApp.run(
                TestApp.app(
                        output, Map.of("stacks", GoldenTest.stacksOf(testCase).toString())),
                new PrintStream(messages, true, StandardCharsets.UTF_8));

        assertThat(fine).as(messages.toString(StandardCharsets.UTF_8)).isTrue();
        JsonNode report = JsonMapper.builder()
                .build()
                .readTree(output.resolve("validation-report.json").toFile());
        assertThat(report.get("pluginReports")).isEmpty();
    }

    /** An empty report proves something only where a wrong template has a full one. */
    @Test
    void finds_an_id_that_is_none() {
        App app = TestApp.app(output, Map.of());
        CfnSubnet.Builder.create(new Stack(app, "Stack"), "Subnet")
                .vpcId("vpc-xyz")
                .cidrBlock("10.0.0.0/24")
                .build();

        assertThatThrownBy(app::synth).isInstanceOf(RuntimeException.class);
        assertThat(output.resolve("validation-report.json")).content().contains("E1151");
    }
}
