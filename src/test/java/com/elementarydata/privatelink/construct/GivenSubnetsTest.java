package com.elementarydata.privatelink.construct;

import static com.elementarydata.privatelink.TestApp.template;
import static com.elementarydata.privatelink.TestApp.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseNetworkListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;

/** What the subnets of a load balancer come to that the app defines apart from the construct. */
class GivenSubnetsTest {

    private final Stack stack = Offers.stack();
    private final IVpc vpc = Vpc.fromVpcAttributes(
            stack,
            "Open",
            VpcAttributes.builder()
                    .vpcId("vpc-0123456789abcdef0")
                    .vpcCidrBlock("10.20.0.0/16")
                    .availabilityZones(List.of("us-east-1a", "us-east-1b"))
                    .publicSubnetIds(List.of("subnet-0123456789abcdef0", "subnet-0123456789abcdef1"))
                    .privateSubnetIds(List.of("subnet-0123456789abcdef2", "subnet-0123456789abcdef3"))
                    .build());

    private List<String> warningsWithin(List<ISubnet> subnets) {
        NetworkLoadBalancer balancer = NetworkLoadBalancer.Builder.create(stack, "N")
                .vpc(vpc)
                .vpcSubnets(Offers.of(subnets.toArray(ISubnet[]::new)))
                .securityGroups(List.of(SecurityGroup.fromSecurityGroupId(stack, "Group", "sg-0123456789abcdef0")))
                .build();
        NetworkTargetGroup group = NetworkTargetGroup.Builder.create(stack, "Targets")
                .vpc(vpc)
                .port(8443)
                .targetType(TargetType.IP)
                .build();
        balancer.addListener(
                "L",
                BaseNetworkListenerProps.builder()
                        .port(443)
                        .defaultTargetGroups(List.of(group))
                        .build());
        Offers.offered(stack, 443)
                .loadBalancer(balancer)
                .supportedRegions(List.of("eu-central-1"))
                .build();
        template(stack);
        return warnings(stack).stream()
                .filter(warning -> warning.contains("@elementarydata") && !warning.contains("loadBalancerNotVerified"))
                .toList();
    }

    @Test
    void public_ones_have_a_warning() {
        assertThat(warningsWithin(vpc.getPublicSubnets()))
                .containsExactly("the load balancer Stack/N is in public subnets; use private ones"
                        + " [ack: @elementarydata/privatelink-cdk:publicSubnets]");
    }

    @Test
    void private_ones_in_two_zones_are_enough_for_other_regions() {
        assertThat(warningsWithin(vpc.getPrivateSubnets())).isEmpty();
    }
}
