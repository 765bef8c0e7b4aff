package com.elementarydata.privatelink.construct;

import static com.elementarydata.privatelink.TestApp.resources;
import static com.elementarydata.privatelink.TestApp.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.elementarydata.privatelink.TestApp;
import com.elementarydata.privatelink.net.Elementary;
import com.google.common.collect.MoreCollectors;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.constructs.Construct;
import tools.jackson.databind.JsonNode;

class InterfaceEndpointForServiceTest {

    private static final String SERVICE = "com.amazonaws.vpce.us-west-2.vpce-svc-0123456789abcdef0";

    private final Stack stack = TestApp.stack("us-west-2");

    private IVpc vpc() {
        return Vpc.fromVpcAttributes(
                stack,
                "Vpc",
                VpcAttributes.builder()
                        .vpcId("vpc-0123456789abcdef0")
                        .availabilityZones(List.of("usw2-az1", "usw2-az2"))
                        .isolatedSubnetIds(List.of("subnet-0123456789abcdef0", "subnet-0123456789abcdef1"))
                        .build());
    }

    private InterfaceEndpointForServiceProps.Builder<InterfaceEndpointForService> endpoint() {
        return endpoint(stack);
    }

    private InterfaceEndpointForServiceProps.Builder<InterfaceEndpointForService> endpoint(Construct scope) {
        return InterfaceEndpointForService.Builder.create(scope, "Warehouse")
                .vpc(vpc())
                .subnets(SubnetSelection.builder()
                        .subnetType(SubnetType.PRIVATE_ISOLATED)
                        .build())
                .serviceName(SERVICE)
                .ports(List.of(443, 80))
                .clientCidrs(Elementary.CLIENT_CIDRS);
    }

    @Test
    void defines_an_interface_endpoint_without_private_dns_and_without_a_policy() {
        endpoint().build();

        JsonNode template = template(stack);
        JsonNode endpoint = resources(template, "AWS::EC2::VPCEndpoint").get(0);
        JsonNode group = resources(template, "AWS::EC2::SecurityGroup").get(0);
        JsonNode properties = endpoint.get("Properties");
        assertThat(properties.get("VpcEndpointType").asString()).isEqualTo("Interface");
        assertThat(properties.get("ServiceName").asString()).isEqualTo(SERVICE);
        assertThat(properties.get("PrivateDnsEnabled").asBoolean()).isFalse();
        assertThat(properties.get("SubnetIds")).hasSize(2);
        assertThat(properties.has("PolicyDocument")).isFalse();
        assertThat(properties.has("ServiceRegion")).isFalse();
        assertThat(properties.get("VpcId")).isEqualTo(group.at("/Properties/VpcId"));
        assertThat(endpoint.get("DeletionPolicy").asString()).isEqualTo("Delete");
        assertThat(endpoint.get("UpdateReplacePolicy").asString()).isEqualTo("Retain");
    }

    @Test
    void is_found_in_the_console_by_its_path() {
        endpoint().build();

        JsonNode template = template(stack);
        assertThat(List.of(
                        nameOf(resources(template, "AWS::EC2::VPCEndpoint").get(0)),
                        nameOf(resources(template, "AWS::EC2::SecurityGroup").get(0))))
                .containsOnly(stack.getNode().getPath() + "/Warehouse");
    }

    @Test
    void has_the_end_of_a_path_that_is_too_long_for_a_tag() {
        Construct scope = stack;
        for (int level = 0; level < 3; level++) {
            scope = new Construct(scope, "a".repeat(100));
        }
        endpoint(scope).build();

        assertThat(nameOf(resources(template(stack), "AWS::EC2::VPCEndpoint").get(0)))
                .hasSize(256)
                .endsWith("a/Warehouse");
    }

    private static String nameOf(JsonNode resource) {
        return resource.at("/Properties/Tags")
                .valueStream()
                .filter(tag -> tag.path("Key").asString().equals("Name"))
                .map(tag -> tag.path("Value").asString())
                .collect(MoreCollectors.onlyElement());
    }

    @Test
    void admits_exactly_the_ports_from_exactly_the_clients_and_lets_nothing_out() {
        endpoint().build();

        JsonNode group = resources(template(stack), "AWS::EC2::SecurityGroup").get(0);
        assertThat(group.at("/Properties/SecurityGroupIngress")
                        .valueStream()
                        .map(rule -> "%s %s %s-%s"
                                .formatted(
                                        rule.get("CidrIp").asString(),
                                        rule.get("IpProtocol").asString(),
                                        rule.get("FromPort"),
                                        rule.get("ToPort"))))
                .containsExactly(
                        "10.0.1.0/24 tcp 443-443",
                        "10.0.2.0/24 tcp 443-443",
                        "10.0.3.0/24 tcp 443-443",
                        "10.0.1.0/24 tcp 80-80",
                        "10.0.2.0/24 tcp 80-80",
                        "10.0.3.0/24 tcp 80-80");
        assertThat(group.at("/Properties/SecurityGroupEgress").toString())
                .isEqualTo("[{\"CidrIp\":\"255.255.255.255/32\",\"Description\":\"Disallow all traffic\","
                        + "\"FromPort\":252,\"IpProtocol\":\"icmp\",\"ToPort\":86}]");
        assertThat(group.get("UpdateReplacePolicy").asString()).isEqualTo("Retain");
        assertThat(group.at("/Properties/GroupDescription").asString()).isEqualTo("Clients of the interface endpoint");
    }

