package com.elementarydata.privatelink.construct;

import static com.elementarydata.privatelink.TestApp.resources;
import static com.elementarydata.privatelink.TestApp.template;
import static com.elementarydata.privatelink.TestApp.warnings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.TestApp;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.BootstraplessSynthesizer;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkLoadBalancerAttributes;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.IpTarget;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.TopicAttributes;
import tools.jackson.databind.JsonNode;

/** What stands around the endpoint service already: targets' security groups, a load balancer, a topic. */
class CustomerEndpointServiceSurroundingsTest {

    private static final String ARN =
            "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/db/0123456789abcdef";

    private final Stack stack = TestApp.stack("eu-west-1");

    private CustomerEndpointServiceProps.Builder<CustomerEndpointService> service() {
        IVpc vpc = Vpc.fromVpcAttributes(
                stack,
                "Vpc",
                VpcAttributes.builder()
                        .vpcId("vpc-0123456789abcdef0")
                        .availabilityZones(List.of("eu-west-1a", "eu-west-1b"))
                        .privateSubnetIds(List.of("subnet-0123456789abcdef2", "subnet-0123456789abcdef3"))
                        .build());
        return CustomerEndpointService.forElementary(stack, "Orders")
                .vpc(vpc)
                .ports(List.of(5432))
                .targets(List.of(new IpTarget("172.31.5.6")))
                .hostnames(List.of("orders.acme.example"));
    }

    private CustomerEndpointServiceProps.Builder<CustomerEndpointService> serviceBehind(INetworkLoadBalancer existing) {
        return CustomerEndpointService.forElementary(stack, "Orders")
                .loadBalancer(existing)
                .ports(List.of(5432))
                .hostnames(List.of("orders.acme.example"));
    }

    private INetworkLoadBalancer existing() {
        return NetworkLoadBalancer.fromNetworkLoadBalancerAttributes(
                stack,
                "Existing",
                NetworkLoadBalancerAttributes.builder().loadBalancerArn(ARN).build());
    }

    private List<String> types() {
        return template(stack)
                .get("Resources")
                .valueStream()
                .map(resource -> resource.get("Type").asString())
                .toList();
    }

    private List<String> ownWarnings() {
        return warnings(stack).stream()
                .filter(warning -> warning.contains("@elementarydata"))
                .toList();
    }

