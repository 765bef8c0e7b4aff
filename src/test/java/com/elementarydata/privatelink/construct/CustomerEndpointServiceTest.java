package com.elementarydata.privatelink.construct;

import static com.elementarydata.privatelink.TestApp.resources;
import static com.elementarydata.privatelink.TestApp.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.elementarydata.privatelink.TestApp;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.CloudFormationValidatePlugin;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.AlbArnTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.InstanceIdTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.IpTarget;
import tools.jackson.databind.JsonNode;

class CustomerEndpointServiceTest extends CustomerEndpointServiceFixture {

    @Test
    void defines_an_internal_load_balancer_in_the_private_subnets() {
        service().build();

        JsonNode loadBalancer = only(NETWORK + "LoadBalancer");
        assertThat(loadBalancer.get("Type").asString()).isEqualTo("network");
        assertThat(loadBalancer.get("Scheme").asString()).isEqualTo("internal");
        assertThat(loadBalancer.get("IpAddressType").asString()).isEqualTo("ipv4");
        assertThat(loadBalancer.get("Subnets").toString())
                .isEqualTo("[\"subnet-0123456789abcdef2\",\"subnet-0123456789abcdef3\"]");
        assertThat(loadBalancer.get("SecurityGroups")).hasSize(1);
        assertThat(loadBalancer
                        .get("EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic")
                        .asString())
                .isEqualTo("on");
        assertThat(loadBalancer.has("Name")).isFalse();
        assertThat(attributes(loadBalancer.get("LoadBalancerAttributes")))
                .containsOnly(
                        Map.entry("deletion_protection.enabled", "false"),
                        Map.entry("load_balancing.cross_zone.enabled", "true"));
        assertThat(ownWarnings()).isEmpty();
    }

    @Test
    void defines_an_endpoint_service_that_only_elementary_may_ask_for_and_a_person_accepts() {
        service().build();

        JsonNode service = only("AWS::EC2::VPCEndpointService");
        assertThat(service.get("AcceptanceRequired").asBoolean()).isTrue();
        assertThat(service.get("NetworkLoadBalancerArns")).hasSize(1);
        assertThat(service.get("SupportedIpAddressTypes").toString()).isEqualTo("[\"ipv4\"]");
        assertThat(service.has("SupportedRegions")).isFalse();
        assertThat(service.has("PrivateDnsName")).isFalse();
        assertThat(only("AWS::EC2::VPCEndpointServicePermissions")
                        .get("AllowedPrincipals")
                        .toString())
                .isEqualTo("[\"arn:aws:iam::743289191656:root\"]");
    }

    @Test
    void admits_exactly_the_ports_from_exactly_the_clients() {
        service().ports(List.of(443, 5432)).build();

        assertThat(rules("SecurityGroupIngress"))
                .containsExactly(
                        "10.0.1.0/24 tcp 443-443",
                        "10.0.2.0/24 tcp 443-443",
                        "10.0.3.0/24 tcp 443-443",
                        "10.0.1.0/24 tcp 5432-5432",
                        "10.0.2.0/24 tcp 5432-5432",
                        "10.0.3.0/24 tcp 5432-5432");
        assertThat(only("AWS::EC2::SecurityGroup").get("GroupDescription").asString())
                .isEqualTo("Clients of the endpoint service");
    }

    @Test
    void keeps_the_ids_of_what_exists_when_a_port_is_added() {
        service().ports(List.of(443)).build();
        Set<String> before = ids(stack);
        Stack other = TestApp.stack("eu-west-1");
        CustomerEndpointService.forElementary(other, "Orders")
                .vpc(ownVpc(other))
                .ports(List.of(22, 443))
                .targets(List.of(new IpTarget("10.0.5.6")))
                .hostnames(List.of("orders.acme.example"))
                .build();

        assertThat(ids(other)).containsAll(before);
        assertThat(before).anyMatch(id -> id.startsWith("OrdersListener443"));
        assertThat(before).anyMatch(id -> id.startsWith("OrdersTargets443"));
    }

