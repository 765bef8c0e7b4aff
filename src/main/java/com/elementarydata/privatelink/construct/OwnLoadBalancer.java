package com.elementarydata.privatelink.construct;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.IpAddressType;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.constructs.Construct;

/**
 * The construct's own load balancer: internal, with its own security group, and a TCP listener and target group per
 * port.
 *
 * @param vpc its VPC
 * @param vpcCidrs the VPC's addresses
 * @param subnets its subnets
 * @param chosenSubnets what is known of them
 * @param ports the ports that it listens on
 * @param targets what it forwards to
 * @param healthCheck how targets are checked
 * @param clientCidrs the clients that it admits
 * @param admitPathMtuIcmp whether it admits the clients' ICMP messages about the path MTU
 * @param targetSecurityGroups the targets' security groups, which are to admit it
 * @param crossZoneEnabled whether each node forwards to all zones
 * @param enforceInboundRules whether its security group applies to PrivateLink traffic
 * @param tcpIdleTimeout how long a silent connection lasts
 * @param deletionProtection whether it is protected from deletion
 */
record OwnLoadBalancer(
        IVpc vpc,
        VpcCidrs vpcCidrs,
        SubnetSelection subnets,
        ChosenSubnets chosenSubnets,
        List<Integer> ports,
        TargetsByPort targets,
        HealthCheck healthCheck,
        List<String> clientCidrs,
        boolean admitPathMtuIcmp,
        List<ISecurityGroup> targetSecurityGroups,
        boolean crossZoneEnabled,
        boolean enforceInboundRules,
        Duration tcpIdleTimeout,
        boolean deletionProtection) {

    /**
     * The security group, without rules yet. It must be there from the start: a load balancer created without one can
     * never be given one.
     *
     * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html">Security
     *     groups for your Network Load Balancer</a>
     */
    SecurityGroup defineSecurityGroup(Construct scope) {
        SecurityGroup group = SecurityGroup.Builder.create(scope, "SecurityGroup")
                .vpc(vpc)
                // a changed description replaces the group: this one is frozen
                .description("Clients of the endpoint service")
                .allowAllOutbound(false)
                .build();
        return group;
    }

    NetworkLoadBalancer define(Construct scope, SecurityGroup group) {
        NetworkLoadBalancer loadBalancer = NetworkLoadBalancer.Builder.create(scope, "LoadBalancer")
                .vpc(vpc)
                .vpcSubnets(subnets)
                .internetFacing(false)
                .ipAddressType(IpAddressType.IPV4)
                .securityGroups(List.of(group))
                .enforceSecurityGroupInboundRulesOnPrivateLinkTraffic(enforceInboundRules)
                .crossZoneEnabled(crossZoneEnabled)
                .deletionProtection(deletionProtection)
                .build();
        Map<Integer, NetworkTargetGroup> groups = new LinkedHashMap<>();
        ports.forEach(port -> groups.put(port, listen(scope, port, loadBalancer)));
        addRules(scope, group, groups);
        return loadBalancer;
    }

    /** Inbound from the clients to the listeners; outbound to the targets, which are known once they are attached. */
    private void addRules(Construct scope, SecurityGroup group, Map<Integer, NetworkTargetGroup> groups) {
        GroupRules rules = new GroupRules(group);
        rules.admit(clientCidrs, ports);
        if (admitPathMtuIcmp) {
            rules.admitPathMtuIcmp(clientCidrs);
        }
        TargetRules ofTargets =
                new TargetRules(group, targets.reached(groups, vpcCidrs), HealthChecks.ownPort(healthCheck));
        ofTargets.letOut(rules);
        rules.complete(scope);
        targetSecurityGroups.forEach(admitting -> ofTargets.openRetained(scope, admitting));
        ofTargets.open(targetSecurityGroups);
    }

    /** The id of the target group for a listener: contract, as it is retained. */
    static String groupId(int port) {
        return "Targets" + port;
    }

    private NetworkTargetGroup listen(Construct scope, int port, NetworkLoadBalancer loadBalancer) {
        NetworkTargets forwarded = targets.of(port);
        NetworkTargetGroup group = NetworkTargetGroup.Builder.create(scope, groupId(port))
                .vpc(vpc)
                .protocol(Protocol.TCP)
                .port(targets.groupPort(port))
                .targetType(forwarded.type().orElse(null))
                .targets(forwarded.attachable(vpcCidrs))
                .healthCheck(healthCheck)
                // GitHub Enterprise Server's PROXY protocol is not the one that network load balancers speak; a group
                // of an Application Load Balancer does not have the attribute
                .proxyProtocolV2(forwarded.isOfType(TargetType.ALB) ? null : false)
                .build();
        NetworkListener.Builder.create(scope, "Listener" + port)
                .loadBalancer(loadBalancer)
                .protocol(Protocol.TCP)
                .port(port)
                .tcpIdleTimeout(tcpIdleTimeout)
                .defaultTargetGroups(List.of(group))
                .build();
        return group;
    }
}
