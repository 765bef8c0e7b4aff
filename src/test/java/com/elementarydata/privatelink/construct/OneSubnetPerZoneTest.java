package com.elementarydata.privatelink.construct;

import static com.elementarydata.privatelink.TestApp.resources;
import static com.elementarydata.privatelink.TestApp.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;

/** AWS takes one subnet per zone, for a load balancer and for an endpoint. */
class OneSubnetPerZoneTest {

    private final Stack stack = Offers.stack();

    @Test
    void of_several_groups_of_private_subnets_the_first_is_taken() {
        Offers.service(stack, Offers.withTwoGroups(stack), 443).build();

        assertThat(resources(template(stack), "AWS::ElasticLoadBalancingV2::LoadBalancer")
                        .get(0)
                        .at("/Properties/Subnets")
                        .toString())
                .contains("VpcappSubnet1", "VpcappSubnet2")
                .doesNotContain("Vpcdata");
    }

    @Test
    void zones_that_are_one_token_are_not_known_to_be_one() {
        Offers.service(
                        stack,
                        Vpc.fromVpcAttributes(
                                stack,
                                "Anywhere",
                                VpcAttributes.builder()
                                        .vpcId("vpc-0123456789abcdef0")
                                        .vpcCidrBlock("10.20.0.0/16")
                                        .availabilityZones(Fn.getAzs())
                                        .privateSubnetIds(List.of("subnet-0a", "subnet-0b"))
                                        .build()),
                        443)
                .build();

        assertThat(resources(template(stack), "AWS::ElasticLoadBalancingV2::LoadBalancer")
                        .get(0)
                        .at("/Properties/Subnets"))
                .hasSize(2);
    }

    @Test
    void fails_for_subnets_of_one_zone_by_their_ids() {
        Offers.assertRefused(Offers.service(stack, 443)
                        .subnets(Offers.of(
                                Offers.subnet(stack, "f0", "us-east-1a"),
                                Offers.subnet(stack, "f1", "us-east-1a"),
                                Offers.subnet(stack, "f2", "us-east-1b"))))
                .hasMessage("CustomerEndpointService: subnet-0123456789abcdef0 and subnet-0123456789abcdef1 are in one "
                        + "Availability Zone, us-east-1a; pass one of them, or a selection with onePerAz(true)");
    }

    @Test
    void fails_for_a_selection_that_has_several_in_a_zone_by_their_paths() {
        Offers.assertRefused(Offers.service(stack, Offers.withTwoGroups(stack), 443)
                        .subnets(SubnetSelection.builder()
                                .subnetType(SubnetType.PRIVATE_ISOLATED)
                                .build()))
                .hasMessageContaining("Stack/Vpc/appSubnet1 and Stack/Vpc/dataSubnet1 are in one Availability Zone")
                .hasMessageContaining("Stack/Vpc/appSubnet2 and Stack/Vpc/dataSubnet2");
    }

    @Test
    void fails_for_an_endpoint_too() {
        var endpoint = Offers.endpoint(stack, 443)
                .subnets(Offers.of(Offers.subnet(stack, "f0", "us-east-1a"), Offers.subnet(stack, "f1", "us-east-1a")));

        assertThatThrownBy(endpoint::build)
                .hasMessage(
                        "InterfaceEndpointForService: subnet-0123456789abcdef0 and subnet-0123456789abcdef1 are in one"
                                + " Availability Zone, us-east-1a; pass one of them, or a selection with onePerAz(true)");
    }
}
