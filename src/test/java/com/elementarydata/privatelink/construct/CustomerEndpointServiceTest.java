package com.elementarydata.privatelink.construct;

import static com.elementarydata.privatelink.TestApp.resources;
import static com.elementarydata.privatelink.TestApp.template;
import static com.elementarydata.privatelink.TestApp.warnings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.elementarydata.privatelink.TestApp;
import com.elementarydata.privatelink.integration.HealthProbe;
import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Integrations;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.CloudFormationValidatePlugin;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.ec2.CfnVPCCidrBlock;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.Subnet;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.ec2.VpcLookupOptions;
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
import tools.jackson.databind.json.JsonMapper;

class CustomerEndpointServiceTest {

    private static final String NETWORK = "AWS::ElasticLoadBalancingV2::";
    private static final String ALB =
            "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0123456789abcdef";

    private final Stack stack = TestApp.stack("eu-west-1");

    private IVpc vpc() {
        return vpc("172.31.0.0/16");
    }

    private IVpc vpc(String cidr) {
        return Vpc.fromVpcAttributes(
                stack,
                "Vpc",
                VpcAttributes.builder()
                        .vpcId("vpc-0123456789abcdef0")
                        .vpcCidrBlock(cidr)
                        .availabilityZones(List.of("eu-west-1a", "eu-west-1b"))
                        .publicSubnetIds(List.of("subnet-0123456789abcdef0", "subnet-0123456789abcdef1"))
                        .privateSubnetIds(List.of("subnet-0123456789abcdef2", "subnet-0123456789abcdef3"))
                        .build());
    }

    private static IVpc ownVpc(Stack stack) {
        // restricting the group would need a Lambda function's asset, which these stacks cannot have
        return Vpc.Builder.create(stack, "Own")
                .restrictDefaultSecurityGroup(false)
                .build();
    }

    private CustomerEndpointServiceProps.Builder<CustomerEndpointService> service() {
        return service(vpc());
    }

    private CustomerEndpointServiceProps.Builder<CustomerEndpointService> service(IVpc vpc) {
        return CustomerEndpointService.Builder.create(stack, "Orders")
                .vpc(vpc)
                .ports(List.of(5432))
                .targets(List.of(new IpTarget("172.31.5.6")))
                .hostnames(List.of("orders.acme.example"));
    }

    private JsonNode only(String type) {
        List<JsonNode> found = resources(template(stack), type);
        assertThat(found).hasSize(1);
        return found.get(0).get("Properties");
    }

    private List<String> ownWarnings() {
        return warnings(stack).stream()
                .filter(warning -> warning.contains("@elementarydata"))
                .toList();
    }

    private Map<String, String> attributes(JsonNode attributes) {
        return attributes
                .valueStream()
                .collect(Collectors.toMap(
                        entry -> entry.get("Key").asString(),
                        entry -> entry.get("Value").asString()));
    }

    private List<String> rules(String direction) {
        return only("AWS::EC2::SecurityGroup")
                .path(direction)
                .valueStream()
                .map(rule -> "%s %s %s-%s"
                        .formatted(
                                rule.get("CidrIp").isString()
                                        ? rule.get("CidrIp").asString()
                                        : rule.get("CidrIp").toString(),
                                rule.get("IpProtocol").asString(),
                                rule.get("FromPort"),
                                rule.get("ToPort")))
                .toList();
    }

    private List<String> outbound() {
        return rules("SecurityGroupEgress");
    }

