package com.elementarydata.privatelink.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The comparison of the template with the construct sees what it is there to see. */
class SeededTemplateDifferencesTest {

    private static final String NO_MATTER =
            ".*/(Description|ConstraintDescription|AssertDescription)|/Conditions/.*/Fn::Join/0";
    private static final JsonNode TEMPLATE = ProviderTemplate.json();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "client rule admits a range | /Resources/SecurityGroup/Properties/SecurityGroupIngress/0/ToPort | 65535",
                "client rule admits everyone | /Resources/SecurityGroup/Properties/SecurityGroupIngress/0/CidrIp | \"0.0.0.0/0\"",
                "client rule is gone | /Resources/SecurityGroup/Properties/SecurityGroupIngress/11 |",
                "target rule names a wider block | /Resources/SecurityGroup/Properties/SecurityGroupEgress/0/CidrIp/Fn::If/1 | {\"Fn::Sub\": \"${Target1}/24\"}",
                "target rule has another protocol | /Resources/SecurityGroup/Properties/SecurityGroupEgress/0/IpProtocol | \"udp\"",
                "rule of the check is gone | /Resources/SecurityGroup/Properties/SecurityGroupEgress/24 |",
                "group has another description | /Resources/SecurityGroup/Properties/GroupDescription | \"Clients\"",
                "listener is on another port | /Resources/Listener2/Properties/Port | {\"Ref\": \"Port3\"}",
                "listener forwards elsewhere | /Resources/Listener3/Properties/DefaultActions/0/TargetGroupArn | {\"Ref\": \"Targets1\"}",
                "listener ends TLS | /Resources/Listener1/Properties/Protocol | \"TLS\"",
                "group has another protocol | /Resources/Targets4/Properties/Protocol | \"TCP_UDP\"",
                "group has another port | /Resources/Targets3/Properties/Port | {\"Ref\": \"Port2\"}",
                "target is registered twice | /Resources/Targets2/Properties/Targets/4/Fn::If/1/Id | {\"Ref\": \"Target4\"}",
                "target outside the VPC has no zone | /Resources/Targets1/Properties/Targets/0/AvailabilityZone |",
                "PROXY protocol is on | /Resources/Targets1/Properties/TargetGroupAttributes/Fn::If/2/0/Value | \"true\"",
                "attribute is left out | /Resources/Targets3/Properties/TargetGroupAttributes |",
                "principal is anyone | /Resources/EndpointServicePermissions/Properties/AllowedPrincipals/0 | \"*\"",
                "principal is another account | /Resources/EndpointServicePermissions/Properties/AllowedPrincipals/0 | {\"Fn::Sub\": \"arn:${AWS::Partition}:iam::743289191657:root\"}",
                "nobody accepts | /Resources/EndpointService/Properties/AcceptanceRequired | false",
                "addresses are dual | /Resources/EndpointService/Properties/SupportedIpAddressTypes/0 | \"ipv6\"",
                "other Regions are left out | /Resources/EndpointService/Properties/SupportedRegions |",
                "load balancer goes with its stack | /Resources/LoadBalancer/DeletionPolicy | \"Delete\"",
                "service is not kept when it is replaced | /Resources/EndpointService/UpdateReplacePolicy |",
                "load balancer is public | /Resources/LoadBalancer/Properties/Scheme | \"internet-facing\"",
                "cross-zone is off | /Resources/LoadBalancer/Properties/LoadBalancerAttributes/1/Value | \"false\"",
                "protection is off | /Resources/LoadBalancer/Properties/LoadBalancerAttributes/0/Value | \"false\"",
                "protection is on by default | /Parameters/DeletionProtection/Default | \"true\"",
                "clients send any ICMP | /Resources/SecurityGroup/Properties/SecurityGroupIngress/12/Fn::If/1/ToPort | -1",
                "secondary block is left out | /Resources/SecurityGroup/Properties/SecurityGroupEgress/5 |",
                "idle timeout of databases is another | /Mappings/Integrations/service/IdleTimeout | \"350\"",
                "rules are not enforced | /Resources/LoadBalancer/Properties/EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic | \"off\"",
                "preset path is another | /Mappings/Integrations/github-enterprise-server/Path | \"/\"",
                "preset port is another | /Mappings/Integrations/github-enterprise-server/Port | \"8443\"",
                "preset protocol is another | /Mappings/Integrations/github-enterprise-server/Protocol | \"HTTP\"",
                "preset is one for all | /Mappings/Integrations/service/Port | \"443\"",
                "preset of an integration is gone | /Mappings/Integrations/github-enterprise-server |",
                "load balancer of GitHub has no check | /Rules/ApplicationLoadBalancer/Assertions/1/Assert/Fn::Or/1/Fn::And/1/Fn::Contains/0/0 | \"service\"",
                "preset port is looked up elsewhere | /Resources/Targets1/Properties/HealthCheckPort/Fn::If/1/Fn::FindInMap/2 | \"Path\"",
                "load balancer has no group | /Resources/LoadBalancer/Properties/SecurityGroups |",
                "condition is inverted | /Conditions/IsOutside | {\"Fn::Equals\": [{\"Ref\": \"TargetsOutsideVpc\"}, \"false\"]}",
                "condition asks another parameter | /Conditions/HasTarget5/Fn::Not/0/Fn::Equals/0/Ref | \"Target4\"",
                "resource loses its condition | /Resources/Targets4/Condition |",
                "default of a parameter is another | /Parameters/ClientCidr2/Default | \"10.0.4.0/24\"",
                "default port is another | /Parameters/Port1/Default | \"80\"",
                "default integration is another | /Parameters/Integration/Default | \"github-enterprise-server\"",
                "pattern takes public addresses | /Parameters/Target5/AllowedPattern | \".*\"",
                "pattern takes wide blocks | /Parameters/ClientCidr3/AllowedPattern | \"^([0-9.]+/[0-9]+)?$\"",
                "integration is another vendor's | /Parameters/Integration/AllowedValues/1 | \"snowflake\"",
                "administrative port is not refused | /Rules/GitHubEnterpriseServer/Assertions/0/Assert/Fn::Not/0/Fn::Or/2/Fn::Contains/0/5 |",
                "a user's port is refused | /Rules/GitHubEnterpriseServer/Assertions/0/Assert/Fn::Not/0/Fn::Or/1/Fn::Contains/0/5 | \"8444\"",
                "rule holds for no one | /Rules/TargetsOfVpc/RuleCondition | {\"Fn::Equals\": [{\"Ref\": \"TargetType\"}, \"none\"]}",
                "rule is gone | /Rules/TcpHealthCheck |",
                "handoff names another version | /Outputs/Handoff/Value/Fn::Sub/0 | \"{\\\"version\\\":2}\"",
                "handoff leaves a port out | /Outputs/Handoff/Value/Fn::Sub/1/Then3/Fn::If/1 | \"\"",
                "zones have no output | /Outputs/AvailabilityZoneIds |",
                "load balancer that exists is not used | /Resources/EndpointService/Properties/NetworkLoadBalancerArns/0 | {\"Ref\": \"LoadBalancer\"}",
                "load balancer is made beside one that exists | /Resources/LoadBalancer/Condition |",
                "group of the targets stays closed | /Resources/AdmissionTo1Port3 |",
                "group of the targets admits everyone | /Resources/AdmissionTo1Port1/Properties/SourceSecurityGroupId |",
                "check is not admitted | /Conditions/Opens1Check/Fn::And/1/Condition | \"HasTimeout\"",
                "topic is not told of rejections | /Resources/Notification/Properties/ConnectionEvents/2 |",
                "topic outlives its stack | /Resources/Notification/DeletionPolicy | \"Retain\"",
                "target groups are not all told | /Outputs/TargetGroupArns/Value/Fn::Join/1/2 |",
                "output is another's | /Outputs/Region/Value/Ref | \"AWS::AccountId\"",
                "group's id is not told | /Outputs/SecurityGroupId/Value | {\"Ref\": \"SecurityGroup\"}",
                "there is an output too many | /Outputs/More | {\"Value\": \"more\"}",
                "there is a property too many | /Resources/LoadBalancer/Properties/MinimumLoadBalancerCapacity | {\"CapacityUnits\": 10}",
            })
    void a_difference_to_the_construct_is_noticed(String what, String pointer, @Nullable String value) {
        JsonNode seeded = TEMPLATE.deepCopy();
        JsonNode before = seeded.at(pointer);
        set(
                seeded,
                JsonPointer.compile(pointer),
                value == null ? null : JsonMapper.shared().readTree(value));

        assertThat(seeded.at(pointer)).as(pointer).isNotEqualTo(before);
        assertThat(Comparison.seesDifferenceIn(seeded)).as(what).isTrue();
    }

    private static void set(JsonNode root, JsonPointer pointer, @Nullable JsonNode value) {
        JsonNode parent = root.at(pointer.head());
        if (parent instanceof ArrayNode array) {
            int index = pointer.last().getMatchingIndex();
            if (value == null) {
                array.remove(index);
            } else {
                array.set(index, value);
            }
        } else if (value == null) {
            ((ObjectNode) parent).remove(pointer.last().getMatchingProperty());
        } else {
            ((ObjectNode) parent).set(pointer.last().getMatchingProperty(), value);
        }
    }

    /** Whatever is not text for people, and not what an empty list is joined with. */
    @Test
    void no_value_at_all_can_change_unnoticed() {
        List<String> unnoticed = new ArrayList<>();
        JsonNode seeded = TEMPLATE.deepCopy();
        for (String section : List.of("Parameters", "Rules", "Mappings", "Conditions", "Resources", "Outputs")) {
            boolean refuses = List.of("Parameters", "Rules", "Mappings").contains(section);
            forEachLeaf(JsonPointer.compile("/" + section), pointer -> {
                JsonNode value = TEMPLATE.at(pointer);
                set(seeded, pointer, changed(value));
                boolean seen =
                        refuses ? Comparison.seesDifferenceIn(seeded) : Comparison.seesDifferenceInResultsOf(seeded);
                if (!seen) {
                    unnoticed.add(pointer + " = " + value);
                }
                set(seeded, pointer, value);
            });
        }

        assertThat(unnoticed).isEmpty();
        assertThat(seeded).isEqualTo(TEMPLATE);
    }

    private static JsonNode changed(JsonNode value) {
        return value.isBoolean()
                ? JsonNodeFactory.instance.booleanNode(!value.asBoolean())
                : JsonNodeFactory.instance.stringNode(value.asString() + "9");
    }

    private static void forEachLeaf(JsonPointer pointer, Consumer<JsonPointer> action) {
        JsonNode node = TEMPLATE.at(pointer);
        if (node.isMissingNode() || pointer.toString().matches(NO_MATTER)) {
            return;
        }
        if (!node.isContainer()) {
            action.accept(pointer);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                forEachLeaf(pointer.appendIndex(i), action);
            }
        } else {
            node.propertyNames().forEach(name -> forEachLeaf(pointer.appendProperty(name), action));
        }
    }
}
