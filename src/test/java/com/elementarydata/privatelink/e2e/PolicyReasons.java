package com.elementarydata.privatelink.e2e;

import java.util.Map;

/** Why policies allow what nothing asks the local AWS for, by action. */
final class PolicyReasons {

    /** By verbs. */
    static final Map<String, String> NEVER_BY_VERBS = Map.of(
            "cloudformation:ListStacks", "AWS demands it of whoever describes all stacks",
            "ec2:DescribeVpcs", "AWS demands it of whoever lists the hosted zones of a VPC",
            "ec2:DescribeDhcpOptions", "only where the VPC has options of its own, as in a world of DiagnoseIT",
            "ec2:GetManagedPrefixListEntries", "only of prefix lists that a route or a group names, as in DiagnoseIT",
            "ec2:DescribeAvailabilityZones", "by add only across Regions, or where AWS does not show a service's zones",
            "servicequotas:ListAWSDefaultServiceQuotas", "only where the account has no value of its own for a quota",
            "route53:ListHostedZonesByName", "only where a hosted zone is missing, as in a world of DiagnoseIT");

    /** By the CDK CLI. */
    static final Map<String, String> NEVER_BY_CDK = Map.of(
            "cloudformation:DeleteStack", "only of a stack whose creation failed, as in FaultsIT",
            "cloudformation:DescribeStackResources", "only where a deployment failed, as in FaultsIT");

    private static final String READS = "CloudFormation reads what it has made; the local AWS remembers";
    private static final String TAGS = "tags are changed after the creation in DayTwoIT alone";
    private static final String UNDONE = "only where a creation is undone; what was made is kept otherwise";

    /** By stacks, of the types of whose handlers no schema was at hand. A unit test compares the others with these. */
    static final Map<String, Map<String, String>> NEVER_BY_STACKS = Map.of(
            "AWS::EC2::SecurityGroup",
            Map.of(
                    "ec2:CreateTags", TAGS,
                    "ec2:DeleteTags", TAGS,
                    "ec2:DescribeSecurityGroups", READS,
                    "ec2:RevokeSecurityGroupIngress", "only where a rule is taken away, as in DayTwoIT"),
            "AWS::EC2::Subnet",
            Map.of(
                    "ec2:CreateTags", TAGS,
                    "ec2:DeleteTags", TAGS,
                    "ec2:DeleteSubnet", UNDONE,
                    "ec2:DescribeNetworkAcls", READS,
                    "ec2:DescribeSubnets", READS),
            "AWS::Route53::HostedZone",
            Map.of(
                    "ec2:DescribeVpcs", "AWS demands it of whoever associates a VPC",
                    "route53:AssociateVPCWithHostedZone", "of more than one VPC, or where it changes",
                    "route53:DisassociateVPCFromHostedZone", "only where the VPC changes",
                    "route53:GetChange", "CloudFormation waits until the change has reached every server",
                    "route53:ListQueryLoggingConfigs", READS,
                    "route53:ListTagsForResource", READS),
            "AWS::Route53::RecordSet",
            Map.of(
                    "route53:GetChange", "CloudFormation waits until the change has reached every server",
                    "route53:GetHostedZone", READS,
                    "route53:ListResourceRecordSets", READS));

    private PolicyReasons() {}
}
