package com.elementarydata.privatelink.construct;

import static com.elementarydata.privatelink.TestApp.resources;
import static com.elementarydata.privatelink.TestApp.template;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.TestApp;
import com.elementarydata.privatelink.net.Elementary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.Bucket;
import tools.jackson.databind.JsonNode;

class RegionalPrivateLinkVpcTest {

    private static final Set<String> RETAINED = Set.of(
            "AWS::EC2::VPC",
            "AWS::EC2::Subnet",
            "AWS::EC2::RouteTable",
            "AWS::EC2::SubnetRouteTableAssociation",
            "AWS::EC2::Route",
            "AWS::EC2::VPCPeeringConnection",
            "AWS::Logs::LogGroup");
    private static final Set<String> DELETED = Set.of("AWS::EC2::FlowLog", "AWS::IAM::Role");

    private final Stack stack = TestApp.stack("us-west-2");

    private static RegionalPrivateLinkVpcProps.Builder<RegionalPrivateLinkVpc> vpcIn(Stack stack) {
        return RegionalPrivateLinkVpc.Builder.create(stack, "Regional")
                .cidr("10.64.64.0/20")
                .peerVpcId("vpc-0a1b2c3d4e5f60718")
                .peerRegion("eu-central-1")
                .clientCidrs(Elementary.CLIENT_CIDRS);
    }

    private RegionalPrivateLinkVpcProps.Builder<RegionalPrivateLinkVpc> vpc() {
        return vpcIn(stack).subnet("usw2-az1", "10.64.64.0/23").subnet("usw2-az2", "10.64.66.0/23");
    }

