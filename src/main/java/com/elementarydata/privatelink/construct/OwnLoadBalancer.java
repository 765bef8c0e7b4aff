package com.elementarydata.privatelink.construct;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Names;
import software.amazon.awscdk.services.ec2.CfnSecurityGroupIngress;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
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
        LoadBalancerSubnets chosenSubnets,
        List<Integer> ports,
        NetworkTargets targets,
        HealthCheck healthCheck,
        List<String> clientCidrs,
        boolean admitPathMtuIcmp,
        List<ISecurityGroup> targetSecurityGroups,
        boolean crossZoneEnabled,
        boolean enforceInboundRules,
        Duration tcpIdleTimeout,
        boolean deletionProtection) {

    /**
     * The security group: inbound from the clients to the listeners, outbound to the targets and their health checks.
     * It must be there from the start: a load balancer created without one can never be given one.
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
        for (int port : ports) {
            clientCidrs.forEach(client -> group.addIngressRule(Peer.ipv4(client), Port.tcp(port)));
        }
        if (admitPathMtuIcmp) {
            // "destination unreachable: fragmentation needed"
            clientCidrs.forEach(client ->
                    group.addIngressRule(Peer.ipv4(client), Port.icmpTypeAndCode(3, 4), "path MTU discovery"));
        }
        for (NetworkTarget target : targets.all()) {
            List<String> reached = target.type() == TargetType.IP ? List.of(target.id() + "/32") : vpcCidrs.texts();
            reached.forEach(cidr -> target.checkedPorts(ports, healthCheck)
                    .forEach(port -> group.addEgressRule(Peer.ipv4(cidr), Port.tcp(port), "to the targets")));
        }
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
        ports.forEach(port -> listen(scope, port, loadBalancer));
        targetSecurityGroups.forEach(admitting -> admit(scope, group, admitting));
        return loadBalancer;
    }

    private void listen(Construct scope, int port, NetworkLoadBalancer loadBalancer) {
        NetworkTargetGroup group = NetworkTargetGroup.Builder.create(scope, "Targets" + port)
                .vpc(vpc)
                .protocol(Protocol.TCP)
                .port(targets.groupPort(port))
                .targetType(targets.type().orElseThrow())
                .targets(targets.attachable(vpcCidrs))
                .healthCheck(healthCheck)
                // GitHub Enterprise Server's PROXY protocol is not the one that network load balancers speak; a group
                // of an Application Load Balancer does not have the attribute
                .proxyProtocolV2(targets.isOfType(TargetType.ALB) ? null : false)
                .build();
        NetworkListener.Builder.create(scope, "Listener" + port)
                .loadBalancer(loadBalancer)
                .protocol(Protocol.TCP)
                .port(port)
                .tcpIdleTimeout(tcpIdleTimeout)
                .defaultTargetGroups(List.of(group))
                .build();
    }

    /** Rules that belong to this construct, so that they are retained as long as the load balancer is. */
    private void admit(Construct scope, ISecurityGroup group, ISecurityGroup admitting) {
        Construct rules = new Construct(scope, "AdmissionTo" + Names.nodeUniqueId(admitting.getNode()));
        targets.checkedPorts(ports, healthCheck)
                .forEach(port -> CfnSecurityGroupIngress.Builder.create(rules, "Port" + port)
                        .groupId(admitting.getSecurityGroupId())
                        .sourceSecurityGroupId(group.getSecurityGroupId())
                        .ipProtocol("tcp")
                        .fromPort(port)
                        .toPort(port)
                        .description("from the endpoint service's load balancer")
                        .build());
    }
}
