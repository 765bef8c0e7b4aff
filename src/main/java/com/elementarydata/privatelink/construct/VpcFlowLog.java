package com.elementarydata.privatelink.construct;

import static java.util.Objects.requireNonNullElseGet;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.FlowLog;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogResourceType;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** The flow log of a VPC: all traffic, to the destination of the props or to a log group of its own. */
final class VpcFlowLog {

    private VpcFlowLog() {}

    static void define(Construct scope, IVpc vpc, RegionalPrivateLinkVpcProps props) {
        if (!props.flowLogs) {
            return;
        }
        FlowLog.Builder.create(scope, "FlowLog")
                .resourceType(FlowLogResourceType.fromVpc(vpc))
                .trafficType(FlowLogTrafficType.ALL)
                .destination(requireNonNullElseGet(props.flowLogDestination, () -> ownLogGroup(scope, props)))
                .build();
    }

    private static FlowLogDestination ownLogGroup(Construct scope, RegionalPrivateLinkVpcProps props) {
        LogGroup logGroup = LogGroup.Builder.create(scope, "FlowLogGroup")
                .retention(props.flowLogRetention)
                .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
                .build();
        Role role = Role.Builder.create(scope, "FlowLogRole")
                .assumedBy(flowLogsOf(Stack.of(scope)))
                .inlinePolicies(Map.of("WriteFlowLogs", writingTo(logGroup)))
                .build();
        // CDK would let the role pass itself, which nothing here needs
        return FlowLogDestination.toCloudWatchLogs(logGroup, role.withoutPolicyUpdates());
    }

    /** Flow logs of this account and Region alone (the confused deputy of AWS's documentation on flow log roles). */
    private static ServicePrincipal flowLogsOf(Stack stack) {
        String flowLogs = "arn:%s:ec2:%s:%s:vpc-flow-log/*"
                .formatted(stack.getPartition(), stack.getRegion(), stack.getAccount());
        return ServicePrincipal.Builder.create("vpc-flow-logs.amazonaws.com")
                .conditions(new TreeMap<>(Map.of(
                        "StringEquals", Map.of("aws:SourceAccount", stack.getAccount()),
                        "ArnLike", Map.of("aws:SourceArn", flowLogs))))
                .build();
    }

    private static PolicyDocument writingTo(LogGroup logGroup) {
        return PolicyDocument.Builder.create()
                .statements(List.of(PolicyStatement.Builder.create()
                        .actions(List.of("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"))
                        .resources(List.of(logGroup.getLogGroupArn()))
                        .build()))
                .build();
    }
}
