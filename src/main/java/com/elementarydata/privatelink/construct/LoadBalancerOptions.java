package com.elementarydata.privatelink.construct;

import java.util.List;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;

/**
 * What a load balancer of our own is made from: the options that one that exists already is given without.
 *
 * @param vpc where it stands
 * @param vpcCidr the VPC's addresses
 * @param subnets where it has a node
 * @param chosenSubnets what is known of them
 * @param targets what it forwards to
 * @param healthCheck how targets are checked
 * @param clientCidrs who comes in
 * @param targetSecurityGroups the targets' own groups, which are to admit it
 * @param crossZoneEnabled whether a node forwards to all zones
 * @param enforceInboundRules whether its group's rules hold for PrivateLink
 * @param deletionProtection whether it is protected
 */
record LoadBalancerOptions(
        IVpc vpc,
        VpcCidr vpcCidr,
        SubnetSelection subnets,
        LoadBalancerSubnets chosenSubnets,
        NetworkTargets targets,
        HealthCheck healthCheck,
        List<String> clientCidrs,
        List<ISecurityGroup> targetSecurityGroups,
        boolean crossZoneEnabled,
        boolean enforceInboundRules,
        boolean deletionProtection) {}
