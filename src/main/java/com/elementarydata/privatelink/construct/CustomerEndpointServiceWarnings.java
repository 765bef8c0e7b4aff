package com.elementarydata.privatelink.construct;

import com.elementarydata.privatelink.net.Cidr;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkLoadBalancer;
import software.constructs.Construct;

/** Warnings about what works but is risky. Their ids are stable, so that each can be acknowledged. */
final class CustomerEndpointServiceWarnings {

    static final String IDS = "@elementarydata/privatelink-cdk:";

    private CustomerEndpointServiceWarnings() {}

    /** An existing load balancer is used unchanged. */
    static void addForGiven(Construct scope, INetworkLoadBalancer loadBalancer) {
        Annotations.of(scope)
                .addWarningV2(
                        IDS + "loadBalancerNotVerified",
                        ("the load balancer %s is not checked at synthesis: make sure that it is internal, listens on "
                                        + "the ports, and has a security group that admits only the clients and is applied to "
                                        + "PrivateLink traffic; bin/privatelink provider check verifies this once it is deployed")
                                .formatted(loadBalancer.getLoadBalancerArn()));
    }

    static void add(Construct scope, OwnLoadBalancer own) {
        Annotations annotations = Annotations.of(scope);
        if (own.chosenSubnets().areInOneZone()) {
            annotations.addWarningV2(
                    IDS + "oneAvailabilityZone",
                    "the load balancer is in one Availability Zone, so connections fail with it; "
                            + "choose subnets in two or more");
        }
        own.vpcCidrs()
                .literals()
                .forEach(vpc -> own.clientCidrs().stream()
                        .filter(client -> !Refusals.isToken(client))
                        .filter(client -> vpc.overlaps(Cidr.parse(client)))
                        .findFirst()
                        .ifPresent(client -> annotations.addWarningV2(
                                IDS + "vpcOverlapsClientCidr",
                                ("the VPC's CIDR %s overlaps the client CIDR %s, so your own hosts with these addresses are admitted "
                                                + "as well; put the load balancer in another VPC, or pass "
                                                + "enforceSecurityGroupInboundRulesOnPrivateLinkTraffic(false) and "
                                                + "clientCidrs(List.of())")
                                        .formatted(vpc, client))));
    }
}
