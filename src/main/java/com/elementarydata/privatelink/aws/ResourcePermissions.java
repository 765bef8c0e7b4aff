package com.elementarydata.privatelink.aws;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What CloudFormation asks AWS for to create, change, read and delete a resource: the permissions of the handlers in its
 * own schema of the type, without those for properties that our templates do not set.
 *
 * @see <a href="https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html">handlers</a>
 */
public final class ResourcePermissions {

    private static final Map<String, List<Permission>> OF_TYPES = new TreeMap<>();

    private static final String EC2 = "ec2";
    private static final String LOGS = "logs";
    private static final String ROUTE_53 = "route53";
    private static final String GROUPS = ec2("security-group");
    private static final String TABLES = ec2("route-table");
    private static final String PEERINGS = ec2("vpc-peering-connection");
    private static final String SUBNETS = ec2("subnet");
    private static final String VPCS = ec2("vpc");
    private static final String ENDPOINTS = ec2("vpc-endpoint");
    private static final String FLOW_LOGS = ec2("vpc-flow-log");
    private static final String FLOW_LOG_ROLES = "arn:{partition}:iam::{account}:role/PrivateLink-Region-*";
    private static final String ZONES = "arn:{partition}:route53:::hostedzone/*";

    static {
        OF_TYPES.put(
                "AWS::EC2::VPC",
                Permission.all(
                        Permission.on(
                                VPCS, EC2, "CreateVpc", "DeleteVpc", "DescribeVpcAttribute", "ModifyVpcAttribute"),
                        tagging(VPCS),
                        Permission.of(EC2, "DescribeNetworkAcls", "DescribeSecurityGroups", "DescribeVpcs")));
        OF_TYPES.put(
                "AWS::EC2::Subnet",
                Permission.all(
                        Permission.on(SUBNETS, EC2, "CreateSubnet", "DeleteSubnet", "ModifySubnetAttribute"),
                        Permission.on(VPCS, EC2, "CreateSubnet"),
                        tagging(SUBNETS),
                        Permission.of(EC2, "DescribeNetworkAcls", "DescribeSubnets")));
        OF_TYPES.put(
                "AWS::EC2::RouteTable",
                Permission.all(
                        Permission.on(TABLES, EC2, "CreateRouteTable", "DeleteRouteTable"),
                        Permission.on(VPCS, EC2, "CreateRouteTable"),
                        tagging(TABLES),
                        Permission.of(EC2, "DescribeRouteTables")));
        OF_TYPES.put(
                "AWS::EC2::SubnetRouteTableAssociation",
                Permission.all(
                        associating(TABLES),
                        associating(SUBNETS),
                        Permission.of(EC2, "DescribeRouteTables", "DescribeSubnets")));
        OF_TYPES.put(
                "AWS::EC2::Route",
                Permission.all(
                        Permission.on(TABLES, EC2, "CreateRoute", "DeleteRoute", "ReplaceRoute"),
                        Permission.of(EC2, "DescribeRouteTables")));
        // in the peer's Region, CloudFormation accepts for an account of its own
        OF_TYPES.put(
                "AWS::EC2::VPCPeeringConnection",
                Permission.all(
                        Permission.on(
                                PEERINGS,
                                EC2,
                                "AcceptVpcPeeringConnection",
                                "CreateVpcPeeringConnection",
                                "DeleteVpcPeeringConnection"),
                        Permission.on(VPCS, EC2, "AcceptVpcPeeringConnection", "CreateVpcPeeringConnection"),
                        tagging(PEERINGS),
                        Permission.of(EC2, "DescribeVpcPeeringConnections")));
        OF_TYPES.put(
                "AWS::EC2::FlowLog",
                Permission.all(
                        Permission.on(FLOW_LOGS, EC2, "CreateFlowLogs", "DeleteFlowLogs"),
                        Permission.on(VPCS, EC2, "CreateFlowLogs"),
                        tagging(FLOW_LOGS),
                        Permission.of(EC2, "DescribeFlowLogs"),
                        Permission.of(LOGS, "CreateLogDelivery", "DeleteLogDelivery"),
                        passing(FLOW_LOG_ROLES, "vpc-flow-logs.amazonaws.com")));
        OF_TYPES.put(
                "AWS::IAM::Role",
                Permission.on(
                        FLOW_LOG_ROLES,
                        "iam",
                        "CreateRole",
                        "DeleteRole",
                        "DeleteRolePolicy",
                        "GetRole",
                        "GetRolePolicy",
                        "ListAttachedRolePolicies",
                        "ListRolePolicies",
                        "PutRolePolicy",
                        "TagRole",
                        "UntagRole",
                        "UpdateAssumeRolePolicy"));
        OF_TYPES.put(
                "AWS::Logs::LogGroup",
                Permission.all(
                        Permission.on(
                                "arn:{partition}:logs:*:{account}:log-group:PrivateLink-Region-*",
                                LOGS,
                                "CreateLogGroup",
                                "DeleteLogGroup",
                                "DeleteRetentionPolicy",
                                "GetDataProtectionPolicy",
                                "ListTagsForResource",
                                "PutRetentionPolicy",
                                "TagResource",
                                "UntagResource"),
                        Permission.of(LOGS, "DescribeLogGroups")));
        OF_TYPES.put(
                "AWS::EC2::SecurityGroup",
                Permission.all(
                        Permission.on(
                                GROUPS,
                                EC2,
                                "AuthorizeSecurityGroupEgress",
                                "AuthorizeSecurityGroupIngress",
                                "CreateSecurityGroup",
                                "DeleteSecurityGroup",
                                "RevokeSecurityGroupEgress",
                                "RevokeSecurityGroupIngress"),
                        Permission.on(VPCS, EC2, "CreateSecurityGroup"),
                        tagging(GROUPS),
                        Permission.of(EC2, "DescribeSecurityGroups")));
        OF_TYPES.put(
                "AWS::EC2::VPCEndpoint",
                Permission.all(
                        Permission.on(ENDPOINTS, EC2, "CreateVpcEndpoint", "DeleteVpcEndpoints", "ModifyVpcEndpoint"),
                        Permission.on(VPCS, EC2, "CreateVpcEndpoint"),
                        Permission.on(SUBNETS, EC2, "CreateVpcEndpoint", "ModifyVpcEndpoint"),
                        Permission.on(GROUPS, EC2, "CreateVpcEndpoint", "ModifyVpcEndpoint"),
                        tagging(ENDPOINTS),
                        Permission.of(EC2, "DescribeVpcEndpoints")));
        OF_TYPES.put(
                "AWS::Route53::HostedZone",
                Permission.all(
                        Permission.on(
                                ZONES,
                                ROUTE_53,
                                "AssociateVPCWithHostedZone",
                                "ChangeTagsForResource",
                                "DeleteHostedZone",
                                "DisassociateVPCFromHostedZone",
                                "GetHostedZone",
                                "ListQueryLoggingConfigs",
                                "ListTagsForResource"),
                        Permission.of(ROUTE_53, "CreateHostedZone"),
                        Permission.on("arn:{partition}:route53:::change/*", ROUTE_53, "GetChange"),
                        Permission.of(EC2, "DescribeVpcs")));
        OF_TYPES.put(
                "AWS::Route53::RecordSet",
                Permission.all(
                        Permission.on(
                                ZONES, ROUTE_53, "ChangeResourceRecordSets", "GetHostedZone", "ListResourceRecordSets"),
                        Permission.on("arn:{partition}:route53:::change/*", ROUTE_53, "GetChange")));
        OF_TYPES.put(
                "AWS::SSM::Parameter",
                Permission.on(
                        "arn:{partition}:ssm:*:{account}:parameter/CFN-*",
                        "ssm",
                        "AddTagsToResource",
                        "DeleteParameter",
                        "GetParameters",
                        "ListTagsForResource",
                        "PutParameter",
                        "RemoveTagsFromResource"));
    }

    private ResourcePermissions() {}

    private static String ec2(String type) {
        return "arn:{partition}:ec2:*:{account}:%s/*".formatted(type);
    }

    private static List<Permission> tagging(String resource) {
        return Permission.on(resource, EC2, "CreateTags", "DeleteTags");
    }

    private static List<Permission> associating(String resource) {
        return Permission.on(
                resource, EC2, "AssociateRouteTable", "DisassociateRouteTable", "ReplaceRouteTableAssociation");
    }

    static List<Permission> passing(String role, String service) {
        return Permission.on(role, "iam", "PassRole").stream()
                .map(permission -> permission.onlyIf("iam:PassedToService", service))
                .toList();
    }

    /** What CloudFormation asks for a type of resource; nothing for one that no stack has. */
    public static List<Permission> of(String type) {
        return OF_TYPES.getOrDefault(type, List.of());
    }
}
