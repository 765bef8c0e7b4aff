package com.elementarydata.privatelink.aws;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What a deployment asks AWS for: the CDK CLI, and CloudFormation for the resources of stacks. */
public final class DeploymentPermissions {

    private static final String CLOUDFORMATION = "cloudformation";

    private static final String STACKS = "arn:{partition}:cloudformation:*:{account}:stack/{stacks}/*";

    /** The CDK CLI's. It bootstraps nothing, and no stack has assets. */
    public static final List<Permission> CLI = Permission.all(
            AwsAccess.OWN,
            Permission.on(
                    STACKS,
                    CLOUDFORMATION,
                    "CreateChangeSet",
                    "DeleteChangeSet",
                    "DeleteStack",
                    "DescribeChangeSet",
                    "DescribeStackEvents",
                    "DescribeStackResources",
                    "DescribeStacks",
                    "ExecuteChangeSet",
                    "GetTemplate",
                    "UpdateTerminationProtection"));

    private DeploymentPermissions() {}

    /** That a role may be handed to CloudFormation, which then does everything with it. */
    public static List<Permission> passedToCloudFormation(String role) {
        return ResourcePermissions.passing(role, "cloudformation.amazonaws.com");
    }

    /** What CloudFormation asks for everything in stacks of some kinds. */
    public static List<Permission> ofCloudFormation(Collection<StackKind> kinds) {
        Stream<List<Permission>> types = StackKind.types(kinds).stream().map(ResourcePermissions::of);
        Stream<List<Permission>> lookUps =
                kinds.stream().filter(StackKind::looksUp).map(kind -> Stacks.NAMED);
        return Permission.all(Stream.concat(types, lookUps).toList());
    }
}
