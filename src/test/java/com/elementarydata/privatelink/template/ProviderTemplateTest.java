package com.elementarydata.privatelink.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProviderTemplateTest {

    private static final JsonNode TEMPLATE = JsonMapper.shared().readTree(ProviderTemplate.text());

    static List<Map<String, String>> right() {
        return ParameterSets.RIGHT;
    }

    @ParameterizedTest
    @MethodSource("right")
    void resolves_to_what_the_construct_makes_of_the_same(Map<String, String> parameters) {
        assertThat(Comparison.differences(TEMPLATE, parameters)).isEmpty();
    }

    static List<ParameterSets.Wrong> wrong() {
        return ParameterSets.WRONG;
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void fails_before_anything_is_created(ParameterSets.Wrong wrong) {
        assertThat(Comparison.differences(TEMPLATE, wrong)).isEmpty();
    }

    @Test
    void takes_what_the_constructs_types_take_and_nothing_besides() {
        assertThat(ParameterForms.differences(TEMPLATE)).isEmpty();
    }

    @Test
    void knows_the_integrations_and_the_refused_ports_of_the_construct() {
        assertThat(Comparison.integrations(TEMPLATE)).isEmpty();
    }

    @Test
    void is_small_enough_to_be_given_inline() {
        assertThat(ProviderTemplate.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(51_200);
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
                .isEqualTo(
                        "AdmitPathMtuIcmp AvailabilityZoneIds ClientCidr1 ClientCidr2 ClientCidr3 DeletionProtection HealthCheckPath HealthCheckPort "
                                + "HealthCheckProtocol Hostnames Integration Port1 Port2 Port3 Port4 SubnetIds SupportedRegions "
                                + "Target1 Target2 Target3 Target4 Target5 Target6 Target7 Target8 TargetType TargetsOutsideVpc TcpIdleTimeout "
                                + "VpcCidr1 VpcCidr2 VpcCidr3 VpcCidr4 VpcCidr5 VpcId");
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
