package com.elementarydata.privatelink.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.net.Hostname;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a resource mapping file names, and what CDK made of it. */
class ImportedResourcesTest {

    private static final Path CASE = Path.of("src/test/cases/imported-vpc");

    private static List<PlannedStack> stacks() {
        Fleet fleet = CheckedFleet.of(FleetFolder.read(CASE.resolve("stacks")))
                .fleet()
                .orElseThrow();
        return Plan.of(fleet.network(), fleet.ledger(), fleet.customers()).stacks();
    }

    private static JsonNode template(String stack) {
        try {
            return JsonMapper.shared()
                    .readTree(Files.readString(CASE.resolve("expected/%s.template.json".formatted(stack))));
        } catch (IOException missing) {
            throw new IllegalStateException(stack, missing);
        }
    }

    @Test
    void are_in_the_templates_by_their_logical_ids_and_are_retained() {
        List<String> types = new ArrayList<>();
        for (PlannedStack stack : stacks()) {
            JsonNode resources = template(stack.name()).path("Resources");
            ImportedResources.of(stack).byLogicalId().keySet().forEach(id -> {
                assertThat(resources.path(id).path("DeletionPolicy").asString())
                        .as(id)
                        .isEqualTo("Retain");
                assertThat(resources.path(id).path("UpdateReplacePolicy").asString())
                        .as(id)
                        .isEqualTo("Retain");
                types.add(resources.path(id).path("Type").asString());
            });
        }
        assertThat(types)
                .contains(
                        "AWS::EC2::VPC",
                        "AWS::EC2::Subnet",
                        "AWS::EC2::RouteTable",
                        "AWS::EC2::VPCPeeringConnection",
                        "AWS::EC2::VPCEndpoint",
                        "AWS::EC2::SecurityGroup",
                        "AWS::Route53::HostedZone");
    }

    @Test
    void are_all_that_a_stack_without_anything_else_has() {
        List<PlannedStack> alone =
                stacks().stream().filter(ImportedResources::areAllOf).toList();

        assertThat(alone)
                .extracting(PlannedStack::name)
                .containsExactly("PrivateLink-Region-us-east-2", "PrivateLink-Customer-pine-us-east-2");
        assertThat(alone).allSatisfy(stack -> {
            JsonNode template = template(stack.name());
            assertThat(template.propertyNames()).containsExactly("Resources");
            Set<String> ids = new HashSet<>(template.path("Resources").propertyNames());
            assertThat(ids).isEqualTo(ImportedResources.of(stack).byLogicalId().keySet());
        });
    }

    @Test
    void of_hosted_zones_have_the_id_that_a_created_one_has() throws IOException {
        JsonNode created = JsonMapper.shared()
                .readTree(Files.readString(
                        Path.of("src/test/cases/adopted-vpc/expected/PrivateLink-Dns-oak.template.json")));

        assertThat(created.path("Resources").propertyNames())
                .contains(
                        LogicalIds.hostedZone(Hostname.parse("orders.oak.example")),
                        LogicalIds.hostedZone(Hostname.parse("git.oak.example")));
        assertThat(LogicalIds.hostedZone(Hostname.parse("a.%s.example".formatted("b.".repeat(110) + "c"))))
                .hasSizeLessThanOrEqualTo(255);
    }
}
