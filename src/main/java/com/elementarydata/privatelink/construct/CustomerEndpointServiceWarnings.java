package com.elementarydata.privatelink.construct;

import com.elementarydata.privatelink.net.Cidr;
import software.constructs.Construct;

/** What is risky about the construct's own load balancer. */
final class CustomerEndpointServiceWarnings {

    /**
     * The default quota.
     *
     * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-limits.html">Quotas for
     *     your Network Load Balancers</a>
     */
    private static final int LISTENERS_PER_LOAD_BALANCER = 50;

    private CustomerEndpointServiceWarnings() {}

    static void add(Construct scope, OwnLoadBalancer own) {
        if (own.chosenSubnets().areFewerThanTwo()) {
            Warnings.add(
                    scope,
                    "oneAvailabilityZone",
                    "the load balancer is in one Availability Zone, so connections fail with it; "
                            + "choose subnets in two or more");
        }
        int listeners = own.ports().size();
        if (listeners > LISTENERS_PER_LOAD_BALANCER) {
            Warnings.add(
                    scope,
                    "listenersPerLoadBalancer",
                    "the load balancer needs %d listeners, more than the default quota of %d; have AWS raise it, or divide the ports among several services"
                            .formatted(listeners, LISTENERS_PER_LOAD_BALANCER));
        }
        addOutside(scope, own);
        if (own.targets().anyAreAnywhereInVpc() && own.vpcCidrs().mayLackSome()) {
            Warnings.add(
                    scope,
                    "targetsInOtherVpcCidrs",
                    ("the load balancer is let out to %s alone, the CIDR block that the VPC was imported with, so targets in"
                                    + " another block of the VPC cannot be reached; pass all its blocks, as vpcCidrs(…)")
                            .formatted(String.join(", ", own.vpcCidrs().texts())));
        }
        own.vpcCidrs().literals().forEach(vpc -> addOverlap(scope, own, vpc));
    }

    /** AWS refuses the zone "all" for an address within the VPC. */
    private static void addOutside(Construct scope, OwnLoadBalancer own) {
        String outside = String.join(", ", own.targets().assumedOutside(own.vpcCidrs()));
        if (!outside.isEmpty()) {
            Warnings.add(
                    scope,
                    "targetOutsideVpc",
                    ("%s is registered as outside the VPC, which was imported with the CIDR block %s alone; if that is"
                                    + " all of it, pass vpcCidrs(…) to say so; if the VPC has more blocks, pass them as well, or"
                                    + " name the target's zone, as in new IpTarget(address, port, zone)")
                            .formatted(outside, String.join(", ", own.vpcCidrs().texts())));
        }
    }

    private static void addOverlap(Construct scope, OwnLoadBalancer own, Cidr vpc) {
        own.clientCidrs().stream()
                .filter(client -> !Refusals.isToken(client))
                .filter(client -> vpc.overlaps(Cidr.parse(client)))
                .findFirst()
                .ifPresent(client -> Warnings.add(
                        scope,
                        "vpcOverlapsClientCidr",
                        ("the VPC's CIDR %s overlaps the client CIDR %s, so your own hosts with these addresses are"
                                        + " admitted as well; put the load balancer in another VPC, or pass"
                                        + " enforceSecurityGroupInboundRulesOnPrivateLinkTraffic(false) and "
                                        + "clientCidrs(List.of())")
                                .formatted(vpc, client)));
    }
}
