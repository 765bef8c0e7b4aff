package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.model.Json;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

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

    /** For {@link QuotaReader}. */
    public static final List<String> QUOTAS = List.of(
            "ec2:DescribeVpcEndpoints",
            "ec2:DescribeVpcs",
            "route53:GetAccountLimit",
            "servicequotas:ListAWSDefaultServiceQuotas",
            "servicequotas:ListServiceQuotas");

    @JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
    private record Policy(String version, List<Allowed> statement) {}

    @JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
    private record Allowed(String effect, List<String> action, String resource) {}

    private Permissions() {}

    /** Whether an action only reads. IAM lets most of those be limited to no resource. */
    public static boolean isReading(String action) {
        return action.contains(":Describe") || action.contains(":Get") || action.contains(":List");
    }

    /** The IAM policy that allows actions, and nothing else. */
    public static String policy(List<String> actions) {
        List<Allowed> statements = Stream.of(
                        allowed(actions, true, "*"), allowed(actions, false, "arn:aws:ec2:*:*:vpc-endpoint-service/*"))
                .filter(statement -> !statement.action().isEmpty())
                .toList();
        return Json.of(new Policy("2012-10-17", statements));
    }

    private static Allowed allowed(List<String> actions, boolean reading, String resource) {
        List<String> some =
                actions.stream().filter(action -> isReading(action) == reading).toList();
        return new Allowed("Allow", some, resource);
    }
}
