package com.elementarydata.privatelink.construct;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SelectedSubnets;
import software.amazon.awscdk.services.ec2.SubnetSelection;

/**
 * What is known at synthesis about the subnets that a selection chooses, for a load balancer or an endpoint.
 *
 * @param subnets the subnets
 * @param counted whether they are all of them
 */
record ChosenSubnets(List<ISubnet> subnets, boolean counted) {

    private static final String LIST_TOKEN = "#{Token[";
    private static final ChosenSubnets UNKNOWN = new ChosenSubnets(List.of(), false);

    static ChosenSubnets none() {
        return UNKNOWN;
    }

    /** What AWS takes by default: the VPC's private subnets, of several in one zone the first. */
    static SubnetSelection byDefault(@Nullable IVpc vpc) {
        SubnetSelection all = SubnetSelection.builder().build();
        try {
            return vpc == null || select(vpc, all).ofOneZone().isEmpty()
                    ? all
                    : SubnetSelection.builder().onePerAz(true).build();
        } catch (RuntimeException withoutSubnets) {
            return all;
        }
    }

    /** AWS takes only one subnet per zone, for a load balancer as for an endpoint. */
    static ChosenSubnets choose(@Nullable IVpc vpc, SubnetSelection selection, Refusals refusals) {
        if (vpc == null || StandIn.is(vpc)) {
            return UNKNOWN;
        }
        ChosenSubnets chosen;
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
        chosen.ofOneZone()
                .forEach((zone, several) -> refusals.refuse(
                        "%s are in one Availability Zone%s".formatted(String.join(" and ", several), named(zone)),
                        "pass one of them, or a selection with onePerAz(true)"));
        return chosen;
    }

    private static String named(String zone) {
        return Refusals.isToken(zone) ? "" : ", " + zone;
    }

    private static ChosenSubnets select(IVpc vpc, SubnetSelection selection) {
        // read directly: selecting them fails for a subnet that was imported without its zone
        List<ISubnet> named = selection.getSubnets();
        if (named != null) {
            return of(named);
        }
        SelectedSubnets selected = vpc.selectSubnets(selection);
        return Boolean.TRUE.equals(selected.getIsPendingLookup()) ? UNKNOWN : of(selected.getSubnets());
    }

    /** A list parameter of the template appears as one subnet whose id is the whole list. */
    static ChosenSubnets of(List<ISubnet> subnets) {
        return new ChosenSubnets(
                subnets,
                subnets.stream().noneMatch(subnet -> subnet.getSubnetId().contains(LIST_TOKEN)));
    }

    /** The zones that are known to have several of the subnets, with what these are called. */
    Map<String, List<String>> ofOneZone() {
        Map<String, List<String>> byZone = subnets.stream()
                .filter(subnet -> zone(subnet).isPresent())
                .collect(Collectors.groupingBy(
                        subnet -> zone(subnet).orElseThrow(),
                        LinkedHashMap::new,
                        Collectors.mapping(ChosenSubnets::name, Collectors.toList())));
        byZone.values().removeIf(several -> several.size() < 2);
        return byZone;
    }

    private static String name(ISubnet subnet) {
        String id = subnet.getSubnetId();
        return Refusals.isToken(id) ? subnet.getNode().getPath() : id;
    }

    void refusePublicOf(@Nullable IVpc vpc, Refusals refusals) {
        refusals.refuseIf(
                vpc != null && anyIsPublicIn(vpc),
                "a selected subnet is public",
                "choose private subnets, as with SubnetType.PRIVATE_WITH_EGRESS or PRIVATE_ISOLATED");
    }

    private boolean anyIsPublicIn(IVpc vpc) {
        Set<String> open =
                vpc.getPublicSubnets().stream().map(ISubnet::getSubnetId).collect(Collectors.toSet());
        return subnets.stream().map(ISubnet::getSubnetId).anyMatch(open::contains);
    }

    /** Whether they are in one zone: several of one are refused. */
    boolean areFewerThanTwo() {
        return counted && subnets.size() < 2;
    }

    /** A list of zones that is a token as a whole is no zone. */
    private static Optional<String> zone(ISubnet subnet) {
        try {
            return Optional.of(subnet.getAvailabilityZone()).filter(zone -> !zone.contains(LIST_TOKEN));
        } catch (RuntimeException importedWithoutIt) {
            return Optional.empty();
        }
    }
}
