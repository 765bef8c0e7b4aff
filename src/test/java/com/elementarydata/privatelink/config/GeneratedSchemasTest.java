package com.elementarydata.privatelink.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Integrations;
import com.elementarydata.privatelink.integration.Key;
import com.elementarydata.privatelink.integration.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parts of the schemas that follow from the integrations; the rest of the files is written by hand.
 * {@code -Dgolden.rewrite=true} writes those parts anew.
 */
class GeneratedSchemasTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> OF_EVERY_CONNECTION =
            Set.of("id", "integration", "availabilityZoneIds", "connectivity", "dns", "endpoint");

    /** The keys of all integrations, each once. */
    private static Map<String, JsonNode> fragments() {
        Map<String, JsonNode> fragments = new TreeMap<>();
        for (Integration integration : Integrations.ALL) {
            for (Key key : integration.keys()) {
                JsonNode fragment = JSON.readTree(key.schema());
                assertThat(fragments.getOrDefault(key.name(), fragment))
                        .as("%s is another key elsewhere", key.name())
                        .isEqualTo(fragment);
                fragments.put(key.name(), fragment);
            }
        }
        return fragments;
    }

    private static void customer(ObjectNode schema) {
        ObjectNode connection = schema.withObject("/definitions/connection");
        ObjectNode properties = connection.withObject("/properties");
        write(properties.withObject("/integration").putArray("enum"), Integrations.ALL);
        properties.retain(OF_EVERY_CONNECTION);
        properties.setAll(fragments());
        ArrayNode branches = connection.putArray("allOf");
        Integrations.ALL.forEach(integration -> branch(branches.addObject(), integration));
    }

    private static void branch(ObjectNode branch, Integration integration) {
        ObjectNode condition = branch.putObject("if");
        condition.putArray("required").add("integration");
        condition.putObject("properties").putObject("integration").put("const", integration.key());
        ObjectNode consequence = branch.putObject("then");
        ArrayNode required = consequence.putArray("required");
        integration.requiredKeys().forEach(key -> required.add(key.name()));
        ObjectNode others = consequence.putObject("properties");
        fragments().keySet().stream()
                .filter(name ->
                        integration.keys().stream().noneMatch(key -> key.name().equals(name)))
                .forEach(name -> others.put(name, false));
    }

    private static void handoff(ObjectNode schema) {
        ObjectNode properties = schema.withObject("/properties");
        write(properties.withObject("/integration").putArray("enum"), Integrations.hostedByCustomers());
        List.of(Keys.REGION, Keys.AWS_ACCOUNT_ID, Keys.SERVICE_NAME, Keys.HOSTNAMES, Keys.PORTS)
                .forEach(key -> properties.set(key.name(), JSON.readTree(key.schema())));
    }

    private static void write(ArrayNode names, List<Integration> integrations) {
        integrations.forEach(integration -> names.add(integration.key()));
    }

    private static String text(ObjectNode schema) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(lines)
                .withArrayIndenter(lines)
                .withSeparators(
                        DefaultPrettyPrinter.DEFAULT_SEPARATORS.withObjectNameValueSpacing(Separators.Spacing.AFTER));
        return JSON.writer().with(printer).writeValueAsString(schema) + "\n";
    }

    private static void isGenerated(String name, Consumer<ObjectNode> generator) throws IOException {
        Path file = Path.of("stacks", name);
        String committed = Files.readString(file);
        ObjectNode schema = (ObjectNode) JSON.readTree(committed);
        generator.accept(schema);
        String generated = text(schema);
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(file, generated);
            return;
        }
        assertThat(committed).isEqualTo(generated);
    }

    @Test
    void a_customers_file_may_have_the_keys_of_its_integrations() throws IOException {
        isGenerated("customer.schema.json", GeneratedSchemasTest::customer);
    }

    @Test
    void a_handoff_document_may_be_of_what_customers_host() throws IOException {
        isGenerated("handoff.schema.json", GeneratedSchemasTest::handoff);
    }
}
