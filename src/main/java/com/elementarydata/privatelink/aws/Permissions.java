package com.elementarydata.privatelink.aws;

import java.util.List;

/** What the readers and the one writer of this package ask AWS for, as IAM names it. */
public final class Permissions {

    /** For {@link ProviderReader}. */
    public static final List<String> CHECK = List.of(
            "ec2:DescribeAvailabilityZones",
            "ec2:DescribeInstances",
            "ec2:DescribeRouteTables",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeSubnets",
            "ec2:DescribeVpcEndpointConnections",
            "ec2:DescribeVpcEndpointServiceConfigurations",
            "ec2:DescribeVpcEndpointServicePermissions",
            "elasticloadbalancing:DescribeListeners",
            "elasticloadbalancing:DescribeLoadBalancerAttributes",
            "elasticloadbalancing:DescribeLoadBalancers",
            "elasticloadbalancing:DescribeTargetHealth");

    /** For {@link EndpointServiceConnections}. */
    public static final List<String> ACCEPT =
            List.of("ec2:AcceptVpcEndpointConnections", "ec2:DescribeVpcEndpointConnections");

    /** For {@link PathReader}. */
    public static final List<String> DIAGNOSE = List.of(
            "cloudformation:DescribeStacks",
            "ec2:DescribeDhcpOptions",
            "ec2:DescribeNetworkAcls",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeRegions",
            "ec2:DescribeRouteTables",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeSubnets",
            "ec2:DescribeVpcAttribute",
            "ec2:DescribeVpcEndpointServices",
            "ec2:DescribeVpcEndpoints",
            "ec2:DescribeVpcPeeringConnections",
            "ec2:DescribeVpcs",
            "route53:ListHostedZonesByName",
            "route53:ListHostedZonesByVPC",
            "route53:ListResourceRecordSets",
            "route53resolver:ListResolverRuleAssociations",
            "route53resolver:ListResolverRules",
            "sts:GetCallerIdentity");

    private Permissions() {}

    /** Whether an action only reads. IAM lets most of those be limited to no resource. */
    public static boolean isReading(String action) {
        return action.contains(":Describe") || action.contains(":Get") || action.contains(":List");
    }
}
