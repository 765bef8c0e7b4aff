package com.elementarydata.privatelink.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.FleetCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OrderTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    @Test
    void a_stack_is_deployed_after_those_that_it_reads_and_dns_after_the_routes_too() throws IOException {
        FleetCopy.Run run = FleetCopy.in(folder).synthesize();
        JsonNode artifacts =
                JSON.readTree(run.output().resolve("manifest.json").toFile()).get("artifacts");

        Map<String, Set<String>> ordered = new TreeMap<>();
        Map<String, Set<String>> read = new TreeMap<>();
        run.templates().forEach((stack, template) -> {
            ordered.put(
                    stack,
                    artifacts
                            .get(stack)
                            .path("dependencies")
                            .valueStream()
                            .map(JsonNode::asString)
                            .filter(name -> run.templates().containsKey(name))
                            .collect(Collectors.toCollection(TreeSet::new)));
            JsonNode parsed = JSON.readTree(template);
            read.put(
                    stack,
                    Stream.concat(
                                    parsed.findValues("Fn::GetStackOutput").stream()
                                            .map(output ->
                                                    output.get("StackName").asString()),
                                    parsed.findValues("Fn::ImportValue").stream()
                                            .map(name -> name.asString().replaceFirst(":.*", "")))
                            .collect(Collectors.toCollection(TreeSet::new)));
        });
        read.forEach((stack, others) -> {
            if (stack.startsWith("PrivateLink-Dns-")) {
                others.add("PrivateLink-Production");
            }
        });
        assertThat(ordered).isEqualTo(read);
    }

    @Test
    void every_stack_is_protected_and_deployed_without_bootstrap() throws IOException {
        FleetCopy.Run run = FleetCopy.in(folder).synthesize();
        JsonNode manifest = JSON.readTree(run.output().resolve("manifest.json").toFile());

        assertThat(manifest.has("missing")).isFalse();
        run.templates().keySet().forEach(stack -> {
            JsonNode properties = manifest.get("artifacts").get(stack).get("properties");
            assertThat(properties.get("terminationProtection").asBoolean()).isTrue();
            assertThat(properties.has("assumeRoleArn")).isFalse();
            assertThat(properties.has("cloudFormationExecutionRoleArn")).isFalse();
            assertThat(properties.has("requiresBootstrapStackVersion")).isFalse();
        });
    }

    @Test
    void nobody_is_warned_of_what_is_meant_to_be_so() throws IOException {
        FleetCopy.Run run = FleetCopy.in(folder).synthesize();

        for (String stack : run.templates().keySet()) {
            assertThat(Files.readString(run.output().resolve(stack + ".metadata.json")))
                    .as(stack)
                    .doesNotContain("aws:cdk:warning");
        }
    }
}
