package com.elementarydata.privatelink.provider;

import static com.elementarydata.privatelink.provider.Deployment.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.TestApp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ProviderTemplateTest {

    private static final String ALB =
            "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0123456789abcdef";
    private static final String TEMPLATE_FILE = "provider.template.json";
    private static final JsonNode TEMPLATE = JsonMapper.shared().readTree(inTheJar(TEMPLATE_FILE));

    private static String inTheJar(String name) {
        try (InputStream file =
                ProviderTemplateTest.class.getResourceAsStream("/com/elementarydata/privatelink/cli/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    /** Parameters that are needed, and these. */
    private static Map<String, String> with(String... more) {
        Map<String, String> all = parameters(
                "VpcId", "vpc-0123456789abcdef0",
                "SubnetIds", "subnet-0123456789abcdef0,subnet-0123456789abcdef1",
                "Hostnames", "db.acme.example");
        all.put("Target1", "10.1.2.3");
        List.of("Port2", "Port3", "Port4", "HealthCheckPort").forEach(name -> all.put(name, ""));
        all.putAll(parameters(more));
        return all;
    }

    static Stream<Map<String, String>> parameterSets() {
        Random random = new Random(7);
        return Stream.concat(
                Stream.of(
                        with(),
                        with("Port1", "5432", "Port2", "6432", "Target2", "10.1.4.5"),
                        with("Target3", "10.1.4.5", "Port4", "8080"),
                        with("Target1", "192.168.7.8", "TargetsOutsideVpc", "true"),
                        with("TargetType", "instance", "Target1", "i-0123456789abcdef0", "VpcCidr", "10.1.0.0/16"),
                        with("Integration", "github-enterprise-server"),
                        with("Integration", "github-enterprise-server", "Port1", "22", "Target2", "10.1.4.5"),
                        with(
                                "Integration", "github-enterprise-server",
                                "TargetType", "instance",
                                "Target1", "i-0123456789abcdef0",
                                "Target2", "i-0123456789abcdef1",
                                "Port2", "22",
                                "VpcCidr", "10.1.0.0/16",
                                "Hostnames", "git.acme.example,*.git.acme.example",
                                "AvailabilityZoneIds", "euw1-az1,euw1-az2"),
                        with(
                                "TargetType", "alb",
                                "Target1", ALB,
                                "VpcCidr", "10.1.0.0/16",
                                "HealthCheckProtocol", "HTTPS",
                                "HealthCheckPath", "/healthz"),
                        with(
                                "Integration", "github-enterprise-server",
                                "TargetType", "alb",
                                "Target1", ALB,
                                "VpcCidr", "10.1.0.0/16"),
                        with("HealthCheckProtocol", "TCP", "HealthCheckPort", "8000"),
                        with("HealthCheckProtocol", "HTTP", "HealthCheckPort", "443", "HealthCheckPath", "/"),
                        with("HealthCheckProtocol", "HTTPS", "Integration", "github-enterprise-server"),
                        with("SupportedRegions", "eu-central-1,us-east-1", "AvailabilityZoneIds", "euw1-az3"),
                        with("ClientCidr1", "10.9.0.0/24", "ClientCidr2", "", "ClientCidr3", ""),
                        with("ClientCidr1", "10.9.0.0/24", "ClientCidr2", "", "ClientCidr3", "10.9.1.0/24")),
                Stream.generate(() -> any(random)).limit(40));
    }

    /** Some parameters that are right together. */
    private static Map<String, String> any(Random random) {
        Map<String, String> all = with();
        String type = List.of("ip", "ip", "instance", "alb").get(random.nextInt(4));
        boolean outside = type.equals("ip") && random.nextBoolean();
        all.put("TargetType", type);
        all.put("TargetsOutsideVpc", String.valueOf(outside));
        all.put("VpcCidr", "10.1.0.0/16");
        for (int i = 1; i <= 8; i++) {
            if (i == 1 || (!type.equals("alb") && random.nextBoolean())) {
                String address = (outside ? "192.168.0." : "10.1.0.") + i;
                all.put(
                        "Target" + i,
                        Map.of("ip", address, "instance", "i-0123456" + i, "alb", ALB)
                                .get(type));
            }
        }
        List<String> ports = new ArrayList<>(List.of("443", "22", "80", "9418", "5432"));
        java.util.Collections.shuffle(ports, random);
        for (int i = 1; i <= (type.equals("alb") ? 1 : 4); i++) {
            if (i == 1 || random.nextBoolean()) {
                all.put("Port" + i, ports.get(i));
            }
        }
        boolean enterprise = random.nextBoolean();
        all.put("Integration", enterprise ? "github-enterprise-server" : "service");
        String protocol = List.of("automatic", "TCP", "HTTP", "HTTPS").get(random.nextInt(4));
        if (type.equals("alb") && (protocol.equals("TCP") || (protocol.equals("automatic") && !enterprise))) {
            protocol = "HTTP";
        }
        all.put("HealthCheckProtocol", protocol);
        if (protocol.startsWith("HTTP") && random.nextBoolean()) {
            all.put("HealthCheckPath", "/ready");
        }
        if (!protocol.equals("automatic") && random.nextBoolean()) {
            all.put("HealthCheckPort", random.nextBoolean() ? "8000" : ports.get(1));
        }
        if (random.nextBoolean()) {
            all.put("SupportedRegions", "eu-central-1");
        }
        if (random.nextBoolean()) {
            all.put("AvailabilityZoneIds", "euw1-az1,euw1-az2");
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("parameterSets")
    void resolves_to_what_the_construct_itself_makes_of_the_same(Map<String, String> parameters) {
        Deployment deployment = new Deployment(TEMPLATE, parameters);
        assertThat(deployment.refusals()).isEmpty();
        ObjectNode actual = (ObjectNode) deployment.resolved();
        assertThat(((ObjectNode) actual.get("Outputs"))
                        .remove("SecurityGroupId")
                        .toString())
                .contains("SecurityGroup.GroupId");

        JsonNode expected = new Deployment(new ConstructFromParameters(parameters).template(), Map.of()).resolved();

        assertThat(actual).isEqualTo(expected);
    }

    static Stream<Arguments> wrongParameters() {
        return Stream.of(
                Arguments.of("Parameter Port1 failed", with("Port1", "0")),
                Arguments.of("Parameter Port2 failed", with("Port2", "65536")),
                Arguments.of("Parameters: [Protocol] do not exist", with("Protocol", "HTTP")),
                Arguments.of("Parameter HealthCheckProtocol failed", with("HealthCheckProtocol", "UDP")),
                Arguments.of("Parameter Target1 failed", with("Target1", "")),
                Arguments.of("Parameter Target1 failed", with("Target1", "8.8.8.8")),
                Arguments.of("Parameter Target1 failed", with("Target1", "10.1.2")),
                Arguments.of("Parameter Target8 failed", with("Target8", "100.128.0.1")),
                Arguments.of("Parameter ClientCidr1 failed", with("ClientCidr1", "0.0.0.0/0")),
                Arguments.of("Parameter ClientCidr2 failed", with("ClientCidr2", "10.0.0.0/7")),
                Arguments.of("Parameters: [SubnetIds] must have values", with("SubnetIds", "")),
                Arguments.of("Parameter Hostnames failed", with("Hostnames", "https://git.acme.example")),
                Arguments.of("Parameter Hostnames failed", with("Hostnames", "")),
                Arguments.of("Parameter AvailabilityZoneIds failed", with("AvailabilityZoneIds", "eu-west-1a")),
                Arguments.of("Parameter Integration failed", with("Integration", "snowflake")),
                Arguments.of("Every subnet must be one of the VPC", with("SubnetIds", "subnet-f0reign")),
                Arguments.of("The ports must differ", with("Port1", "443", "Port3", "443")),
                Arguments.of("The ports must differ", with("Port3", "22", "Port4", "22")),
                Arguments.of("The targets must differ", with("Target2", "10.1.2.3")),
                Arguments.of("The targets must differ", with("Target5", "10.1.2.4", "Target8", "10.1.2.4")),
                Arguments.of("The client CIDR blocks must differ", with("ClientCidr3", "10.0.1.0/24")),
                Arguments.of(
                        "Instances and Application Load Balancers need the CIDR",
                        with("TargetType", "instance", "Target1", "i-0123456789abcdef0")),
                Arguments.of(
                        "Only addresses can be outside the VPC",
                        with("TargetType", "instance", "VpcCidr", "10.1.0.0/16", "TargetsOutsideVpc", "true")),
                Arguments.of(
                        "There can be one Application Load Balancer",
                        with(
                                "TargetType",
                                "alb",
                                "VpcCidr",
                                "10.1.0.0/16",
                                "HealthCheckProtocol",
                                "HTTP",
                                "Port2",
                                "80")),
                Arguments.of(
                        "The health check of an Application Load Balancer must be",
                        with("TargetType", "alb", "Target1", ALB, "VpcCidr", "10.1.0.0/16")),
                Arguments.of("A path needs the protocol", with("HealthCheckPath", "/ready")),
                Arguments.of(
                        "A path needs the protocol", with("HealthCheckPath", "/ready", "HealthCheckProtocol", "TCP")),
                Arguments.of("A port needs a protocol", with("HealthCheckPort", "8000")),
                Arguments.of(
                        "Ports that administer GitHub Enterprise Server",
                        with("Integration", "github-enterprise-server", "Port2", "8443")));
    }

    @ParameterizedTest
    @MethodSource("wrongParameters")
    void fails_before_anything_is_created(String refusal, Map<String, String> parameters) {
        assertThat(new Deployment(TEMPLATE, parameters).refusals())
                .singleElement()
                .asString()
                .startsWith(refusal);
    }

    @Test
    void is_small_enough_to_be_given_inline() {
        assertThat(inTheJar(TEMPLATE_FILE).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(51_200);
    }

    @Test
    void all_files_in_the_jar_are_what_the_constructs_make_now_and_as_expected() throws IOException {
        for (Map.Entry<String, String> file :
                ProviderFiles.files(TestApp.context()).entrySet()) {
            Path expected = Path.of("src/test/provider").resolve(file.getKey());
            if (Boolean.getBoolean("golden.rewrite")) {
                Files.createDirectories(expected.getParent());
                Files.writeString(expected, file.getValue());
            }
            assertThat(inTheJar(file.getKey())).as(file.getKey()).isEqualTo(file.getValue());
            assertThat(expected).content().isEqualTo(file.getValue());
        }
    }

    @Test
    void keeps_everything_that_connections_depend_on() {
        assertThat(TEMPLATE.get("Resources").valueStream()).allSatisfy(resource -> {
            assertThat(resource.get("DeletionPolicy").asString()).isEqualTo("RetainExceptOnCreate");
            assertThat(resource.get("UpdateReplacePolicy").asString()).isEqualTo("Retain");
        });
    }

    @Test
    void the_ids_of_resources_and_the_names_of_parameters_and_outputs_never_change() {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        for (String section : List.of("Parameters", "Resources", "Outputs")) {
            names.put(section, new TreeSet<>(TEMPLATE.get(section).propertyNames()));
        }

        assertThat(names.get("Resources"))
                .containsExactly(
                        "EndpointService",
                        "EndpointServicePermissions",
                        "Listener1",
                        "Listener2",
                        "Listener3",
                        "Listener4",
                        "LoadBalancer",
                        "SecurityGroup",
                        "Targets1",
                        "Targets2",
                        "Targets3",
                        "Targets4");
        assertThat(names.get("Outputs"))
                .containsExactly(
                        "AccountId",
                        "AvailabilityZoneIds",
                        "Handoff",
                        "Hostname",
                        "Integration",
                        "Region",
                        "SecurityGroupId",
                        "ServiceName");
        assertThat(String.join(" ", names.get("Parameters")))
                .isEqualTo("AvailabilityZoneIds ClientCidr1 ClientCidr2 ClientCidr3 HealthCheckPath HealthCheckPort "
                        + "HealthCheckProtocol Hostnames Integration Port1 Port2 Port3 Port4 SubnetIds SupportedRegions "
                        + "Target1 Target2 Target3 Target4 Target5 Target6 Target7 Target8 TargetType TargetsOutsideVpc "
                        + "VpcCidr VpcId");
    }

    @Test
    void needs_no_bootstrap_and_carries_nothing_of_cdk() {
        assertThat(TEMPLATE.toString()).doesNotContain("BootstrapVersion", "CDKMetadata", "aws:cdk", "cdk-");
        assertThat(TEMPLATE.get("Metadata").propertyNames()).containsExactly("AWS::CloudFormation::Interface");
    }

    @Test
    void the_console_shows_every_parameter_once_with_a_label_and_what_it_must_be() {
        JsonNode console = TEMPLATE.at("/Metadata/AWS::CloudFormation::Interface");
        List<String> shown = console.get("ParameterGroups")
                .valueStream()
                .flatMap(group -> group.get("Parameters").valueStream())
                .map(JsonNode::asString)
                .toList();

        assertThat(shown).containsExactlyElementsOf(TEMPLATE.get("Parameters").propertyNames());
        assertThat(console.get("ParameterLabels").propertyNames()).containsExactlyElementsOf(shown);
        assertThat(TEMPLATE.get("Parameters").valueStream()).allSatisfy(parameter -> {
            assertThat(parameter.get("Description").asString()).endsWith(".");
            assertThat(parameter.has("AllowedPattern")).isEqualTo(parameter.has("ConstraintDescription"));
        });
        assertThat(TEMPLATE.get("Description").asString()).hasSizeLessThan(1024);
    }
}
