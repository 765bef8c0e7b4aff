package com.elementarydata.privatelink.construct;

import com.elementarydata.privatelink.net.Cidr;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkLoadBalancer;
import software.constructs.Construct;

/** What works and is still better known. Their ids are stable, so that each can be acknowledged. */
final class CustomerEndpointServiceWarnings {

    static final String IDS = "@elementarydata/privatelink-cdk:";

    private CustomerEndpointServiceWarnings() {}

    /** A load balancer that exists already is taken as it is. */
    static void addForGiven(Construct scope, INetworkLoadBalancer loadBalancer) {
        Annotations.of(scope)
                .addWarningV2(
                        IDS + "loadBalancerNotVerified",
                        ("nothing is known here of the load balancer %s: see to it that it is internal, that it listens on "
                                        + "the ports, and that its security group admits the clients alone and is enforced on "
                                        + "PrivateLink traffic; bin/privatelink provider check tells, when it is deployed")
                                .formatted(loadBalancer.getLoadBalancerArn()));
    }

    static void add(Construct scope, LoadBalancerOptions options) {
        Annotations annotations = Annotations.of(scope);
        if (options.chosenSubnets().areInOneZone()) {
            annotations.addWarningV2(
                    IDS + "oneAvailabilityZone",
                    "the load balancer stands in one Availability Zone, so connections fail with it; "
                            + "choose subnets in two or more");
        }
        options.vpcCidr()
                .literal()
                .ifPresent(vpc -> options.clientCidrs().stream()
                        .filter(client -> !Refusals.isToken(client))
                        .filter(client -> vpc.overlaps(Cidr.parse(client)))
                        .findFirst()
                        .ifPresent(client -> annotations.addWarningV2(
                                IDS + "vpcOverlapsClientCidr",
                                ("the VPC's CIDR %s overlaps the client CIDR %s, so your own hosts of such addresses are admitted "
                                                + "as well; put the load balancer into another VPC, or pass "
                                                + "enforceSecurityGroupInboundRulesOnPrivateLinkTraffic(false) and "
                                                + "clientCidrs(List.of())")
                                        .formatted(vpc, client))));
    }
}
