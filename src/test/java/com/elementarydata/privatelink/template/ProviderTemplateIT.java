package com.elementarydata.privatelink.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.TestApp;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.BootstraplessSynthesizer;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.cloudformation.include.CfnInclude;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** CloudFormation's built-in validation, in strict mode, of the template. */
class ProviderTemplateIT {

    @TempDir
    private Path output;

    @Test
    void is_without_errors() {
        App app = TestApp.app(output, Map.of());
        Stack stack = new Stack(
                app,
                "Provider",
                StackProps.builder().synthesizer(new BootstraplessSynthesizer()).build());
        CfnInclude.Builder.create(stack, "Template")
                .templateFile("src/main/resources/com/elementarydata/privatelink/template/provider.template.json")
                .build();

        app.synth();

        JsonNode report = JsonMapper.shared()
                .readTree(output.resolve("validation-report.json").toFile());
        assertThat(report.get("pluginReports").toString()).doesNotContainIgnoringCase("\"fatal\"", "\"error\"");
        assertThat(output.resolve("Provider.template.json")).content().contains("\"Rules\"", "Fn::ValueOf");
    }
}