    private String output(String name) {
        return template(stack).at("/Outputs/%s/Value".formatted(name)).asString();
    }

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
    void lets_nothing_out_but_to_the_targets_on_their_ports_and_the_port_of_the_health_check() {
        service()
                .ports(List.of(443, 5432))
                .targets(List.of(new IpTarget("172.31.5.6"), new IpTarget("172.31.5.7", 8443)))
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

    @ParameterizedTest
    @MethodSource("hosted")
    void keeps_silent_connections_as_long_as_the_integration_says(Integration integration) {
        service().integration(integration.key()).ports(List.of(443)).build();

        assertThat(attributes(only(NETWORK + "Listener").get("ListenerAttributes")))
                .containsOnly(Map.entry("tcp.idle_timeout.seconds", String.valueOf(integration.tcpIdleTimeout())));
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
        CustomerEndpointService.Builder.create(stack, "Orders")
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

    @Test
    void keeps_the_ids_of_what_exists_when_a_port_is_added() {
        service().ports(List.of(443)).build();
        Set<String> before = ids(stack);
        Stack other = TestApp.stack("eu-west-1");
        CustomerEndpointService.Builder.create(other, "Orders")
                .vpc(ownVpc(other))
                .ports(List.of(22, 443))
                .targets(List.of(new IpTarget("10.0.5.6")))
                .hostnames(List.of("orders.acme.example"))
                .build();

        assertThat(ids(other)).containsAll(before);
        assertThat(before).anyMatch(id -> id.startsWith("OrdersListener443"));
        assertThat(before).anyMatch(id -> id.startsWith("OrdersTargets443"));
    }

    private static Set<String> ids(Stack stack) {
        return new TreeSet<>(template(stack).get("Resources").propertyNames());
    }

    @Test
    void keeps_all_of_its_own_and_nothing_else() {
        CustomerEndpointService.Builder.create(stack, "Orders")
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
    void knows_the_addresses_of_a_vpc_that_the_app_defines() {
        CustomerEndpointService.Builder.create(stack, "Orders")
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
    void takes_isolated_subnets_where_there_are_no_others() {
        RegionalPrivateLinkVpc isolated = RegionalPrivateLinkVpc.Builder.create(stack, "Isolated")
                .cidr("10.64.0.0/20")
                .subnets(Map.of("euw1-az1", "10.64.0.0/23", "euw1-az2", "10.64.2.0/23"))
                .peerVpcId("vpc-0123456789abcdef0")
                .peerRegion("eu-central-1")
                .build();

        service().vpc(isolated.getVpc()).build();

        assertThat(only(NETWORK + "LoadBalancer").get("Subnets")).hasSize(2);
    }

    @Test
    void takes_subnets_that_are_known_by_their_ids_alone() {
        service()
                .subnets(SubnetSelection.builder()
                        .subnets(List.of(
                                Subnet.fromSubnetId(stack, "One", "subnet-0123456789abcdef4"),
                                Subnet.fromSubnetId(stack, "Two", "subnet-0123456789abcdef5")))
                        .build())
                .build();

        assertThat(only(NETWORK + "LoadBalancer").get("Subnets").toString())
                .isEqualTo("[\"subnet-0123456789abcdef4\",\"subnet-0123456789abcdef5\"]");
        assertThat(ownWarnings()).noneMatch(warning -> warning.contains("oneAvailabilityZone"));
    }

    @Test
    void waits_for_a_vpc_that_is_still_to_be_looked_up() {
        IVpc unknown = Vpc.fromLookup(
                stack,
                "Unknown",
                VpcLookupOptions.builder().vpcId("vpc-0123456789abcdef0").build());

        service(unknown)
                .subnets(SubnetSelection.builder().subnetGroupName("Services").build())
                .supportedRegions(List.of("eu-central-1"))
                .targets(List.of(new InstanceIdTarget("i-0123456789abcdef0")))
                .build();

        assertThat(stack.getNode().tryFindChild("Orders")).isNotNull();
        assertThat(ownWarnings()).isEmpty();
    }

    @Test
    void takes_subnets_that_are_a_parameter_of_the_template() {
        CfnParameter ids = CfnParameter.Builder.create(stack, "Subnets")
                .type("List<AWS::EC2::Subnet::Id>")
                .build();
        IVpc vpc = Vpc.fromVpcAttributes(
                stack,
                "Given",
                VpcAttributes.builder()
                        .vpcId("vpc-0123456789abcdef0")
                        .availabilityZones(List.of("any"))
                        .privateSubnetIds(ids.getValueAsList())
                        .build());

        service().vpc(vpc).supportedRegions(List.of("eu-central-1")).build();

        assertThat(only(NETWORK + "LoadBalancer").get("Subnets").toString()).isEqualTo("{\"Ref\":\"Subnets\"}");
        assertThat(ownWarnings()).noneMatch(warning -> warning.contains("oneAvailabilityZone"));
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
                .isEqualTo("[\"arn:aws-us-gov:iam::743289191656:root\"]");
        assertThat(principalsIn(TestApp.stack("cn-north-1"))).isEqualTo("[\"arn:aws-cn:iam::743289191656:root\"]");
        assertThat(principalsIn(TestApp.stack()))
                .isEqualTo("[{\"Fn::Join\":[\"\",[\"arn:\",{\"Ref\":\"AWS::Partition\"},"
                        + "\":iam::743289191656:root\"]]}]");
    }

    private static String principalsIn(Stack stack) {
        CustomerEndpointService.Builder.create(stack, "Orders")
                .vpc(ownVpc(stack))
                .ports(List.of(5432))
                .targets(List.of(new IpTarget("10.0.5.6")))
                .hostnames(List.of("orders.acme.example"))
                .build();
        return resources(template(stack), "AWS::EC2::VPCEndpointServicePermissions")
                .get(0)
                .at("/Properties/AllowedPrincipals")
                .toString();
    }

    @Test
    void presets_port_and_health_check_of_github_enterprise_server() {
        CustomerEndpointService.Builder.createGitHubEnterpriseServer(stack, "Git")
                .vpc(vpc())
                .targets(List.of(new IpTarget("172.31.5.6")))
                .hostnames(List.of("git.acme.example"))
                .build();

        assertThat(only(NETWORK + "Listener").get("Port").asInt()).isEqualTo(443);
        JsonNode group = only(NETWORK + "TargetGroup");
        assertThat(group.get("HealthCheckProtocol").asString()).isEqualTo("HTTPS");
        assertThat(group.get("HealthCheckPath").asString()).isEqualTo("/status");
        assertThat(group.get("HealthCheckPort").asString()).isEqualTo("443");
        assertThat(outbound()).containsExactly("172.31.5.6/32 tcp 443-443");
        assertThat(output("Integration")).isEqualTo("github-enterprise-server");
    }

    static List<Integration> hosted() {
        return Integrations.hostedByCustomers();
    }

    @ParameterizedTest
    @MethodSource("hosted")
    void checks_targets_as_the_integration_says(Integration integration) {
        service().integration(integration.key()).ports(List.of(443)).build();

        JsonNode group = only(NETWORK + "TargetGroup");
        assertThat(group.get("HealthCheckProtocol").asString())
                .isEqualTo(integration.healthProbe().map(HealthProbe::protocol).orElse("TCP"));
        assertThat(group.path("HealthCheckPath").asString(""))
                .isEqualTo(integration.healthProbe().map(HealthProbe::path).orElse(""));
        assertThat(output("Integration")).isEqualTo(integration.key());
    }

    @Test
    void checks_every_port_of_github_enterprise_server_at_its_status_page() {
        service()
                .integration("github-enterprise-server")
                .ports(List.of(443, 22))
                .build();

        assertThat(resources(template(stack), NETWORK + "TargetGroup"))
                .hasSize(2)
                .allSatisfy(group -> assertThat(
                                group.at("/Properties/HealthCheckPath").asString())
                        .isEqualTo("/status"));
        assertThat(outbound()).containsExactly("172.31.5.6/32 tcp 443-443", "172.31.5.6/32 tcp 22-22");
    }

    @Test
    void outputs_what_elementary_must_be_told_under_fixed_names() {
        CustomerEndpointService service = service()
                .ports(List.of(5432, 5433))
                .hostnames(List.of("orders.acme.example", "*.orders.acme.example"))
                .availabilityZoneIds(List.of("euw1-az1", "euw1-az2"))
                .build();

        assertThat(template(stack).get("Outputs").propertyNames())
                .containsExactlyInAnyOrder(
                        "ServiceName",
                        "AccountId",
                        "Region",
                        "Integration",
                        "Hostname",
                        "AvailabilityZoneIds",
                        "Handoff");
        assertThat(output("AccountId")).isEqualTo("111122223333");
        assertThat(output("Region")).isEqualTo("eu-west-1");
        assertThat(output("Integration")).isEqualTo("service");
        assertThat(output("Hostname")).isEqualTo("orders.acme.example,*.orders.acme.example");
        assertThat(output("AvailabilityZoneIds")).isEqualTo("euw1-az1,euw1-az2");
        assertThat(stack.resolve(service.getServiceName()).toString()).contains("com.amazonaws.vpce");
        assertThat(template(stack).get("Outputs").toString()).doesNotContain("Export");
    }

    @Test
    void outputs_the_handoff_document_as_json() {
        service()
                .hostnames(List.of("orders.acme.example", "*.orders.acme.example"))
                .build();

        String handoff = rendered(template(stack).at("/Outputs/Handoff/Value"));
        assertThat(handoff)
                .isEqualTo("{\"version\":1,\"integration\":\"service\",\"region\":\"eu-west-1\","
                        + "\"awsAccountId\":\"111122223333\",\"serviceName\":\"com.amazonaws.vpce.AWS::Region.OrdersEndpointService41BFF52B\","
                        + "\"hostnames\":[\"orders.acme.example\",\"*.orders.acme.example\"],\"ports\":[5432],"
                        + "\"availabilityZoneIds\":[]}");
        assertThat(JsonMapper.builder().build().readTree(handoff).get("version").asInt())
                .isEqualTo(1);
        assertThat(template(stack).get("Outputs").has("AvailabilityZoneIds")).isFalse();
    }

    /** What CloudFormation makes of a join; a reference stands for itself. */
    private static String rendered(JsonNode value) {
        if (value.has("Ref")) {
            return value.get("Ref").asString();
        }
        return value.isString()
                ? value.asString()
                : value.at("/Fn::Join/1")
                        .valueStream()
                        .map(CustomerEndpointServiceTest::rendered)
                        .collect(Collectors.joining(value.at("/Fn::Join/0").asString()));
    }

    @Test
    void outputs_of_two_services_in_a_stack_differ_by_their_prefix() {
        IVpc vpc = vpc();
        Stream.of("Orders", "Invoices")
                .forEach(id -> CustomerEndpointService.Builder.create(stack, id)
                        .vpc(vpc)
                        .ports(List.of(443))
                        .targets(List.of(new IpTarget("172.31.5.6")))
                        .hostnames(List.of("orders.acme.example"))
                        .outputPrefix(id)
                        .build());

        assertThat(template(stack).get("Outputs").propertyNames())
                .contains("OrdersServiceName", "InvoicesServiceName", "OrdersHandoff", "InvoicesHandoff");
    }

    @Test
    void warns_of_a_load_balancer_in_one_availability_zone() {
        service()
                .subnets(SubnetSelection.builder()
                        .subnetType(SubnetType.PRIVATE_WITH_EGRESS)
                        .availabilityZones(List.of("eu-west-1a"))
                        .build())
                .build();

        assertThat(ownWarnings())
                .singleElement()
                .asString()
                .contains("one Availability Zone")
                .endsWith("[ack: @elementarydata/privatelink-cdk:oneAvailabilityZone]");
    }

    @Test
    void warns_of_a_vpc_whose_hosts_are_admitted_as_clients() {
        service(vpc("10.0.0.0/16")).build();

        assertThat(ownWarnings())
                .singleElement()
                .asString()
                .contains("10.0.0.0/16 overlaps the client CIDR 10.0.1.0/24")
                .endsWith("[ack: @elementarydata/privatelink-cdk:vpcOverlapsClientCidr]");
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
        CustomerEndpointServiceProps props = CustomerEndpointServiceProps.builder()
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
        CustomerEndpointService.Builder.create(stack, "Addresses")
                .vpc(vpc)
                .ports(List.of(5432, 5433))
                .targets(List.of(new IpTarget("192.168.5.6")))
                .hostnames(List.of("orders.acme.example"))
                .supportedRegions(List.of("eu-central-1"))
                .outputPrefix("Addresses")
                .build();
        CustomerEndpointService.Builder.create(stack, "Instances")
                .vpc(vpc)
                .ports(List.of(5432))
                .targets(List.of(new InstanceIdTarget("i-0123456789abcdef0")))
                .hostnames(List.of("orders.acme.example"))
                .outputPrefix("Instances")
                .build();
        CustomerEndpointService.Builder.create(stack, "LoadBalancer")
                .vpc(vpc)
                .ports(List.of(443))
                .targets(List.of(new AlbArnTarget(ALB, 443)))
                .healthCheck(ready)
                .hostnames(List.of("orders.acme.example"))
                .outputPrefix("LoadBalancer")
                .build();
        App app = (App) stack.getNode().getRoot();
        Validations.of(app).addPlugins(new CloudFormationValidatePlugin());

        assertThatCode(app::synth).doesNotThrowAnyException();
    }
}
