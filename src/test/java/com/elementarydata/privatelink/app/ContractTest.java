package com.elementarydata.privatelink.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.ImportedResources;
import com.elementarydata.privatelink.fleet.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What deployed stacks depend on. A golden folder may be rewritten after a look at it; what is written out here may not:
 * a change replaces or orphans what runs.
 */
class ContractTest {

    private static final Path EXAMPLE = Path.of("src/test/cases/example/expected");
    private static final Set<String> UPDATED_IN_PLACE = Set.of("AliasTarget", "VpcPeeringConnectionId");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> cases = Files.walk(Path.of("src/test/cases"))) {
            return cases.filter(path -> path.toString().endsWith(".template.json")).sorted().toList().stream();
        }
    }

    private static JsonNode example(String stack) {
        return JSON.readTree(EXAMPLE.resolve(stack + ".template.json").toFile());
    }

    private static Map<String, String> typesById(JsonNode template) {
        Map<String, String> types = new TreeMap<>();
        template.get("Resources")
                .properties()
                .forEach(resource -> types.put(
                        resource.getKey(), resource.getValue().get("Type").asString()));
        return types;
    }

    private static SortedSet<String> outputs(JsonNode template) {
        return template.path("Outputs")
                .propertyStream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void the_ids_of_a_regional_stack_never_change() {
        assertThat(typesById(example("PrivateLink-Region-us-west-2")))
                .containsOnly(
                        Map.entry("Network1C6012B5", "AWS::EC2::VPC"),
                        Map.entry("NetworkPeeringConnection2AF36218", "AWS::EC2::VPCPeeringConnection"),
                        Map.entry("Networkusw2az11EDD7B96", "AWS::EC2::Subnet"),
                        Map.entry("Networkusw2az1RouteTable903F5116", "AWS::EC2::RouteTable"),
                        Map.entry(
                                "Networkusw2az1RouteTableAssociationA2180344", "AWS::EC2::SubnetRouteTableAssociation"),
                        Map.entry("Networkusw2az1RouteTo1001024DFC7D61F", "AWS::EC2::Route"),
                        Map.entry("Networkusw2az1RouteTo1002024956A5C50", "AWS::EC2::Route"),
                        Map.entry("Networkusw2az1RouteTo1003024FA19B78C", "AWS::EC2::Route"),
                        Map.entry("Networkusw2az24D5B4D58", "AWS::EC2::Subnet"),
                        Map.entry("Networkusw2az2RouteTable0533536A", "AWS::EC2::RouteTable"),
                        Map.entry(
                                "Networkusw2az2RouteTableAssociation9E2D9943", "AWS::EC2::SubnetRouteTableAssociation"),
                        Map.entry("Networkusw2az2RouteTo1001024F78CC928", "AWS::EC2::Route"),
                        Map.entry("Networkusw2az2RouteTo10020242E740438", "AWS::EC2::Route"),
                        Map.entry("Networkusw2az2RouteTo10030240052FDD5", "AWS::EC2::Route"),
                        Map.entry("NetworkFlowLogGroup4F8CEEEF", "AWS::Logs::LogGroup"),
                        Map.entry("NetworkFlowLogRole4C0B2D1D", "AWS::IAM::Role"),
                        Map.entry("NetworkFlowLog0C7D188B", "AWS::EC2::FlowLog"));
    }

    @Test
    void the_ids_of_a_customers_stacks_never_change() {
        assertThat(typesById(example("PrivateLink-Customer-acme-us-west-2")))
                .containsOnly(
                        Map.entry("warehouseSecurityGroupEA55465A", "AWS::EC2::SecurityGroup"),
                        Map.entry("warehouse74821550", "AWS::EC2::VPCEndpoint"));
        assertThat(typesById(example("PrivateLink-Dns-birch")))
                .containsOnly(
                        Map.entry("Endpointlakehouse", "AWS::SSM::Parameter"),
                        Map.entry("ZonesZonedbc1a2b3c4d5e6fclouddatabrickscom69682886", "AWS::Route53::HostedZone"),
                        Map.entry("ZonesRecorddbc1a2b3c4d5e6fclouddatabrickscom2DD75A13", "AWS::Route53::RecordSet"));
        assertThat(typesById(example("PrivateLink-Production")))
                .containsEntry("Routertb0a1b2c3d4e5f60711uswest2", "AWS::EC2::Route")
                .containsEntry("PeeringConnectionuswest2", "AWS::SSM::Parameter")
                .hasSize(19);
    }

    private static List<String> exports(JsonNode template) {
        return template.path("Outputs").findValues("Export").stream()
                .map(export -> export.get("Name").asString())
                .sorted()
                .toList();
    }

    @Test
    void the_names_of_outputs_never_change() {
        assertThat(outputs(example("PrivateLink-Region-us-west-2")))
                .containsExactly("PeeringConnectionId", "SubnetIdUsw2Az1", "SubnetIdUsw2Az2", "VpcId");
        assertThat(outputs(example("PrivateLink-Customer-fir-eu-central-1")))
                .containsExactly(
                        "PostgresCrossRegionDnsHostedZoneId",
                        "PostgresCrossRegionDnsName",
                        "PostgresCrossRegionEndpointId",
                        "PostgresCrossRegionServiceName");
        assertThat(outputs(example("PrivateLink-Production"))).isEmpty();
        assertThat(outputs(example("PrivateLink-Dns-acme"))).isEmpty();
    }

    @Test
    void the_names_of_stacks_never_change() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLE)) {
            assertThat(files.map(path -> path.getFileName().toString().replace(".template.json", "")))
                    .contains(
                            "PrivateLink-Region-us-west-2",
                            "PrivateLink-Production",
                            "PrivateLink-Customer-acme-us-west-2",
                            "PrivateLink-Customer-acme-eu-central-1",
                            "PrivateLink-Dns-acme",
                            "PrivateLink-Dns-elm-energy")
                    .hasSize(21);
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void what_is_retained_is_a_closed_set(Path path) {
        created(path)
                .get("Resources")
                .properties()
                .forEach(resource -> assertThat(retention(resource.getValue()))
                        .as(resource.getKey())
                        .isEqualTo(expectedRetention(
                                resource.getValue().get("Type").asString())));
    }

    /** A template without what exists and is imported as it is, of which {@code ImportedResourcesTest} says more. */
    private static JsonNode created(Path path) {
        JsonNode template = JSON.readTree(path.toFile());
        Path stacks = path.resolveSibling("../stacks").normalize();
        if (stacks.endsWith("imported-vpc/stacks")) {
            Fleet fleet = CheckedFleet.of(FleetFolder.read(stacks)).fleet().orElseThrow();
            Plan.of(fleet.network(), fleet.ledger(), fleet.customers()).stacks().stream()
                    .filter(stack -> path.endsWith(stack.name() + ".template.json"))
                    .forEach(stack -> ((ObjectNode) template.get("Resources"))
                            .remove(ImportedResources.of(stack).byLogicalId().keySet()));
        }
        return template;
    }

    private static String retention(JsonNode resource) {
        return resource.path("DeletionPolicy").asString("-") + " "
                + resource.path("UpdateReplacePolicy").asString("-");
    }

    private static String expectedRetention(String type) {
        return switch (type) {
            case "AWS::EC2::VPC",
                    "AWS::EC2::Subnet",
                    "AWS::EC2::RouteTable",
                    "AWS::EC2::SubnetRouteTableAssociation",
                    "AWS::EC2::Route",
                    "AWS::EC2::VPCPeeringConnection",
                    "AWS::Logs::LogGroup" -> "RetainExceptOnCreate Retain";
            case "AWS::EC2::VPCEndpoint", "AWS::EC2::SecurityGroup" -> "Delete Retain";
            default -> "- -";
        };
    }

    @ParameterizedTest
    @MethodSource("templates")
    void no_template_runs_code_or_has_a_physical_name(Path path) {
        assertThat(created(path).toPrettyString())
                .doesNotContain(
                        "Custom::",
                        "AWS::Lambda::Function",
                        "AWS::CloudFormation::CustomResource",
                        "AWS::CDK::Metadata",
                        "aws:cdk:path",
                        "BootstrapVersion",
                        "\"GroupName\"",
                        "\"RoleName\"",
                        "AWS::EC2::InternetGateway",
                        "AWS::EC2::NatGateway");
    }

    @Test
    void the_names_of_exports_never_change() {
        assertThat(exports(example("PrivateLink-Region-us-west-2")))
                .containsExactly(
                        "PrivateLink-Region-us-west-2:PeeringConnectionId",
                        "PrivateLink-Region-us-west-2:SubnetIdUsw2Az1",
                        "PrivateLink-Region-us-west-2:SubnetIdUsw2Az2",
                        "PrivateLink-Region-us-west-2:VpcId");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void what_a_stack_imports_is_exported_by_a_stack_of_its_own_region(Path path) {
        JSON.readTree(path.toFile()).findValues("Fn::ImportValue").forEach(name -> {
            String stack = name.asString().replaceFirst(":.*", "");
            assertThat(exports(template(path, stack))).contains(name.asString());
            assertThat(stack).endsWith(region(path));
        });
    }

    /** A Region is the end of the names of stacks that may be in several; the others are in production's. */
    private static String region(Path template) {
        return template.getFileName()
                .toString()
                .replace(".template.json", "")
                .replaceFirst("PrivateLink-(Production|Dns-.*)", "-eu-central-1")
                .replaceFirst(".*-([a-z]+-[a-z]+-[0-9])$", "-$1");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void what_a_stack_looks_up_is_an_output_of_that_stack_and_looked_up_once(Path path) {
        List<JsonNode> reads = JSON.readTree(path.toFile()).findValues("Fn::GetStackOutput");
        assertThat(reads).doesNotHaveDuplicates().allSatisfy(read -> {
            String stack = read.get("StackName").asString();
            assertThat(outputs(template(path, stack)))
                    .contains(read.get("OutputName").asString());
            assertThat(stack).endsWith("-" + read.get("Region").asString());
        });
    }

    /** CloudFormation plans to replace what a look-up, known only at deployment, can reach at creation alone. */
    @ParameterizedTest
    @MethodSource("templates")
    void what_is_looked_up_is_held_by_parameters_and_reaches_only_what_is_updated_in_place(Path path) {
        JsonNode resources = JSON.readTree(path.toFile()).get("Resources");
        Set<String> parameters = new TreeSet<>();
        resources.properties().forEach(resource -> {
            JsonNode properties = resource.getValue().path("Properties");
            if (resource.getValue().get("Type").asString().equals("AWS::SSM::Parameter")) {
                parameters.add(resource.getKey());
                assertThat(names(properties, "Fn::GetStackOutput")).containsExactly("Value");
            } else {
                assertThat(names(properties, "Fn::GetStackOutput")).isEmpty();
            }
        });
        resources.properties().forEach(resource -> {
            JsonNode properties = resource.getValue().path("Properties");
            assertThat(UPDATED_IN_PLACE).containsAll(names(properties, parameters));
        });
    }

    /** The names of the properties that a function occurs in. */
    private static List<String> names(JsonNode properties, String function) {
        return properties
                .propertyStream()
                .filter(property -> !property.getValue().findValues(function).isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The names of the properties that refer to one of these resources. */
    private static List<String> names(JsonNode properties, Set<String> resources) {
        return properties
                .propertyStream()
                .filter(property -> property.getValue().findValues("Fn::GetAtt").stream()
                        .anyMatch(path -> resources.contains(path.get(0).asString())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** An attribute of a group that is changed may change, as far as CloudFormation can tell before it has done so. */
    @ParameterizedTest
    @MethodSource("templates")
    void an_endpoint_is_in_the_vpc_whatever_happens_to_its_security_group(Path path) {
        created(path)
                .get("Resources")
                .valueStream()
                .filter(resource -> resource.get("Type").asString().equals("AWS::EC2::VPCEndpoint"))
                .map(resource -> resource.get("Properties"))
                .forEach(properties ->
                        assertThat(names(properties, "Fn::GetAtt")).containsExactly("SecurityGroupIds"));
    }

    private static JsonNode template(Path beside, String stack) {
        return JSON.readTree(beside.resolveSibling(stack + ".template.json").toFile());
    }
}
