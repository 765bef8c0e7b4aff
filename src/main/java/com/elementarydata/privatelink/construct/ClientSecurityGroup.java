package com.elementarydata.privatelink.construct;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awscdk.services.ec2.IPeer;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.constructs.Construct;

/**
 * The security group of the load balancer: in from the clients to the listeners, out to the targets and what is checked
 * on them. The load balancer must have it from the start, since one without can never be given one.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html">Security
 *     groups for your Network Load Balancer</a>
 */
final class ClientSecurityGroup {

    private ClientSecurityGroup() {}

    static SecurityGroup define(Construct scope, CustomerEndpointServiceProps props) {
        SecurityGroup group = SecurityGroup.Builder.create(scope, "SecurityGroup")
                .vpc(props.vpc())
                // a changed description replaces the group: this one is frozen
                .description("Clients of the endpoint service")
                .allowAllOutbound(false)
                .build();
        for (int port : props.ports()) {
            props.clientCidrs().forEach(client -> group.addIngressRule(Peer.ipv4(client), Port.tcp(port)));
        }
        for (NetworkTarget target : props.targets().all()) {
            IPeer peer = Peer.ipv4(cidr(target, props));
            outboundPorts(target, props).forEach(port -> group.addEgressRule(peer, Port.tcp(port), "to the targets"));
        }
        return group;
    }

    private static String cidr(NetworkTarget target, CustomerEndpointServiceProps props) {
        return target.type() == TargetType.IP
                ? target.id() + "/32"
                : props.vpcCidr().text().orElseThrow();
    }

    private static List<Number> outboundPorts(NetworkTarget target, CustomerEndpointServiceProps props) {
        Stream<Number> traffic = props.ports().stream().map(target::portOr);
        Optional<Integer> check = HealthChecks.ownPort(props.healthCheck());
        return Stream.concat(traffic, check.stream()).distinct().toList();
    }
}
