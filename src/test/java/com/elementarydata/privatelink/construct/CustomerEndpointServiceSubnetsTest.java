package com.elementarydata.privatelink.construct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Subnet;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.ec2.VpcLookupOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.InstanceIdTarget;

/** Which subnets the load balancer is in. */
class CustomerEndpointServiceSubnetsTest extends CustomerEndpointServiceFixture {

    @Test
    void takes_isolated_subnets_where_there_are_no_others() {
        RegionalPrivateLinkVpc isolated = RegionalPrivateLinkVpc.Builder.create(stack, "Isolated")
                .cidr("10.64.0.0/20")
                .subnets(Map.of("euw1-az1", "10.64.0.0/23", "euw1-az2", "10.64.2.0/23"))
                .peerVpcId("vpc-0123456789abcdef0")
                .peerRegion("eu-central-1")
                .clientCidrs(List.of("10.0.1.0/24"))
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
    void fails_in_a_vpc_without_subnets() {
        IVpc empty = Vpc.fromVpcAttributes(
                stack,
                "Empty",
                VpcAttributes.builder()
                        .vpcId("vpc-0123456789abcdef0")
                        .vpcCidrBlock("172.31.0.0/16")
                        .availabilityZones(List.of("eu-west-1a"))
                        .build());

        Offers.assertRefused(service(empty)).hasMessageContaining("no subnet of the VPC matches the selection");
    }
}