    private JsonNode only(String type) {
        List<JsonNode> found = resources(template(stack), type);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String text(JsonNode resource, String pointer) {
        return resource.at(pointer).asString();
    }

    private static Map<String, String> byId(JsonNode template) {
        Map<String, String> resources = new TreeMap<>();
        template.get("Resources")
                .propertyStream()
                .forEach(entry -> resources.put(entry.getKey(), entry.getValue().toString()));
        return resources;
    }

    @Test
    void defines_a_vpc_that_resolves_names_and_has_nothing_that_leads_to_the_internet() {
        vpc().build();

        JsonNode vpc = only("AWS::EC2::VPC");
        assertThat(text(vpc, "/Properties/CidrBlock")).isEqualTo("10.64.64.0/20");
        assertThat(vpc.at("/Properties/EnableDnsSupport").asBoolean()).isTrue();
        assertThat(vpc.at("/Properties/EnableDnsHostnames").asBoolean()).isTrue();
        Set<String> types = new TreeSet<>(RETAINED);
        types.addAll(DELETED);
        JsonNode template = template(stack);
        assertThat(template.get("Resources").valueStream().map(resource -> text(resource, "/Type")))
                .containsOnly(types.toArray(String[]::new));
        assertThat(template.toString()).doesNotContain("0.0.0.0/0", "::/0", "GatewayId");
        assertThat(template.propertyNames()).containsExactly("Resources");
    }

    @Test
    void defines_an_isolated_subnet_per_zone_by_its_id() {
        vpc().build();

        List<JsonNode> subnets = resources(template(stack), "AWS::EC2::Subnet");
        assertThat(subnets.stream()
                        .map(subnet -> text(subnet, "/Properties/AvailabilityZoneId") + " "
                                + text(subnet, "/Properties/CidrBlock")))
                .containsExactly("usw2-az1 10.64.64.0/23", "usw2-az2 10.64.66.0/23");
        assertThat(subnets).allSatisfy(subnet -> {
            assertThat(subnet.at("/Properties/MapPublicIpOnLaunch").asBoolean(true))
                    .isFalse();
            assertThat(subnet.get("Properties").has("AvailabilityZone")).isFalse();
        });
        assertThat(resources(template(stack), "AWS::EC2::SubnetRouteTableAssociation"))
                .extracting(association -> association.at("/Properties/SubnetId/Fn::GetAtt/0"))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void asks_for_the_peering_connection_and_always_names_the_region() {
        vpc().build();

        JsonNode peering = only("AWS::EC2::VPCPeeringConnection").get("Properties");
        assertThat(text(peering, "/PeerVpcId")).isEqualTo("vpc-0a1b2c3d4e5f60718");
        assertThat(text(peering, "/PeerRegion")).isEqualTo("eu-central-1");
        assertThat(text(peering, "/VpcId/Fn::GetAtt/1")).isEqualTo("VpcId");
        assertThat(peering.has("PeerOwnerId")).isFalse();
        assertThat(peering.has("PeerRoleArn")).isFalse();
    }

    @Test
    void names_the_region_of_the_peer_where_it_is_its_own_too() {
        vpc().peerRegion("us-west-2").build();

        assertThat(text(only("AWS::EC2::VPCPeeringConnection"), "/Properties/PeerRegion"))
                .isEqualTo("us-west-2");
    }

    @Test
    void names_owner_and_role_of_a_peer_in_another_account() {
        vpc().peerOwnerId("210987654321")
                .peerRoleArn("arn:aws:iam::210987654321:role/accepter")
                .build();

        JsonNode peering = only("AWS::EC2::VPCPeeringConnection").get("Properties");
        assertThat(text(peering, "/PeerOwnerId")).isEqualTo("210987654321");
        assertThat(text(peering, "/PeerRoleArn")).isEqualTo("arn:aws:iam::210987654321:role/accepter");
    }

    @Test
    void leads_every_subnet_back_to_every_client_and_nowhere_else() {
        vpc().clientCidrs(List.of("10.0.1.0/24", "10.0.9.0/24")).build();

        JsonNode template = template(stack);
        List<String> tables = new ArrayList<>();
        template.get("Resources").propertyStream().forEach(entry -> {
            if (text(entry.getValue(), "/Type").equals("AWS::EC2::RouteTable")) {
                tables.add(entry.getKey());
            }
        });
        List<JsonNode> routes = resources(template, "AWS::EC2::Route");
        assertThat(tables).hasSize(2);
        assertThat(routes.stream()
                        .collect(Collectors.groupingBy(
                                route -> text(route, "/Properties/RouteTableId/Fn::GetAtt/0"),
                                Collectors.mapping(
                                        route -> text(route, "/Properties/DestinationCidrBlock"),
                                        Collectors.toList()))))
                .containsOnlyKeys(tables)
                .allSatisfy((table, clients) -> assertThat(clients).containsExactly("10.0.1.0/24", "10.0.9.0/24"));
        assertThat(routes)
                .allSatisfy(route -> assertThat(
                                route.at("/Properties/VpcPeeringConnectionId").isMissingNode())
                        .isFalse());
    }

    @Test
    void retains_exactly_what_connections_depend_on_and_the_logs() {
        vpc().build();

        template(stack).get("Resources").valueStream().forEach(resource -> {
            String type = text(resource, "/Type");
            if (RETAINED.contains(type)) {
                assertThat(text(resource, "/DeletionPolicy")).as(type).isEqualTo("RetainExceptOnCreate");
                assertThat(text(resource, "/UpdateReplacePolicy")).as(type).isEqualTo("Retain");
            } else {
                assertThat(DELETED).contains(type);
                assertThat(resource.has("DeletionPolicy")).as(type).isFalse();
                assertThat(resource.has("UpdateReplacePolicy")).as(type).isFalse();
            }
        });
    }

    @Test
    void logs_all_traffic_for_a_year_by_default() {
        vpc().build();

        JsonNode flowLog = only("AWS::EC2::FlowLog");
        assertThat(text(flowLog, "/Properties/TrafficType")).isEqualTo("ALL");
        assertThat(text(flowLog, "/Properties/ResourceType")).isEqualTo("VPC");
        assertThat(only("AWS::Logs::LogGroup").at("/Properties/RetentionInDays").asInt())
                .isEqualTo(365);
    }

    @Test
    void lets_the_role_of_the_flow_log_write_to_its_log_group_and_do_nothing_else() {
        vpc().build();

        JsonNode template = template(stack);
        JsonNode role = only("AWS::IAM::Role").get("Properties");
        assertThat(role.propertyNames()).containsExactlyInAnyOrder("AssumeRolePolicyDocument", "Policies");
        JsonNode statement = role.at("/Policies/0/PolicyDocument/Statement");
        assertThat(role.get("Policies")).hasSize(1);
        assertThat(statement).hasSize(1);
        assertThat(text(statement, "/0/Effect")).isEqualTo("Allow");
        assertThat(statement.at("/0/Action").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents");
        String logGroup = text(statement, "/0/Resource/Fn::GetAtt/0");
        assertThat(text(template, "/Resources/%s/Type".formatted(logGroup))).isEqualTo("AWS::Logs::LogGroup");
        assertThat(resources(template, "AWS::IAM::Policy")).isEmpty();
        assertThat(template.toString()).doesNotContain("iam:PassRole");
    }

    @Test
    void lets_only_flow_logs_of_its_account_and_region_take_the_role() {
        vpc().build();

        JsonNode trust = only("AWS::IAM::Role").at("/Properties/AssumeRolePolicyDocument/Statement");
        assertThat(trust).hasSize(1);
        assertThat(text(trust, "/0/Principal/Service")).isEqualTo("vpc-flow-logs.amazonaws.com");
        assertThat(trust.at("/0/Condition/StringEquals").toString())
                .isEqualTo("{\"aws:SourceAccount\":\"111122223333\"}");
        assertThat(trust.at("/0/Condition/ArnLike/aws:SourceArn").toString())
                .isEqualTo("\"arn:aws:ec2:us-west-2:111122223333:vpc-flow-log/*\"");
    }

    @Test
    void logs_nothing_where_that_is_asked_for() {
        vpc().flowLogs(false).build();

        assertThat(resources(template(stack), "AWS::EC2::FlowLog")).isEmpty();
        assertThat(resources(template(stack), "AWS::Logs::LogGroup")).isEmpty();
        assertThat(resources(template(stack), "AWS::IAM::Role")).isEmpty();
    }

    @Test
    void logs_to_another_destination_without_a_log_group_of_its_own() {
        vpc().flowLogDestination(
                        FlowLogDestination.toS3(Bucket.fromBucketArn(stack, "Logs", "arn:aws:s3:::acme-flow-logs")))
                .build();

        JsonNode flowLog = only("AWS::EC2::FlowLog").get("Properties");
        assertThat(text(flowLog, "/LogDestinationType")).isEqualTo("s3");
        assertThat(flowLog.get("LogDestination").toString()).contains("arn:aws:s3:::acme-flow-logs");
        assertThat(resources(template(stack), "AWS::Logs::LogGroup")).isEmpty();
        assertThat(resources(template(stack), "AWS::IAM::Role")).isEmpty();
    }

    @Test
    void keeps_logs_for_as_long_as_is_asked() {
        vpc().flowLogRetention(RetentionDays.ONE_MONTH).build();

        assertThat(only("AWS::Logs::LogGroup").at("/Properties/RetentionInDays").asInt())
                .isEqualTo(30);
    }

    @Test
    void leaves_everything_as_it_is_when_a_zone_is_added() {
        vpc().build();
        Stack later = TestApp.stack("us-west-2");

        vpcIn(later)
                .subnet("usw2-az3", "10.64.68.0/23")
                .subnet("usw2-az1", "10.64.64.0/23")
                .subnet("usw2-az2", "10.64.66.0/23")
                .build();

        Map<String, String> before = byId(template(stack));
        Map<String, String> after = byId(template(later));
        assertThat(after).containsAllEntriesOf(before).hasSizeGreaterThan(before.size());
    }

    @Test
    void leaves_everything_as_it_is_when_a_zone_is_added_that_sorts_first() {
        vpcIn(stack).subnet("usw2-az2", "10.64.66.0/23").build();
        Stack later = TestApp.stack("us-west-2");

        vpcIn(later)
                .subnet("usw2-az1", "10.64.64.0/23")
                .subnet("usw2-az2", "10.64.66.0/23")
                .build();

        assertThat(byId(template(later))).containsAllEntriesOf(byId(template(stack)));
    }

    @Test
    void does_not_mind_the_order_of_subnets() {
        Map<String, String> reversed = new LinkedHashMap<>();
        reversed.put("usw2-az2", "10.64.66.0/23");
        reversed.put("usw2-az1", "10.64.64.0/23");
        Stack other = TestApp.stack("us-west-2");

        vpc().build();
        vpcIn(other).subnets(reversed).build();

        assertThat(template(other).toString()).isEqualTo(template(stack).toString());
    }

    @Test
    void hands_out_the_subnets_of_chosen_zones() {
        RegionalPrivateLinkVpc vpc = vpc().build();

        assertThat(vpc.selectSubnets("usw2-az2").getSubnets())
                .extracting(ISubnet::getSubnetId)
                .containsExactly(
                        requireNonNull(vpc.getSubnets().get("usw2-az2")).getSubnetId());
        assertThat(vpc.getSubnets().keySet()).containsExactly("usw2-az1", "usw2-az2");
    }

    @Test
    void fails_to_hand_out_a_zone_that_it_is_not_in() {
        RegionalPrivateLinkVpc vpc = vpc().build();

        assertThatThrownBy(() -> vpc.selectSubnets("usw2-az1", "usw2-az4"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Stack/Regional has no subnet in \"usw2-az4\"; choose from [usw2-az1, usw2-az2]");
    }

    @Test
    void holds_an_interface_endpoint_of_the_same_stack() {
        RegionalPrivateLinkVpc vpc = vpc().build();
        InterfaceEndpointForService.Builder.create(stack, "Warehouse")
                .vpc(vpc.getVpc())
                .subnets(vpc.selectSubnets("usw2-az1", "usw2-az2"))
                .serviceName("com.amazonaws.vpce.us-west-2.vpce-svc-0123456789abcdef0")
                .ports(List.of(443))
                .clientCidrs(Elementary.CLIENT_CIDRS)
                .build();

        JsonNode template = template(stack);
        JsonNode endpoint = only("AWS::EC2::VPCEndpoint");
        assertThat(endpoint.at("/Properties/SubnetIds")
                        .valueStream()
                        .map(subnet -> text(subnet, "/Fn::GetAtt/0"))
                        .map(id -> text(template, "/Resources/%s/Properties/AvailabilityZoneId".formatted(id))))
                .containsExactly("usw2-az1", "usw2-az2");
        assertThat(text(only("AWS::EC2::SecurityGroup"), "/Properties/VpcId/Fn::GetAtt/1"))
                .isEqualTo("VpcId");
        assertThat(TestApp.warnings(stack)).isEmpty();
    }

    @Test
    void hands_out_the_peering_connection_and_its_id() {
        RegionalPrivateLinkVpc vpc = vpc().build();
        CfnOutput.Builder.create(stack, "PeeringConnectionId")
                .value(vpc.getPeeringConnectionId())
                .build();

        assertThat(text(template(stack), "/Outputs/PeeringConnectionId/Value/Fn::GetAtt/1"))
                .isEqualTo("Id");
        assertThat(vpc.getPeeringConnection().getVpcPeeringConnectionRef().getVpcPeeringConnectionId())
                .isNotEmpty();
    }

    @Test
    void takes_props_as_well_as_the_builder() {
        vpc().build();
        Stack other = TestApp.stack("us-west-2");

        new RegionalPrivateLinkVpc(
                other,
                "Regional",
                RegionalPrivateLinkVpcProps.builder()
                        .cidr("10.64.64.0/20")
                        .subnet("usw2-az1", "10.64.64.0/23")
                        .subnet("usw2-az2", "10.64.66.0/23")
                        .peerVpcId("vpc-0a1b2c3d4e5f60718")
                        .peerRegion("eu-central-1")
                        .clientCidrs(Elementary.CLIENT_CIDRS)
                        .build());

        assertThat(template(other).toString()).isEqualTo(template(stack).toString());
    }

    @Test
    void takes_tokens_for_addresses_and_for_the_peer() {
        vpcIn(stack)
                .cidr(parameter("Cidr"))
                .subnet("usw2-az1", parameter("SubnetCidr"))
                .peerVpcId(parameter("PeerVpc"))
                .peerRegion(parameter("PeerRegion"))
                .peerOwnerId(parameter("PeerOwner"))
                .peerRoleArn(parameter("PeerRole"))
                .build();

        assertThat(text(only("AWS::EC2::VPC"), "/Properties/CidrBlock/Ref")).isEqualTo("Cidr");
        assertThat(text(only("AWS::EC2::Subnet"), "/Properties/CidrBlock/Ref")).isEqualTo("SubnetCidr");
        assertThat(text(only("AWS::EC2::VPCPeeringConnection"), "/Properties/PeerRegion/Ref"))
                .isEqualTo("PeerRegion");
    }

    @Test
    void takes_tokens_for_clients() {
        vpc().clientCidrs(List.of(parameter("Client"), "10.0.9.0/24", parameter("OtherClient")))
                .build();

        assertThat(resources(template(stack), "AWS::EC2::Route"))
                .hasSize(6)
                .extracting(route -> text(route, "/Properties/DestinationCidrBlock/Ref"))
                .contains("Client", "OtherClient");
    }

    private String parameter(String id) {
        return CfnParameter.Builder.create(stack, id).build().getValueAsString();
    }

    @Test
    void fails_with_all_that_is_missing() {
        assertThatThrownBy(() -> RegionalPrivateLinkVpcProps.builder().build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RegionalPrivateLinkVpc: cidr is missing; pass cidr(…)")
                .hasMessageContaining("peerVpcId is missing")
                .hasMessageContaining("peerRegion is missing")
                .hasMessageContaining("no subnet is given; pass one per zone")
                .hasMessageContaining(
                        "no client CIDR is given; pass clientCidrs(…), the subnets that connect, as in 10.0.1.0/24");
    }

    @Test
    void fails_with_all_that_is_wrong_and_defines_nothing() {
        assertThatThrownBy(() -> vpcIn(stack)
                        .cidr("10.0.0.0/20")
                        .subnet("us-west-2a", "10.0.4.0/23")
                        .subnet("usw2-az1", "10.0.4.0/24")
                        .subnet("usw2-az2", "10.99.0.0/23")
                        .peerRegion("eu-centrl-1")
                        .peerOwnerId("210987654321")
                        .build())
                .hasMessageContaining("the CIDR 10.0.0.0/20 overlaps the client CIDR 10.0.1.0/24")
                .hasMessageContaining("\"us-west-2a\" is not an AZ ID; zone names differ from account to account")
                .hasMessageContaining("overlaps another one; give each zone addresses of its own")
                .hasMessageContaining("the subnet 10.99.0.0/23 is not within the VPC's 10.0.0.0/20")
                .hasMessageContaining("\"eu-centrl-1\" is not a known AWS Region")
                .hasMessageContaining("only one of peerOwnerId and peerRoleArn is given");
        assertThat(stack.getNode().tryFindChild("Regional")).isNull();
    }

    @Test
    void fails_where_only_the_role_of_another_account_is_given() {
        assertThatThrownBy(() -> vpc().peerRoleArn("arn:aws:iam::210987654321:role/accepter")
                        .build())
                .hasMessageContaining("pass both for a VPC of another account, neither for one of this account");
    }

    @ParameterizedTest
    @CsvSource({
        "10.64.64.5/20, write 10.64.64.0/20",
        "10.64.64.x, write 10.64.64.0/24",
        "10.64.0.0/15, choose /16 to /28",
        "10.64.64.0/29, choose /16 to /28"
    })
    void fails_on_addresses_that_no_vpc_can_have(String cidr, String remedy) {
        assertThatThrownBy(() -> vpcIn(stack)
                        .cidr(cidr)
                        .subnet("usw2-az1", "10.64.64.0/23")
                        .build())
                .hasMessageContaining(remedy);
    }

    @Test
    void fails_on_subnets_that_are_wrong_whatever_the_vpcs_own_addresses_are() {
        assertThatThrownBy(() -> vpcIn(stack)
                        .cidr(parameter("Cidr"))
                        .subnet("usw2-az1", "10.64.64.x")
                        .build())
                .hasMessageContaining("write 10.64.64.0/24");
        assertThatThrownBy(() ->
                        vpcIn(stack).cidr("").subnet("usw2-az1", "10.64.64.x").build())
                .hasMessageContaining("cidr is missing")
                .hasMessageContaining("write 10.64.64.0/24");
    }

    @Test
    void fails_where_a_zone_is_given_twice() {
        assertThatThrownBy(() -> vpc().subnet("usw2-az1", "10.64.68.0/23").build())
                .hasMessageContaining("duplicate zone usw2-az1; pass it once");
    }

    @Test
    void fails_where_a_zone_is_a_token() {
        assertThatThrownBy(
                        () -> vpc().subnet(parameter("Zone"), "10.64.68.0/23").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a zone is a token; pass its text");
    }

    @Test
    void fails_on_zones_of_several_regions() {
        assertThatThrownBy(() -> vpc().subnet("use1-az1", "10.64.68.0/23").build())
                .hasMessageContaining("the zones are of several Regions: use1-az1, usw2-az1, usw2-az2");
    }

    @Test
    void fails_on_zones_of_another_region_than_the_stacks() {
        assertThatThrownBy(() -> vpcIn(TestApp.stack("us-east-1"))
                        .subnet("usw2-az1", "10.64.64.0/23")
                        .build())
                .hasMessageContaining("the zone \"usw2-az1\" is not in the stack's Region us-east-1")
                .hasMessageContaining("pass zones that begin with use1-az");
    }

    @ParameterizedTest
    @CsvSource({"10.64.0.0/16, 10.64.64.0/28", "10.64.64.0/28, 10.64.64.0/28"})
    void takes_the_largest_and_the_smallest_block_that_a_vpc_can_have(String cidr, String subnet) {
        vpcIn(stack).cidr(cidr).subnet("usw2-az1", subnet).build();

        assertThat(text(only("AWS::EC2::VPC"), "/Properties/CidrBlock")).isEqualTo(cidr);
    }
}
