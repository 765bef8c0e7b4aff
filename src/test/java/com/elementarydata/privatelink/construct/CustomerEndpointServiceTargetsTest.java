package com.elementarydata.privatelink.construct;

import static com.elementarydata.privatelink.TestApp.resources;
import static com.elementarydata.privatelink.TestApp.template;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.services.ec2.CfnVPCCidrBlock;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.AlbArnTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.AlbListenerTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.InstanceIdTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.IpTarget;
import tools.jackson.databind.JsonNode;

/** What the load balancer forwards to, and what its security group lets out. */
class CustomerEndpointServiceTargetsTest extends CustomerEndpointServiceFixture {

    @Test
    void lets_nothing_out_but_to_the_targets_on_their_ports_and_the_port_of_the_health_check() {
        service()
                .ports(List.of(443, 5432))
                .targets(List.of(new IpTarget("172.31.5.6")))
                .targets(443, List.of(new IpTarget("172.31.5.6"), new IpTarget("172.31.5.7", 8443)))
                .healthCheck(HealthCheck.builder().port("9000").build())
                .build();

        assertThat(outbound())
                .containsExactly(
                        "172.31.5.6/32 tcp 443-443",
                        "172.31.5.6/32 tcp 5432-5432",
                        "172.31.5.6/32 tcp 9000-9000",
                        "172.31.5.7/32 tcp 8443-8443",
                        "172.31.5.7/32 tcp 9000-9000");
    }

    @Test
    void takes_no_rule_of_its_own_for_a_health_check_on_the_port_of_the_traffic() {
        service()
                .healthCheck(HealthCheck.builder().port("traffic-port").build())
                .build();

        assertThat(outbound()).containsExactly("172.31.5.6/32 tcp 5432-5432");
    }

    @Test
    void forwards_tcp_to_a_target_group_of_addresses() {
        service().build();

        JsonNode group = only(NETWORK + "TargetGroup");
        assertThat(group.get("Protocol").asString()).isEqualTo("TCP");
        assertThat(group.get("Port").asInt()).isEqualTo(5432);
        assertThat(group.get("TargetType").asString()).isEqualTo("ip");
        assertThat(group.get("Targets").toString()).isEqualTo("[{\"Id\":\"172.31.5.6\"}]");
        assertThat(group.get("HealthCheckProtocol").asString()).isEqualTo("TCP");
        assertThat(group.has("HealthCheckPath")).isFalse();
        assertThat(group.get("VpcId").asString()).isEqualTo("vpc-0123456789abcdef0");
        assertThat(attributes(group.get("TargetGroupAttributes")))
                .containsOnly(Map.entry("proxy_protocol_v2.enabled", "false"));
        JsonNode listener = only(NETWORK + "Listener");
        assertThat(listener.get("Protocol").asString()).isEqualTo("TCP");
        assertThat(listener.get("Port").asInt()).isEqualTo(5432);
        assertThat(listener.at("/DefaultActions/0/TargetGroupArn/Ref").asString())
                .startsWith("OrdersTargets5432");
    }

    @Test
    void registers_addresses_outside_the_vpc_in_all_zones_unless_they_have_one() {
        service()
                .targets(List.of(
                        new IpTarget("192.168.5.6"),
                        new IpTarget("192.168.5.7", 8443),
                        new IpTarget("192.168.5.8", null, "eu-west-1a"),
                        new IpTarget("172.31.5.6")))
                .build();

        assertThat(only(NETWORK + "TargetGroup").get("Targets").toString())
                .isEqualTo("[{\"AvailabilityZone\":\"all\",\"Id\":\"192.168.5.6\"},"
                        + "{\"AvailabilityZone\":\"all\",\"Id\":\"192.168.5.7\",\"Port\":8443},"
                        + "{\"AvailabilityZone\":\"eu-west-1a\",\"Id\":\"192.168.5.8\"},"
                        + "{\"Id\":\"172.31.5.6\"}]");
    }

    @Test
    void takes_an_address_that_is_a_parameter_of_the_template() {
        String address = CfnParameter.Builder.create(stack, "Address").build().getValueAsString();

        service().targets(List.of(new IpTarget(address))).build();

        assertThat(only(NETWORK + "TargetGroup").get("Targets").toString())
                .isEqualTo("[{\"Id\":{\"Ref\":\"Address\"}}]");
        assertThat(outbound()).containsExactly("{\"Fn::Join\":[\"\",[{\"Ref\":\"Address\"},\"/32\"]]} tcp 5432-5432");
    }

    @Test
    void forwards_to_instances_anywhere_in_the_vpc() {
        service()
                .targets(List.of(
                        new InstanceIdTarget("i-0123456789abcdef0"), new InstanceIdTarget("i-0123456789abcdef1", 8443)))
                .build();

        JsonNode group = only(NETWORK + "TargetGroup");
        assertThat(group.get("TargetType").asString()).isEqualTo("instance");
        assertThat(group.get("Targets").toString())
                .isEqualTo("[{\"Id\":\"i-0123456789abcdef0\"},{\"Id\":\"i-0123456789abcdef1\",\"Port\":8443}]");
        assertThat(outbound()).containsExactly("172.31.0.0/16 tcp 5432-5432", "172.31.0.0/16 tcp 8443-8443");
    }