    @Test
    void opens_the_targets_own_groups_to_the_load_balancer_on_every_port_that_it_reaches_them_on() {
        service()
                .targets(List.of(new IpTarget("172.31.5.6"), new IpTarget("172.31.5.7", 15_432)))
                .healthCheck(HealthCheck.builder().port("8000").build())
                .targetSecurityGroups(
                        List.of(SecurityGroup.fromSecurityGroupId(stack, "Database", "sg-0123456789abcdef0")))
                .build();

        List<JsonNode> rules = resources(template(stack), "AWS::EC2::SecurityGroupIngress");
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.at("/Properties/GroupId").asString()).isEqualTo("sg-0123456789abcdef0");
            assertThat(rule.at("/Properties/SourceSecurityGroupId").toString()).contains("OrdersSecurityGroup");
            assertThat(rule.at("/Properties/FromPort")).isEqualTo(rule.at("/Properties/ToPort"));
            assertThat(rule.get("DeletionPolicy").asString()).isEqualTo("RetainExceptOnCreate");
        });
        assertThat(rules.stream().map(rule -> rule.at("/Properties/FromPort").asInt()))
                .containsExactlyInAnyOrder(5432, 15_432, 8000);
    }

    @Test
    void opens_a_group_of_the_app_with_a_rule_that_is_kept_beside_those_it_has() {
        IVpc vpc = Vpc.Builder.create(stack, "Own")
                .restrictDefaultSecurityGroup(false)
                .build();
        SecurityGroup group =
                SecurityGroup.Builder.create(stack, "Database").vpc(vpc).build();
        group.addIngressRule(Peer.ipv4("10.9.0.0/24"), Port.tcp(5432));

        service().targetSecurityGroups(List.of(group)).build();

        assertThat(resources(template(stack), "AWS::EC2::SecurityGroupIngress"))
                .singleElement()
                .satisfies(rule ->
                        assertThat(rule.at("/Properties/GroupId").toString()).contains("Database"));
    }

    @Test
    void defines_nothing_but_the_endpoint_service_for_a_load_balancer_that_exists_already() {
        CustomerEndpointService service = serviceBehind(existing())
                .supportedRegions(List.of("eu-central-1"))
                .build();

        assertThat(types())
                .containsExactlyInAnyOrder("AWS::EC2::VPCEndpointService", "AWS::EC2::VPCEndpointServicePermissions");
        JsonNode properties = resources(template(stack), "AWS::EC2::VPCEndpointService")
                .get(0)
                .get("Properties");
        assertThat(properties.get("NetworkLoadBalancerArns").toString()).isEqualTo("[\"%s\"]".formatted(ARN));
        assertThat(properties.get("AcceptanceRequired").asBoolean()).isTrue();
        assertThat(template(stack).at("/Outputs/Handoff/Value").toString()).contains("\\\"ports\\\":[5432]");
        assertThat(service.getLoadBalancer().getLoadBalancerArn()).isEqualTo(ARN);
        assertThat(service.getConnections().getSecurityGroups()).isEmpty();
    }

    @Test
    void warns_that_nothing_is_known_of_a_load_balancer_that_exists_already() {
        serviceBehind(existing()).build();

        assertThat(ownWarnings())
                .singleElement()
                .asString()
                .contains(ARN, "is applied to PrivateLink traffic")
                .endsWith("[ack: @elementarydata/privatelink-cdk:loadBalancerNotVerified]");
    }

    @Test
    void fails_to_hand_out_a_security_group_that_is_not_its_own() {
        CustomerEndpointService service = serviceBehind(existing()).build();

        assertThatThrownBy(service::getSecurityGroup)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("loadBalancer(…) was given");
    }

    @Test
    void lets_the_service_alone_publish_to_a_topic_of_the_app_and_notifies_it_after_that() {
        service().notificationTopic(Topic.Builder.create(stack, "Told").build()).build();

        JsonNode statement =
                resources(template(stack), "AWS::SNS::TopicPolicy").get(0).at("/Properties/PolicyDocument/Statement/0");
        assertThat(statement.at("/Principal/Service").asString()).isEqualTo("vpce.amazonaws.com");
        assertThat(statement.get("Action").asString()).isEqualTo("sns:Publish");
        assertThat(statement.at("/Condition/StringEquals/aws:SourceAccount").asString())
                .isEqualTo("111122223333");
        assertThat(statement.at("/Condition/ArnLike/aws:SourceArn").toString())
                .contains(":ec2:eu-west-1:111122223333:vpc-endpoint-service/", "\"Ref\":\"OrdersEndpointService");
        JsonNode notification = resources(template(stack), "AWS::EC2::VPCEndpointConnectionNotification")
                .get(0);
        assertThat(notification.at("/Properties/ConnectionEvents").toString())
                .isEqualTo("[\"Connect\",\"Accept\",\"Reject\",\"Delete\"]");
        assertThat(notification.get("DependsOn").toString()).contains("ToldPolicy");
        assertThat(notification.has("DeletionPolicy")).isFalse();
        assertThat(ownWarnings()).isEmpty();
    }

    @Test
    void takes_a_topic_of_another_stack() {
        Stack other = new Stack(
                (App) stack.getNode().getRoot(),
                "Other",
                StackProps.builder()
                        .env(Environment.builder()
                                .account("111122223333")
                                .region("eu-west-1")
                                .build())
                        .synthesizer(new BootstraplessSynthesizer())
                        .build());

        service().notificationTopic(Topic.Builder.create(other, "Told").build()).build();

        assertThat(template(other).toString()).contains("111122223333:vpc-endpoint-service/*");
        assertThat(resources(template(stack), "AWS::EC2::VPCEndpointConnectionNotification"))
                .hasSize(1);
    }

    @Test
    void says_which_statement_the_policy_of_an_imported_topic_lacks() {
        service()
                .notificationTopic(Topic.fromTopicArn(stack, "Told", "arn:aws:sns:eu-west-1:111122223333:told"))
                .build();

        assertThat(ownWarnings())
                .singleElement()
                .asString()
                .contains(
                        "\"Service\": \"vpce.amazonaws.com\"",
                        "\"Resource\": \"arn:aws:sns:eu-west-1:111122223333:told\"",
                        "aws:SourceAccount",
                        "aws:SourceArn")
                .endsWith("[ack: @elementarydata/privatelink-cdk:notificationTopicPolicy]");
    }

    @Test
    void lets_aws_use_the_key_of_the_topic() {
        Key key = Key.Builder.create(stack, "Key").build();

        service()
                .notificationTopic(
                        Topic.Builder.create(stack, "Told").masterKey(key).build())
                .build();

        assertThat(resources(template(stack), "AWS::KMS::Key")
                        .get(0)
                        .at("/Properties/KeyPolicy/Statement/1")
                        .toString())
                .contains("vpce.amazonaws.com", "kms:Decrypt", "kms:GenerateDataKey*");
        assertThat(ownWarnings()).isEmpty();
    }

    @Test
    void says_which_statement_the_policy_of_an_imported_key_lacks() {
        ITopic topic = Topic.fromTopicAttributes(
                stack,
                "Told",
                TopicAttributes.builder()
                        .topicArn("arn:aws:sns:eu-west-1:111122223333:told")
                        .keyArn("arn:aws:kms:eu-west-1:111122223333:key/01234567-89ab-cdef-0123-456789abcdef")
                        .build());

        service().notificationTopic(topic).build();

        assertThat(ownWarnings())
                .hasSize(2)
                .anySatisfy(warning -> assertThat(warning)
                        .contains("kms:GenerateDataKey*", "key/01234567-89ab-cdef-0123-456789abcdef")
                        .endsWith("[ack: @elementarydata/privatelink-cdk:notificationKeyPolicy]"));
    }
}
