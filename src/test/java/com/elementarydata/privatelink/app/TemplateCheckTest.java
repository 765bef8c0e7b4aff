package com.elementarydata.privatelink.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.FleetCopy;
import com.elementarydata.privatelink.TestApp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateCheckTest {

    private static TemplateCheck check(String text) {
        return new TemplateCheck("A.template.json", text, false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Name\": \"{{resolve:ssm:x}}\"} | {{",
                "{\"Name\": \"a.${AWS::Region}.example\"} | ${",
                "{\"Fn::Sub\": \"x\"} | \"Fn::Sub\"",
                "{\"Fn::Transform\": {}} | \"Fn::Transform\"",
                "{\"Transform\": \"AWS::Include\"} | \"Transform\":"
            })
    void fails_on_what_cloudformation_would_interpret(String template, String found) {
        assertThat(check(template).errors())
                .singleElement()
                .asString()
                .startsWith("A.template.json holds " + found + ",");
    }

    @Test
    void lets_the_functions_of_the_stacks_pass() {
        assertThat(check(
                                "{\"Fn::GetAtt\": [], \"Fn::Select\": [], \"Fn::GetStackOutput\": {}, \"Fn::ImportValue\": \"\", \"Ref\": \"\"}")
                        .errors())
                .isEmpty();
    }

    @Test
    void fails_on_a_template_too_large_to_be_deployed_inline_with_the_way_out() {
        String large = "x".repeat(51_201);

        assertThat(check(large.substring(1)).errors()).isEmpty();
        assertThat(check(large).errors())
                .singleElement()
                .asString()
                .contains("51201 bytes", "cdk bootstrap", "-c bootstrapped=true");
        assertThat(new TemplateCheck("A.template.json", large, true).errors()).isEmpty();
    }

    @Test
    void warns_of_more_than_twenty_outputs_of_other_stacks() {
        String read = "\"Fn::GetStackOutput\" ";

        assertThat(check(read.repeat(20)).warnings()).isEmpty();
        assertThat(check(read.repeat(21)).warnings()).singleElement().asString().contains("21 places");
    }

    @Test
    void the_way_out_works(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        boolean fine = FleetApp.run(
                TestApp.app(
                        folder.resolve("out"),
                        Map.of("stacks", FleetCopy.in(folder).folder().toString(), "bootstrapped", "true")),
                new PrintStream(messages, true, StandardCharsets.UTF_8));

        assertThat(fine).as(messages.toString(StandardCharsets.UTF_8)).isTrue();
        assertThat(folder.resolve("out/manifest.json")).content().contains("cloudFormationExecutionRoleArn");
    }
}
