package com.elementarydata.privatelink.construct;

import java.util.List;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;

/**
 * The options of the construct's own load balancer, which an existing one does not take.
 *
 * @param vpc its VPC
 * @param vpcCidr the VPC's addresses
 * @param subnets its subnets
 * @param chosenSubnets what is known of them
 * @param targets what it forwards to
 * @param healthCheck how targets are checked
 * @param clientCidrs the clients that it admits
 * @param targetSecurityGroups the targets' security groups, which are to admit it
 * @param crossZoneEnabled whether each node forwards to all zones
 * @param enforceInboundRules whether its security group applies to PrivateLink traffic
 * @param deletionProtection whether it is protected from deletion
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
