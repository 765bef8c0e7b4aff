package com.elementarydata.privatelink.construct;

import java.util.List;
import software.amazon.awscdk.Names;
import software.amazon.awscdk.services.ec2.CfnSecurityGroupIngress;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.IpAddressType;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.constructs.Construct;

/** An internal network load balancer with its own security group, and a TCP listener and target group per port. */
record OwnLoadBalancer(NetworkLoadBalancer loadBalancer, SecurityGroup securityGroup) {

    static OwnLoadBalancer define(Construct scope, List<Integer> ports, LoadBalancerOptions options) {
        SecurityGroup group = ClientSecurityGroup.define(scope, ports, options);
        NetworkLoadBalancer loadBalancer = NetworkLoadBalancer.Builder.create(scope, "LoadBalancer")
                .vpc(options.vpc())
                .vpcSubnets(options.subnets())
                .internetFacing(false)
                .ipAddressType(IpAddressType.IPV4)
                .securityGroups(List.of(group))
                .enforceSecurityGroupInboundRulesOnPrivateLinkTraffic(options.enforceInboundRules())
                .crossZoneEnabled(options.crossZoneEnabled())
                .deletionProtection(options.deletionProtection())
                .build();
        ports.forEach(port -> listen(scope, port, loadBalancer, options));
        options.targetSecurityGroups().forEach(targets -> admit(scope, group, targets, ports, options));
        return new OwnLoadBalancer(loadBalancer, group);
    }

    private static void listen(
            Construct scope, int port, NetworkLoadBalancer loadBalancer, LoadBalancerOptions options) {
        NetworkTargets targets = options.targets();
        NetworkTargetGroup group = NetworkTargetGroup.Builder.create(scope, "Targets" + port)
                .vpc(options.vpc())
                .protocol(Protocol.TCP)
                .port(targets.groupPort(port))
                .targetType(targets.type().orElseThrow())
                .targets(targets.attachable(options.vpcCidr()))
                .healthCheck(options.healthCheck())
                // GitHub Enterprise Server's PROXY protocol is not the one that network load balancers speak; a group
                // of an Application Load Balancer does not have the attribute
                .proxyProtocolV2(targets.isOfType(TargetType.ALB) ? null : false)
                .build();
        NetworkListener.Builder.create(scope, "Listener" + port)
                .loadBalancer(loadBalancer)
                .protocol(Protocol.TCP)
                .port(port)
                .defaultTargetGroups(List.of(group))
                .build();
    }

    /** Rules that belong to this construct, so that they are retained as long as the load balancer is. */
    private static void admit(
            Construct scope,
            ISecurityGroup group,
            ISecurityGroup targets,
            List<Integer> ports,
            LoadBalancerOptions options) {
        Construct rules = new Construct(scope, "AdmissionTo" + Names.nodeUniqueId(targets.getNode()));
        options.targets()
                .checkedPorts(ports, options.healthCheck())
                .forEach(port -> CfnSecurityGroupIngress.Builder.create(rules, "Port" + port)
                        .groupId(targets.getSecurityGroupId())
                        .sourceSecurityGroupId(group.getSecurityGroupId())
                        .ipProtocol("tcp")
                        .fromPort(port)
                        .toPort(port)
                        .description("from the endpoint service's load balancer")
                        .build());
    }
}
