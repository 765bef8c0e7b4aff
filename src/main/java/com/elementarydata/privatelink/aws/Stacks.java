package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.diagnose.DeployedStack;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/**
 * The stacks of an account in a Region.
 *
 * @param cloudFormation with the credentials of their account
 */
public record Stacks(CloudFormationClient cloudFormation) {

    private static final String INVALID = "ValidationError";

    /** All of them by name. Those that were deleted are none. */
    public SortedMap<String, DeployedStack> all() {
        SortedMap<String, DeployedStack> stacks = new TreeMap<>();
        cloudFormation.describeStacksPaginator().stacks().stream()
                .map(Stacks::deployed)
                .forEach(stack -> stacks.put(stack.name(), stack));
        return stacks;
    }

    /** One of them. */
    public Optional<DeployedStack> named(String name) {
        return ifPresent(() -> deployed(cloudFormation
                .describeStacks(request -> request.stackName(name))
                .stacks()
                .get(0)));
    }

    /** The template that a stack was deployed with, as it was written. */
    public Optional<String> template(String name) {
        return ifPresent(() ->
                cloudFormation.getTemplate(request -> request.stackName(name)).templateBody());
    }

    private interface Question<T> {
        T ask();
    }

    private static <T> Optional<T> ifPresent(Question<T> question) {
        try {
            return Optional.of(question.ask());
        } catch (CloudFormationException refusal) {
            // CloudFormation's way to say that there is none
            if (INVALID.equals(refusal.awsErrorDetails().errorCode())
                    && refusal.awsErrorDetails().errorMessage().contains("does not exist")) {
                return Optional.empty();
            }
            throw refusal;
        }
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