    @Test
    void reaches_instances_in_all_cidr_blocks_that_are_passed() {
        service()
                .vpcCidrs(List.of("172.31.0.0/16", "100.64.0.0/24"))
                .targets(List.of(new InstanceIdTarget("i-0123456789abcdef0")))
                .build();

        assertThat(outbound()).containsExactly("172.31.0.0/16 tcp 5432-5432", "100.64.0.0/24 tcp 5432-5432");
    }

    @Test
    void reaches_instances_in_blocks_that_the_app_adds_to_its_vpc() {
        IVpc own = ownVpc(stack);
        CfnVPCCidrBlock.Builder.create(stack, "Secondary")
                .vpcId(own.getVpcId())
                .cidrBlock("100.64.0.0/24")
                .build();
        CfnVPCCidrBlock.Builder.create(stack, "OfAnother")
                .vpcId("vpc-0fedcba9876543210")
                .cidrBlock("100.65.0.0/24")
                .build();

        service(own)
                .targets(List.of(new InstanceIdTarget("i-0123456789abcdef0")))
                .build();

        JsonNode group = resources(template(stack), "AWS::EC2::SecurityGroup").get(0);
        assertThat(group.at("/Properties/SecurityGroupEgress"))
                .hasSize(2)
                .last()
                .satisfies(rule -> assertThat(rule.get("CidrIp").asString()).isEqualTo("100.64.0.0/24"));
    }

    @Test
    void registers_an_address_of_a_secondary_block_as_one_of_the_vpc() {
        service()
                .vpcCidrs(List.of("172.31.0.0/16", "192.168.5.0/24"))
                .targets(List.of(new IpTarget("192.168.5.6"), new IpTarget("192.168.6.6")))
                .build();

        assertThat(only(NETWORK + "TargetGroup").get("Targets").toString())
                .isEqualTo("[{\"Id\":\"192.168.5.6\"},{\"AvailabilityZone\":\"all\",\"Id\":\"192.168.6.6\"}]");
    }

    @Test
    void knows_the_addresses_of_a_vpc_that_the_app_defines() {
        CustomerEndpointService.forElementary(stack, "Orders")
                .vpc(ownVpc(stack))
                .ports(List.of(5432))
                .targets(List.of(new IpTarget("10.0.5.6"), new IpTarget("10.1.5.6")))
                .hostnames(List.of("orders.acme.example"))
                .build();

        assertThat(only(NETWORK + "TargetGroup").get("Targets").toString())
                .isEqualTo("[{\"Id\":\"10.0.5.6\"},{\"AvailabilityZone\":\"all\",\"Id\":\"10.1.5.6\"}]");
        assertThat(only(NETWORK + "LoadBalancer").get("Subnets").toString())
                .contains("OwnPrivateSubnet1")
                .doesNotContain("OwnPublicSubnet");
    }

    @Test
    void forwards_to_the_listener_of_an_application_load_balancer_and_waits_for_it() {
        IVpc vpc = vpc();
        ApplicationListener listener = ApplicationLoadBalancer.Builder.create(stack, "Web")
                .vpc(vpc)
                .build()
                .addListener(
                        "Http",
                        BaseApplicationListenerProps.builder()
                                .port(8080)
                                .protocol(ApplicationProtocol.HTTP)
                                .defaultAction(ListenerAction.fixedResponse(200))
                                .build());
        CustomerEndpointService.forElementary(stack, "Orders")
                .vpc(vpc)
                .ports(List.of(80))
                .targets(List.of(new AlbListenerTarget(listener)))
                .healthCheck(HealthCheck.builder()
                        .protocol(Protocol.HTTP)
                        .path("/ready")
                        .build())
                .hostnames(List.of("orders.acme.example"))
                .build();

        JsonNode group = resources(template(stack), NETWORK + "TargetGroup").get(0);
        assertThat(group.at("/Properties/TargetType").asString()).isEqualTo("alb");
        assertThat(group.at("/Properties/Port").asInt()).isEqualTo(8080);
        assertThat(group.at("/Properties/Targets/0/Port").asInt()).isEqualTo(8080);
        assertThat(group.at("/Properties/Targets/0/Id/Ref").asString()).startsWith("Web");
        assertThat(group.at("/Properties/HealthCheckProtocol").asString()).isEqualTo("HTTP");
        assertThat(group.at("/Properties/HealthCheckPath").asString()).isEqualTo("/ready");
        assertThat(group.get("DependsOn").toString()).contains("WebHttp");
    }

    @Test
    void lets_traffic_to_an_application_load_balancer_out_to_the_vpc() {
        service()
                .targets(List.of(new AlbArnTarget(ALB, 443)))
                .healthCheck(
                        HealthCheck.builder().protocol(Protocol.HTTPS).path("/").build())
                .build();

        assertThat(outbound()).containsExactly("172.31.0.0/16 tcp 443-443");
    }
}
