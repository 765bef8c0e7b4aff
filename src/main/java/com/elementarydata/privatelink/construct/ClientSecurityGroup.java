package com.elementarydata.privatelink.construct;

import java.util.List;
import software.amazon.awscdk.services.ec2.IPeer;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.constructs.Construct;

/**
 * The security group of the load balancer: inbound from the clients to the listeners, outbound to the targets and their
 * health checks. It must be there from the start: a load balancer created without one can never be given one.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html">Security
 *     groups for your Network Load Balancer</a>
 */
final class ClientSecurityGroup {

    private ClientSecurityGroup() {}

    static SecurityGroup define(Construct scope, List<Integer> ports, LoadBalancerOptions options) {
        SecurityGroup group = SecurityGroup.Builder.create(scope, "SecurityGroup")
                .vpc(options.vpc())
                // a changed description replaces the group: this one is frozen
                .description("Clients of the endpoint service")
                .allowAllOutbound(false)
                .build();
        for (int port : ports) {
            options.clientCidrs().forEach(client -> group.addIngressRule(Peer.ipv4(client), Port.tcp(port)));
        }
        for (NetworkTarget target : options.targets().all()) {
            IPeer peer = Peer.ipv4(cidr(target, options));
            target.checkedPorts(ports, options.healthCheck())
                    .forEach(port -> group.addEgressRule(peer, Port.tcp(port), "to the targets"));
        }
        return group;
    }

    private static String cidr(NetworkTarget target, LoadBalancerOptions options) {
        return target.type() == TargetType.IP
                ? target.id() + "/32"
                : options.vpcCidr().text().orElseThrow();
    }
}