    @Test
    void names_the_region_of_a_service_elsewhere() {
        endpoint()
                .serviceName("com.amazonaws.vpce.us-east-2.vpce-svc-0123456789abcdef0")
                .serviceRegion("us-east-2")
                .build();

        assertThat(resources(template(stack), "AWS::EC2::VPCEndpoint")
                        .get(0)
                        .at("/Properties/ServiceRegion")
                        .asString())
                .isEqualTo("us-east-2");
    }

    @Test
    void hands_out_its_id_its_dns_name_and_the_zone_of_that() {
        InterfaceEndpointForService endpoint = endpoint().build();
        new CfnOutput(
                stack,
                "All",
                software.amazon.awscdk.CfnOutputProps.builder()
                        .value(endpoint.getEndpointId() + " " + endpoint.getDnsName() + " "
                                + endpoint.getDnsHostedZoneId())
                        .build());

        assertThat(template(stack).at("/Outputs/All/Value").toString())
                .contains("[\"Warehouse50B5FE91\",\"Id\"]")
                .contains("{\"Fn::Select\":[1,{\"Fn::Split\":[\":\",{\"Fn::Select\":[0,{\"Fn::GetAtt\"")
                .contains("{\"Fn::Select\":[0,{\"Fn::Split\":[\":\",{\"Fn::Select\":[0,{\"Fn::GetAtt\"");
    }

    @Test
    void hands_out_what_names_it_to_other_resources() {
        InterfaceEndpointForService endpoint = endpoint().build();
        new CfnOutput(
                stack,
                "All",
                software.amazon.awscdk.CfnOutputProps.builder()
                        .value(endpoint.getServiceName() + " "
                                + endpoint.getEndpoint().getVpcEndpointRef().getVpcEndpointId() + " "
                                + endpoint.getSecurityGroup().getSecurityGroupId())
                        .build());

        assertThat(template(stack).at("/Outputs/All/Value").toString())
                .contains("\"" + SERVICE + " \"")
                .contains("{\"Ref\":\"Warehouse50B5FE91\"}")
                .contains("[\"WarehouseSecurityGroup");
    }

    @Test
    void is_connectable_as_any_construct_of_cdk() {
        InterfaceEndpointForService endpoint = endpoint().build();

        endpoint.getConnections().allowFrom(Peer.ipv4("10.9.0.0/24"), Port.tcp(443));
        endpoint.getConnections().allowFrom(Peer.ipv4("10.9.1.0/24"), Port.tcp(443));

        JsonNode template = template(stack);
        assertThat(resources(template, "AWS::EC2::SecurityGroup").get(0).at("/Properties/SecurityGroupIngress"))
                .hasSize(6);
        assertThat(resources(template, "AWS::EC2::SecurityGroupIngress"))
                .extracting(
                        rule -> rule.at("/Properties/CidrIp").asString(),
                        rule -> rule.at("/Properties/GroupId").toString())
                .containsExactlyInAnyOrder(
                        tuple("10.9.0.0/24", "{\"Fn::GetAtt\":[\"WarehouseSecurityGroup3F27703C\",\"GroupId\"]}"),
                        tuple("10.9.1.0/24", "{\"Fn::GetAtt\":[\"WarehouseSecurityGroup3F27703C\",\"GroupId\"]}"));
    }

    @Test
    void is_put_in_a_vpc_that_is_known_by_its_ids_alone() {
        String subnet = Fn.importValue("Subnet");
        inVpc("vpc-0123456789abcdef0", List.of(subnet, "subnet-0123456789abcdef1"))
                .tags(Map.of("team", "data", "Name", "warehouse"))
                .build();

        JsonNode template = template(stack);
        JsonNode endpoint = resources(template, "AWS::EC2::VPCEndpoint").get(0).get("Properties");
        assertThat(endpoint.get("VpcId").asString()).isEqualTo("vpc-0123456789abcdef0");
        assertThat(endpoint.get("SubnetIds").toString())
                .isEqualTo("[{\"Fn::ImportValue\":\"Subnet\"},\"subnet-0123456789abcdef1\"]");
        assertThat(endpoint.get("Tags").toString())
                .isEqualTo("[{\"Key\":\"Name\",\"Value\":\"warehouse\"},{\"Key\":\"team\",\"Value\":\"data\"}]");
        assertThat(resources(template, "AWS::EC2::SecurityGroup").get(0).at("/Properties/Tags"))
                .isEqualTo(endpoint.get("Tags"));
    }

