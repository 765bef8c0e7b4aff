package com.elementarydata.privatelink.construct;

import static com.elementarydata.privatelink.TestApp.resources;
import static com.elementarydata.privatelink.TestApp.template;
import static com.elementarydata.privatelink.TestApp.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.CfnVPCCidrBlock;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.InstanceIdTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.IpTarget;

/** Targets with addresses of blocks that were added to their VPC, as those of many clusters are. */
class SecondaryCidrTest {

    private static final String GUESSED = "[ack: @elementarydata/privatelink-cdk:targetOutsideVpc]";

    private final Stack stack = Offers.stack();

    private List<String> guesses() {
        return warnings(stack).stream()
                .filter(warning -> warning.endsWith(GUESSED))
                .toList();
    }

    private String targets() {
        return resources(template(stack), "AWS::ElasticLoadBalancingV2::TargetGroup")
                .get(0)
                .at("/Properties/Targets")
                .toString();
    }

    @Test
    void an_imported_vpc_may_have_more_blocks_so_being_outside_is_a_guess() {
        Offers.service(stack, 443)
                .targets(List.of(new IpTarget("100.64.4.5"), new IpTarget("10.20.4.5")))
                .build();

        assertThat(guesses())
                .singleElement()
                .asString()
                .startsWith("100.64.4.5 is registered as outside the VPC, which was imported with the CIDR block "
                        + "10.20.0.0/16 alone")
                .contains("vpcCidrs(…)", "new IpTarget(address, port, zone)");
        assertThat(targets()).contains("{\"AvailabilityZone\":\"all\",\"Id\":\"100.64.4.5\"}");
    }

    @Test
    void whoever_passes_all_blocks_or_a_zone_is_not_warned() {
        Offers.service(stack, 443)
                .vpcCidrs(List.of("10.20.0.0/16", "100.64.0.0/16"))
                .targets(List.of(new IpTarget("100.64.4.5"), new IpTarget("192.168.7.8")))
                .build();
        Stack zoned = Offers.stack();
        Offers.service(zoned, 443)
                .targets(List.of(new IpTarget("100.64.4.5", 443, "us-east-1a")))
                .build();

        assertThat(warnings(stack)).isEmpty();
        assertThat(warnings(zoned)).isEmpty();
        assertThat(targets())
                .contains("{\"Id\":\"100.64.4.5\"}", "{\"AvailabilityZone\":\"all\",\"Id\":\"192.168.7.8\"}");
    }

    @Test
    void a_block_that_the_app_adds_to_its_vpc_is_within_it() {
        Vpc vpc = Offers.withTwoGroups(stack);
        CfnVPCCidrBlock.Builder.create(stack, "Second")
                .vpcId(vpc.getVpcId())
                .cidrBlock("100.64.0.0/16")
                .build();

        Offers.service(stack, vpc, 443)
                .targets(List.of(new IpTarget("100.64.4.5"), new IpTarget("192.168.7.8")))
                .build();

        assertThat(targets())
                .contains("{\"Id\":\"100.64.4.5\"}", "{\"AvailabilityZone\":\"all\",\"Id\":\"192.168.7.8\"}");
        assertThat(guesses()).isEmpty();
    }

    @Test
    void instances_in_another_block_of_an_imported_vpc_would_be_cut_off_silently() {
        Offers.service(stack, 443)
                .targets(List.of(new InstanceIdTarget("i-0123456789abcdef0")))
                .build();

        template(stack);
        assertThat(warnings(stack))
                .singleElement()
                .asString()
                .startsWith("the load balancer is let out to 10.20.0.0/16 alone")
                .endsWith("[ack: @elementarydata/privatelink-cdk:targetsInOtherVpcCidrs]");
    }

    @Test
    void instances_are_reached_in_all_blocks_that_are_passed() {
        Offers.service(stack, 443)
                .vpcCidrs(List.of("10.20.0.0/16", "100.64.0.0/16"))
                .targets(List.of(new InstanceIdTarget("i-0123456789abcdef0")))
                .build();

        assertThat(resources(template(stack), "AWS::EC2::SecurityGroup")
                        .get(0)
                        .at("/Properties/SecurityGroupEgress")
                        .valueStream()
                        .map(rule -> rule.get("CidrIp").asString()))
                .containsExactly("10.20.0.0/16", "100.64.0.0/16");
        assertThat(warnings(stack)).isEmpty();
    }

    @Test
    void a_block_of_a_vpc_may_be_as_narrow_as_aws_takes() {
        Offers.service(stack, 443)
                .vpcCidrs(List.of("10.20.0.0/16", "100.64.0.0/28"))
                .build();

        assertThat(warnings(stack)).isEmpty();
        Offers.assertRefused(Offers.service(Offers.stack(), 443).vpcCidrs(List.of("10.20.0.0/16", "100.64.0.0/29")))
                .hasMessageContaining("100.64.0.0/29 is no CIDR block of a VPC; pass blocks from /16 to /28");
    }

    @Test
    void a_block_that_is_a_parameter_may_be_the_one_that_the_vpc_was_imported_with() {
        String block = CfnParameter.Builder.create(stack, "Block").build().getValueAsString();

        Offers.service(stack, 443)
                .vpcCidrs(List.of(block))
                .targets(List.of(new InstanceIdTarget("i-0123456789abcdef0")))
                .build();

        assertThat(resources(template(stack), "AWS::EC2::SecurityGroup")
                        .get(0)
                        .at("/Properties/SecurityGroupEgress/0/CidrIp")
                        .toString())
                .isEqualTo("{\"Ref\":\"Block\"}");
    }
}
