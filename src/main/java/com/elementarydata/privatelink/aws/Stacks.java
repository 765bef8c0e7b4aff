package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.DeployedStack;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/**
 * The stacks of an account in a Region.
 *
 * @param access with the credentials of their account
 * @param region the Region
 */
public record Stacks(AwsAccess access, Region region) {

    /** CloudFormation has no code of its own for what does not exist. */
    private static final String INVALID = "ValidationError";

    private static final String CLOUDFORMATION = "cloudformation";

    static final String OURS = "arn:{partition}:cloudformation:*:{account}:stack/PrivateLink-*/*";

    /** Without a name, AWS demands both. */
    static final List<Permission> ALL = Permission.of(CLOUDFORMATION, "DescribeStacks", "ListStacks");

    static final List<Permission> NAMED = Permission.on(OURS, CLOUDFORMATION, "DescribeStacks");

    static final List<Permission> TEMPLATES = Permission.on(OURS, CLOUDFORMATION, "GetTemplate");

    /** All of them by name. Those that were deleted are none. */
    public SortedMap<String, DeployedStack> all() {
        return ask(cloudFormation -> cloudFormation.describeStacksPaginator().stacks().stream()
                .map(Stacks::deployed)
                .collect(Collectors.toMap(
                        DeployedStack::name, Function.identity(), (one, other) -> other, TreeMap::new)));
    }

    /** One of them. */
    public Optional<DeployedStack> named(String name) {
        return ifPresent(cloudFormation -> deployed(cloudFormation
                .describeStacks(request -> request.stackName(name))
                .stacks()
                .get(0)));
    }

    /** The template that a stack was deployed with, as it was written. */
    public Optional<String> template(String name) {
        return ifPresent(cloudFormation ->
                cloudFormation.getTemplate(request -> request.stackName(name)).templateBody());
    }

    private <T> Optional<T> ifPresent(Function<CloudFormationClient, T> question) {
        return Asked.unless(INVALID, "does not exist", () -> Optional.of(ask(question)));
    }

    private <T> T ask(Function<CloudFormationClient, T> question) {
        return access.ask(region, CloudFormationClient.builder(), question);
    }

    private static DeployedStack deployed(Stack stack) {
        SortedMap<String, String> outputs = new TreeMap<>();
        for (Output output : stack.outputs()) {
            outputs.put(output.outputKey(), output.outputValue());
        }
        Instant created = stack.creationTime();
        return new DeployedStack(
                stack.stackName(),
                stack.stackStatusAsString(),
                Optional.ofNullable(stack.stackStatusReason()).filter(reason -> !reason.isBlank()),
                stack.lastUpdatedTime() == null ? created : stack.lastUpdatedTime(),
                Boolean.TRUE.equals(stack.enableTerminationProtection()),
                stack.driftInformation() == null
                        ? "NOT_CHECKED"
                        : stack.driftInformation().stackDriftStatusAsString(),
                outputs);
    }
}
