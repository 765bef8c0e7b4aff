package com.elementarydata.privatelink.construct;

import static com.elementarydata.privatelink.TestApp.resources;
import static com.elementarydata.privatelink.TestApp.template;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcLookupOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkLoadBalancerLookupOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.InstanceIdTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.IpTarget;
import software.amazon.awscdk.services.ssm.StringParameter;

/** Until CDK has looked a value up it gives another, which must not be refused, as it would never be looked up then. */
class FirstPassTest {

    private final Stack stack = Offers.stack();
    private final IVpc vpc = Vpc.fromLookup(
            stack,
            "Known",
            VpcLookupOptions.builder().vpcId("vpc-0123456789abcdef0").build());

    private String parameter(String name) {
        return StringParameter.valueFromLookup(stack, "/offer/" + name);
    }

    private static SubnetSelection selection(List<ISubnet> subnets) {
        return SubnetSelection.builder().subnets(subnets).build();
    }

    private static SubnetSelection selection(SubnetType type) {
        return SubnetSelection.builder().subnetType(type).build();
    }

    @SuppressWarnings("ImmutableEnumChecker")
    enum Chosen {
        PRIVATE(vpc -> selection(vpc.getPrivateSubnets())),
        ISOLATED(vpc -> selection(vpc.getIsolatedSubnets())),
        OF_TWO_TYPES(vpc -> selection(
                List.of(vpc.getPrivateSubnets().get(0), vpc.getIsolatedSubnets().get(0)))),
        OF_A_TYPE(vpc -> selection(SubnetType.PRIVATE_ISOLATED)),
        OF_A_GROUP(vpc -> SubnetSelection.builder().subnetGroupName("data").build());

        private final Function<IVpc, SubnetSelection> selection;

        Chosen(Function<IVpc, SubnetSelection> selection) {
            this.selection = selection;
        }
    }

    @ParameterizedTest
    @EnumSource
    void subnets_of_a_vpc_that_is_yet_to_be_looked_up_are_taken(Chosen chosen) {
        Offers.service(stack, vpc, 443)
                .subnets(chosen.selection.apply(vpc))
                .supportedRegions(List.of("eu-central-1"))
                .build();
        Offers.endpoint(stack, 443)
                .vpc(vpc)
                .subnets(chosen.selection.apply(vpc))
                .build();

        assertThat(resources(template(stack), "AWS::EC2::VPCEndpoint")).hasSize(1);
    }

    @Test
    void addresses_of_a_vpc_that_is_yet_to_be_looked_up_may_be_any() {
        Offers.service(stack, vpc, 443)
                .targets(List.of(new IpTarget("20.1.4.5"), new IpTarget("100.64.4.5")))
                .build();

        assertThat(resources(template(stack), "AWS::ElasticLoadBalancingV2::TargetGroup")
                        .get(0)
                        .toString())
                .doesNotContain("\"all\"");
    }

    @Test
    void instances_and_all_blocks_are_taken_beside_a_vpc_that_is_yet_to_be_looked_up() {
        Offers.service(stack, vpc, 443)
                .vpcCidrs(List.of("10.20.0.0/16"))
                .targets(List.of(new InstanceIdTarget("i-0123456789abcdef0")))
                .build();

        assertThat(resources(template(stack), "AWS::EC2::VPCEndpointService")).hasSize(1);
    }

    @Test
    void texts_that_are_yet_to_be_looked_up_may_be_any() {
        Offers.service(stack, vpc, 443)
                .targets(List.of(new IpTarget(parameter("target"))))
                .clientCidrs(List.of(parameter("client"), "10.0.2.0/24"))
                .allowedPrincipals(List.of(parameter("principal")))
                .vpcCidrs(List.of(parameter("vpc")))
                .hostnames(List.of(parameter("host"), "*." + parameter("host")))
                .availabilityZoneIds(List.of(parameter("zone")))
                .supportedRegions(List.of(parameter("region")))
                .build();
        Offers.endpoint(stack, 443)
                .vpc(vpc)
                .serviceName(parameter("service"))
                .serviceRegion(parameter("region"))
                .clientCidrs(List.of(parameter("client")))
                .build();

        assertThat(resources(template(stack), "AWS::EC2::VPCEndpoint")).hasSize(1);
    }

    @Test
    void a_load_balancer_that_is_yet_to_be_looked_up_is_taken() {
        INetworkLoadBalancer balancer = NetworkLoadBalancer.fromLookup(
                stack,
                "Balancer",
                NetworkLoadBalancerLookupOptions.builder()
                        .loadBalancerArn(
                                "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/net/orders/0123456789abcdef")
                        .build());

        Offers.offered(stack, 443).loadBalancer(balancer).build();

        assertThat(resources(template(stack), "AWS::EC2::VPCEndpointService")).hasSize(1);
    }
}