    @Test
    void keeps_all_of_its_own_and_nothing_else() {
        CustomerEndpointService.forElementary(stack, "Orders")
                .vpc(ownVpc(stack))
                .ports(List.of(443, 5432))
                .targets(List.of(new InstanceIdTarget("i-0123456789abcdef0")))
                .hostnames(List.of("orders.acme.example"))
                .build();

        Map<String, JsonNode> all = new TreeMap<>();
        template(stack).get("Resources").properties().forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        assertThat(all).anySatisfy((id, resource) -> assertThat(id).startsWith("Own"));
        assertThat(all).allSatisfy((id, resource) -> {
            if (id.startsWith("Orders")) {
                assertThat(resource.get("DeletionPolicy").asString()).isEqualTo("RetainExceptOnCreate");
                assertThat(resource.get("UpdateReplacePolicy").asString()).isEqualTo("Retain");
            } else {
                assertThat(resource.has("DeletionPolicy")).isFalse();
            }
        });
        assertThat(all.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("Orders"))
                        .map(entry -> entry.getValue().get("Type").asString()))
                .containsExactlyInAnyOrder(
                        "AWS::EC2::SecurityGroup",
                        NETWORK + "LoadBalancer",
                        NETWORK + "TargetGroup",
                        NETWORK + "TargetGroup",
                        NETWORK + "Listener",
                        NETWORK + "Listener",
                        "AWS::EC2::VPCEndpointService",
                        "AWS::EC2::VPCEndpointServicePermissions");
    }

    @Test
    void takes_every_option() {
        service()
                .clientCidrs(List.of("10.9.0.0/24"))
                .allowedPrincipals(List.of("210987654321", "arn:aws:iam::743289191656:role/connector"))
                .acceptanceRequired(false)
                .crossZoneEnabled(false)
                .deletionProtection(true)
                .admitPathMtuIcmp(true)
                .tcpIdleTimeout(Duration.minutes(10))
                .enforceSecurityGroupInboundRulesOnPrivateLinkTraffic(false)
                .supportedRegions(List.of("eu-central-1", "us-east-1"))
                .build();

        assertThat(rules("SecurityGroupIngress")).containsExactly("10.9.0.0/24 tcp 5432-5432", "10.9.0.0/24 icmp 3-4");
        assertThat(only("AWS::EC2::VPCEndpointServicePermissions")
                        .get("AllowedPrincipals")
                        .toString())
                .isEqualTo("[\"arn:aws:iam::210987654321:root\",\"arn:aws:iam::743289191656:role/connector\"]");
        JsonNode service = only("AWS::EC2::VPCEndpointService");
        assertThat(service.get("AcceptanceRequired").asBoolean()).isFalse();
        assertThat(service.get("SupportedRegions").toString()).isEqualTo("[\"eu-central-1\",\"us-east-1\"]");
        JsonNode loadBalancer = only(NETWORK + "LoadBalancer");
        assertThat(loadBalancer
                        .get("EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic")
                        .asString())
                .isEqualTo("off");
        assertThat(attributes(loadBalancer.get("LoadBalancerAttributes")))
                .containsOnly(
                        Map.entry("deletion_protection.enabled", "true"),
                        Map.entry("load_balancing.cross_zone.enabled", "false"));
        assertThat(attributes(only(NETWORK + "Listener").get("ListenerAttributes")))
                .containsOnly(Map.entry("tcp.idle_timeout.seconds", "600"));
    }

    @Test
    void needs_no_client_where_the_rules_do_not_hold_for_private_link() {
        service()
                .enforceSecurityGroupInboundRulesOnPrivateLinkTraffic(false)
                .clientCidrs(List.of())
                .build();

        assertThat(only("AWS::EC2::SecurityGroup").has("SecurityGroupIngress")).isFalse();
    }

    @Test
    void names_principals_in_the_partition_of_the_stack() {
        assertThat(principalsIn(TestApp.stack("us-gov-west-1")))
                .isEqualTo("[\"arn:aws-us-gov:iam::210987654321:root\"]");
        assertThat(principalsIn(TestApp.stack("cn-north-1"))).isEqualTo("[\"arn:aws-cn:iam::210987654321:root\"]");
        assertThat(principalsIn(TestApp.stack()))
                .isEqualTo("[{\"Fn::Join\":[\"\",[\"arn:\",{\"Ref\":\"AWS::Partition\"},"
                        + "\":iam::210987654321:root\"]]}]");
    }

    private static String principalsIn(Stack stack) {
        CustomerEndpointService.forElementary(stack, "Orders")
                .vpc(ownVpc(stack))
                .ports(List.of(5432))
                .targets(List.of(new IpTarget("10.0.5.6")))
                .allowedPrincipals(List.of("210987654321"))
                .hostnames(List.of("orders.acme.example"))
                .build();
        return resources(template(stack), "AWS::EC2::VPCEndpointServicePermissions")
                .get(0)
                .at("/Properties/AllowedPrincipals")
                .toString();
    }

    @Test
    void warns_of_a_vpc_whose_hosts_are_admitted_as_clients() {
        service(vpc("10.0.0.0/16")).vpcCidrs(List.of("10.0.0.0/16")).build();

        assertThat(ownWarnings())
                .singleElement()
                .asString()
                .contains("10.0.0.0/16 overlaps the client CIDR 10.0.1.0/24")
                .endsWith("[ack: @elementarydata/privatelink-cdk:vpcOverlapsClientCidr]");
    }

    @Test
    void takes_a_client_that_is_a_parameter_of_the_template_beside_those_that_overlap() {
        String client = CfnParameter.Builder.create(stack, "Client").build().getValueAsString();

        service(vpc("10.0.0.0/16"))
                .vpcCidrs(List.of("10.0.0.0/16"))
                .clientCidrs(List.of(client, "10.0.2.0/24"))
                .build();

        assertThat(ownWarnings()).singleElement().asString().contains("overlaps the client CIDR 10.0.2.0/24");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 6000})
    void keeps_silent_connections_from_a_minute_to_a_hundred(int seconds) {
        service().tcpIdleTimeout(Duration.seconds(seconds)).build();

        assertThat(attributes(only(NETWORK + "Listener").get("ListenerAttributes")))
                .containsEntry("tcp.idle_timeout.seconds", String.valueOf(seconds));
    }

    @Test
    void hands_out_what_it_defines() {
        CustomerEndpointService service = service().build();
        service.getConnections().allowFrom(Peer.ipv4("10.9.0.0/24"), Port.tcp(5432));
        CfnOutput.Builder.create(stack, "All")
                .value(String.join(
                        " ",
                        service.getLoadBalancer().getLoadBalancerArn(),
                        service.getEndpointService().getVpcEndpointServiceId(),
                        service.getSecurityGroup().getSecurityGroupId()))
                .build();

        assertThat(template(stack).at("/Outputs/All/Value").toString())
                .contains("\"Ref\":\"OrdersLoadBalancer")
                .contains("\"Ref\":\"OrdersEndpointService")
                .contains("OrdersSecurityGroup");
        assertThat(rules("SecurityGroupIngress")).contains("10.9.0.0/24 tcp 5432-5432");
        assertThat(Token.isUnresolved(service.getServiceName())).isTrue();
    }

    @Test
    void takes_props_as_well_as_the_builder() {
        CustomerEndpointServiceProps props = CustomerEndpointServiceProps.forElementary()
                .vpc(vpc())
                .ports(List.of(5432))
                .targets(List.of(new IpTarget("172.31.5.6")))
                .hostnames(List.of("orders.acme.example"))
                .build();

        new CustomerEndpointService(stack, "Orders", props);

        assertThat(ids(stack)).hasSize(6);
    }

    @Test
    void passes_the_validation_of_cloudformation_for_every_type_of_target() {
        IVpc vpc = vpc();
        HealthCheck ready =
                HealthCheck.builder().protocol(Protocol.HTTPS).path("/").build();
        CustomerEndpointService.forElementary(stack, "Addresses")
                .vpc(vpc)
                .ports(List.of(5432, 5433))
                .targets(List.of(new IpTarget("192.168.5.6")))
                .hostnames(List.of("orders.acme.example"))
                .supportedRegions(List.of("eu-central-1"))
                .outputPrefix("Addresses")
                .build();
        CustomerEndpointService.forElementary(stack, "Instances")
                .vpc(vpc)
                .ports(List.of(5432))
                .targets(List.of(new InstanceIdTarget("i-0123456789abcdef0")))
                .hostnames(List.of("orders.acme.example"))
                .outputPrefix("Instances")
                .build();
        CustomerEndpointService.forElementary(stack, "LoadBalancer")
                .vpc(vpc)
                .ports(List.of(443))
                .targets(List.of(new AlbArnTarget(ALB, 443)))
                .healthCheck(ready)
                .hostnames(List.of("orders.acme.example"))
                .outputPrefix("LoadBalancer")
                .build();
        CustomerEndpointService.forElementary(stack, "Pods")
                .vpc(vpc)
                .ports(List.of(443))
                .targetType(TargetType.IP)
                .targetPort(443, 8443)
                .hostnames(List.of("orders.acme.example"))
                .outputPrefix("Pods")
                .build();
        App app = (App) stack.getNode().getRoot();
        Validations.of(app).addPlugins(new CloudFormationValidatePlugin());

        assertThatCode(app::synth).doesNotThrowAnyException();
    }
}
