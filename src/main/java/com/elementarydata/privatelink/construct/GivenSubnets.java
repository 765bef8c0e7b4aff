package com.elementarydata.privatelink.construct;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkLoadBalancer;

/**
 * The subnets of a given load balancer.
 *
 * @param count how many there are; zero where that is not known
 * @param known those that its VPC knows
 * @param open those of them that are public
 */
record GivenSubnets(int count, ChosenSubnets known, ChosenSubnets open) {

    static GivenSubnets of(CfnLoadBalancer resource, INetworkLoadBalancer balancer) {
        Stack stack = resource.getStack();
        List<String> named = resource.getSubnets();
        Object mapped = named == null ? resource.getSubnetMappings() : named;
        Set<Object> ids =
                mapped != null && stack.resolve(mapped) instanceof List<?> all ? new HashSet<>(all) : Set.of();
        IVpc vpc = balancer.getVpc();
        if (vpc == null || StandIn.is(vpc)) {
            return new GivenSubnets(ids.size(), ChosenSubnets.none(), ChosenSubnets.none());
        }
        List<ISubnet> open = among(ids, vpc.getPublicSubnets(), stack);
        List<ISubnet> others = among(
                ids,
                Stream.of(vpc.getPrivateSubnets(), vpc.getIsolatedSubnets())
                        .flatMap(List::stream)
                        .toList(),
                stack);
        return new GivenSubnets(
                ids.size(),
                ChosenSubnets.of(Stream.of(open, others).flatMap(List::stream).toList()),
                ChosenSubnets.of(open));
    }

    private static List<ISubnet> among(Set<Object> ids, List<ISubnet> subnets, Stack stack) {
        return subnets.stream()
                .filter(subnet -> ids.contains(stack.resolve(subnet.getSubnetId())))
                .toList();
    }

    void judge(boolean acrossRegions, LoadBalancerFaults faults) {
        known.ofOneZone()
                .values()
                .forEach(several -> faults.fail(
                        "has %s in one Availability Zone".formatted(String.join(" and ", several)),
                        "give it one subnet per zone"));
        if (count == 1 && acrossRegions) {
            faults.fail("is in one Availability Zone, too few for supportedRegions(…)", "give it two or more subnets");
        } else if (count == 1) {
            faults.warn(
                    "oneAvailabilityZone",
                    "is in one Availability Zone, so connections fail with it",
                    "give it two or more subnets");
        }
        if (!open.subnets().isEmpty()) {
            faults.warn("publicSubnets", "is in public subnets", "use private ones");
        }
    }
}
