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

class ProviderTemplateTest {

    private static final JsonNode TEMPLATE = ProviderTemplate.json();

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

    /** CloudFormation reads YAML 1.1, and this test YAML 1.2: what they read differently is in quotes, or not there. */
    @Test
    void means_the_same_to_every_reader_of_yaml() {
        assertThat(ProviderTemplate.text())
                .matches("[\\n -~]+")
                .doesNotContainPattern(
                        "[:,-] +\\[*(?i:y|n|yes|no|on|off|0[0-9]+|[0-9]+:[0-9]+|[0-9]{4}-[0-9]{2}-[0-9]{2})[,}\\]\n]")
                .doesNotContainPattern("(?m)[\t]|[ ]$|<<:|[:\\[-] [&*]");
    }

    /** So that nothing has to be given as an empty text: on a command line, in a stack set or in a product of a portfolio. */
    @Test
    void what_need_not_be_given_has_a_default() {
        assertThat(TEMPLATE.get("Parameters").properties())
                .filteredOn(parameter -> !parameter.getValue().has("Default"))
                .extracting(Map.Entry::getKey)
                .containsExactly("Hostnames");
    }

    @Test
    void needs_no_capability() {
        assertThat(TEMPLATE.has("Transform")).isFalse();
        assertThat(TEMPLATE.get("Resources").findValuesAsString("Type"))
                .noneMatch(type -> type.startsWith("AWS::IAM::"));
    }

    @Test
    void keeps_everything_that_connections_depend_on() {
        assertThat(TEMPLATE.get("Resources").properties())
                .filteredOn(resource -> !resource.getKey().equals("Notification"))
                .extracting(Map.Entry::getValue)
                .allSatisfy(resource -> {
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
                        "AdmissionTo1Check",
                        "AdmissionTo1Port1",
                        "AdmissionTo1Port2",
                        "AdmissionTo1Port3",
                        "AdmissionTo1Port4",
                        "EndpointService",
                        "EndpointServicePermissions",
                        "Listener1",
                        "Listener2",
                        "Listener3",
                        "Listener4",
                        "LoadBalancer",
                        "Notification",
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
                        "LoadBalancerArn",
                        "Region",
                        "SecurityGroupId",
                        "ServiceName",
                        "TargetGroupArns");
        assertThat(String.join(" ", names.get("Parameters")))
                .isEqualTo(
                        "AdmitPathMtuIcmp AvailabilityZoneIds ClientCidr1 ClientCidr2 ClientCidr3 DeletionProtection HealthCheckPath HealthCheckPort "
                                + "HealthCheckProtocol Hostnames Integration LoadBalancerArn NotificationTopicArn Port1 Port2 Port3 Port4 SubnetIds SupportedRegions "
                                + "Target1 Target2 Target3 Target4 Target5 TargetSecurityGroup1 TargetType TargetsOutsideVpc TcpIdleTimeout "
                                + "VpcCidr1 VpcCidr2 VpcCidr3 VpcCidr4 VpcCidr5 VpcId");
    }

    @Test
    void needs_no_bootstrap_and_carries_nothing_of_cdk() {
        assertThat(TEMPLATE.toString()).doesNotContain("BootstrapVersion", "CDKMetadata", "aws:cdk", "cdk-");
        assertThat(TEMPLATE.get("Metadata").propertyNames()).containsExactly("AWS::CloudFormation::Interface");
    }

    @Test
    void the_console_shows_every_parameter_once_with_a_label_of_its_own_and_what_it_must_be() {
        JsonNode console = TEMPLATE.at("/Metadata/AWS::CloudFormation::Interface");
        List<String> shown = console.get("ParameterGroups")
                .valueStream()
                .flatMap(group -> group.get("Parameters").valueStream())
                .map(JsonNode::asString)
                .toList();

        assertThat(shown).containsExactlyElementsOf(TEMPLATE.get("Parameters").propertyNames());
        assertThat(console.get("ParameterLabels").propertyNames()).containsExactlyElementsOf(shown);
        assertThat(console.get("ParameterLabels").findValuesAsString("default")).doesNotHaveDuplicates();
        assertThat(TEMPLATE.get("Outputs").valueStream())
                .allSatisfy(output ->
                        assertThat(output.get("Description").asString()).endsWith("."));
        assertThat(TEMPLATE.get("Parameters").valueStream()).allSatisfy(parameter -> {
            assertThat(parameter.get("Description").asString()).endsWith(".");
            assertThat(parameter.has("AllowedPattern")).isEqualTo(parameter.has("ConstraintDescription"));
        });
        assertThat(TEMPLATE.get("Description").asString()).hasSizeLessThan(1024);
    }
}
