package com.elementarydata.privatelink.construct;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SelectedSubnets;
import software.amazon.awscdk.services.ec2.SubnetSelection;

/**
 * What is known at synthesis about the subnets that a selection chooses for the load balancer.
 *
 * @param subnets the subnets
 * @param counted whether they are all of them
 */
record LoadBalancerSubnets(List<ISubnet> subnets, boolean counted) {

    private static final LoadBalancerSubnets UNKNOWN = new LoadBalancerSubnets(List.of(), false);

    static LoadBalancerSubnets choose(@Nullable IVpc vpc, SubnetSelection selection, Refusals refusals) {
        if (vpc == null) {
            return UNKNOWN;
        }
        LoadBalancerSubnets chosen;
        try {
            chosen = select(vpc, selection);
        } catch (RuntimeException noneOfThat) {
            refusals.refuse("no subnet of the VPC matches the selection", "choose private subnets of the VPC");
            return UNKNOWN;
        }
        refusals.refuseIf(
                chosen.counted && chosen.subnets.isEmpty(),
                "no subnet is selected",
                "choose private subnets in two or more Availability Zones");
        refusals.refuseIf(
                chosen.anyIsPublicIn(vpc),
                "a selected subnet is public",
                "choose private subnets, as with SubnetType.PRIVATE_WITH_EGRESS or PRIVATE_ISOLATED");
        return chosen;
    }

    private static LoadBalancerSubnets select(IVpc vpc, SubnetSelection selection) {
        // read directly: selecting them fails for a subnet that was imported without its zone
        List<ISubnet> named = selection.getSubnets();
        if (named != null) {
            return of(named);
        }
        SelectedSubnets selected = vpc.selectSubnets(selection);
        return Boolean.TRUE.equals(selected.getIsPendingLookup()) ? UNKNOWN : of(selected.getSubnets());
    }

    /** A list parameter of the template appears as one subnet whose id is the whole list. */
    private static LoadBalancerSubnets of(List<ISubnet> subnets) {
        return new LoadBalancerSubnets(
                subnets,
                subnets.stream().noneMatch(subnet -> subnet.getSubnetId().contains("#{Token[")));
    }

    private boolean anyIsPublicIn(IVpc vpc) {
        Set<String> open =
                vpc.getPublicSubnets().stream().map(ISubnet::getSubnetId).collect(Collectors.toSet());
        return subnets.stream().map(ISubnet::getSubnetId).anyMatch(open::contains);
    }

    boolean areFewerThanTwo() {
        return counted && subnets.size() < 2;
    }

    boolean areInOneZone() {
        if (!counted || subnets.size() < 2) {
            return counted;
        }
        List<Optional<String>> zones =
                subnets.stream().map(LoadBalancerSubnets::zone).distinct().toList();
        return zones.size() == 1 && zones.get(0).isPresent();
    }

    private static Optional<String> zone(ISubnet subnet) {
        try {
            return Optional.of(subnet.getAvailabilityZone());
        } catch (RuntimeException importedWithoutIt) {
            return Optional.empty();
        }
    }
}
