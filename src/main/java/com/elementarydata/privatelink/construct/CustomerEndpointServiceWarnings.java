package com.elementarydata.privatelink.construct;

import com.elementarydata.privatelink.net.Cidr;
import software.amazon.awscdk.Annotations;
import software.constructs.Construct;

/** What works and is still better known. Their ids are stable, so that each can be acknowledged. */
final class CustomerEndpointServiceWarnings {

    private static final String IDS = "@elementarydata/privatelink-cdk:";

    private CustomerEndpointServiceWarnings() {}

    static void add(Construct scope, CustomerEndpointServiceProps props) {
        Annotations annotations = Annotations.of(scope);
        if (props.chosenSubnets().areInOneZone()) {
            annotations.addWarningV2(
                    IDS + "oneAvailabilityZone",
                    "the load balancer stands in one Availability Zone, so connections fail with it; "
                            + "choose subnets in two or more");
        }
        props.vpcCidr()
                .literal()
                .ifPresent(vpc -> props.clientCidrs().stream()
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