    private InterfaceEndpointForServiceProps.Builder<InterfaceEndpointForService> inVpc(
            String vpcId, List<String> subnetIds) {
        return InterfaceEndpointForService.Builder.create(stack, "Warehouse")
                .vpcId(vpcId)
                .subnetIds(subnetIds)
                .serviceName(SERVICE)
                .ports(List.of(443))
                .clientCidrs(Elementary.CLIENT_CIDRS);
    }

    @Test
    void refuses_ids_that_are_none() {
        assertThatThrownBy(() -> inVpc("subnet-0123456789abcdef0", List.of("vpc-0123456789abcdef0", "rtb-1"))
                        .build())
                .hasMessageContaining("\"subnet-0123456789abcdef0\" is not the id of a VPC; pass vpc-…")
                .hasMessageContaining("\"vpc-0123456789abcdef0\" is not the id of a subnet; pass subnet-…")
                .hasMessageContaining("\"rtb-1\" is not the id of a subnet");
        assertThatThrownBy(() -> inVpc("vpc-0123456789abcdef0", List.of()).build())
                .hasMessageContaining("no subnet is given; pass subnetIds(…)");
        assertThatThrownBy(() -> inVpc("vpc-0123456789abcdef0", List.of("subnet-1", "subnet-1"))
                        .build())
                .hasMessageContaining("duplicate subnet subnet-1");
    }

    @Test
    void refuses_a_vpc_that_is_given_in_two_ways() {
        assertThatThrownBy(() -> endpoint().vpcId("vpc-0123456789abcdef0").build())
                .hasMessageContaining("vpc and vpcId are given; pass one of them")
                .hasMessageContaining("subnets is without vpc; pass vpc(…), or subnetIds(…)");
        assertThatThrownBy(() -> InterfaceEndpointForServiceProps.builder()
                        .subnetIds(List.of("subnet-1"))
                        .build())
                .hasMessageContaining("subnetIds is without vpcId; pass vpcId(…), or subnets(…)");
    }

    @Test
    void takes_props_as_well_as_the_builder() {
        InterfaceEndpointForServiceProps props = InterfaceEndpointForServiceProps.builder()
                .vpc(vpc())
                .subnets(SubnetSelection.builder()
                        .subnetType(SubnetType.PRIVATE_ISOLATED)
                        .build())
                .serviceName(SERVICE)
                .ports(List.of(443))
                .clientCidrs(List.of("10.9.0.0/24"))
                .build();

        new InterfaceEndpointForService(stack, "Warehouse", props);

        assertThat(resources(template(stack), "AWS::EC2::SecurityGroup").get(0).at("/Properties/SecurityGroupIngress"))
                .hasSize(1);
    }

    @Test
    void fails_with_all_that_is_missing() {
        assertThatThrownBy(() -> InterfaceEndpointForServiceProps.builder().build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("InterfaceEndpointForService: vpc is missing; pass vpc(…)")
                .hasMessageContaining("subnets is missing")
                .hasMessageContaining("serviceName is missing")
                .hasMessageContaining("no port is given")
                .hasMessageContaining(
                        "no client CIDR is given; pass clientCidrs(…), the subnets that connect, as in 10.0.1.0/24");
    }

    @Test
    void fails_with_all_that_is_wrong_and_defines_nothing() {
        assertThatThrownBy(() -> endpoint()
                        .serviceName("vpce-0123456789abcdef0")
                        .ports(List.of(0, 443, 443))
                        .clientCidrs(List.of("0.0.0.0/0", "10.0.1.x"))
                        .build())
                .hasMessageContaining("this is the id of an endpoint")
                .hasMessageContaining("0 is not a TCP port")
                .hasMessageContaining("duplicate port 443")
                .hasMessageContaining("0.0.0.0/0 admits nearly everyone")
                .hasMessageContaining("write 10.0.1.0/24");
        assertThat(stack.getNode().tryFindChild("Warehouse")).isNull();
    }

    @Test
    void fails_where_the_service_is_not_in_its_region() {
        assertThatThrownBy(() -> endpoint().serviceRegion("us-east-2").build())
                .hasMessageContaining("pass serviceRegion(\"us-west-2\")");
    }

    @Test
    void fails_where_a_service_elsewhere_is_taken_for_one_of_the_stacks_region() {
        assertThatThrownBy(() -> endpoint()
                        .serviceName("com.amazonaws.vpce.us-east-2.vpce-svc-0123456789abcdef0")
                        .build())
                .hasMessageContaining("pass serviceRegion(\"us-east-2\")");
    }
}
