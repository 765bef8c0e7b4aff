package com.elementarydata.privatelink.judge;

import com.elementarydata.privatelink.command.AwsCommands;
import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Party;
import com.elementarydata.privatelink.observed.DeployedStack;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a stack's status asks for: the one answer of {@code status}, {@code diagnose} and {@code plan}.
 *
 * @param stack the stack
 */
public record StackJudgement(ExpectedStack stack) {

    public Finding finding(Check check) {
        return switch (stack.state()) {
            case MISSING -> check.failed("%s is not deployed".formatted(stack.name()), Party.ELEMENTARY, "deploy it");
            case IN_PROGRESS -> inProgress(check);
            case COMPLETE -> check.passed(status());
            case OUTDATED ->
                check.failed(
                        "%s has no output %s yet".formatted(stack.name(), String.join(", ", stack.missingOutputs())),
                        Party.ELEMENTARY,
                        "the connection is newer than its last deployment: deploy it");
            case ROLLED_BACK -> check.warning(words(), Party.ELEMENTARY, "read its events, then redeploy");
            case NEVER_CREATED -> neverCreated(check);
            case PARTIAL ->
                check.failed(
                        words(),
                        Party.ELEMENTARY,
                        "some of it may exist; its events say what failed: fix that, delete the stack, then deploy"
                                + " (docs/operations.md, A first deployment that failed)");
            case STUCK ->
                check.failed(words(), Party.ELEMENTARY, "its events say why; fix that, then continue the rollback");
            case FAILED -> check.failed(words(), Party.ELEMENTARY, "its events say why; fix that, then redeploy");
        };
    }

    private Finding neverCreated(Check check) {
        return check.failed(
                words(),
                Party.ELEMENTARY,
                isProtected()
                        ? "its events say why; disable termination protection on the empty stack, then redeploy"
                        : "its events say why; redeploy, which replaces the empty stack");
    }

    /** An update leaves what was there in use. */
    private Finding inProgress(Check check) {
        return status().startsWith("UPDATE")
                ? check.warning(words(), Party.AWS, "wait until CloudFormation is done")
                : check.failed(words(), Party.AWS, "wait until CloudFormation is done, then check again");
    }

    /**
     * The commands to paste, in order.
     *
     * @param cdk for the stack's customer
     * @param profile whose credentials commands of the AWS CLI use, unless the environment says
     */
    public List<String> commands(CdkCommands cdk, Optional<String> profile) {
        List<String> first = beforeDeployment(profile);
        return switch (stack.state()) {
            case COMPLETE -> List.of();
            case IN_PROGRESS -> List.of(new AwsCommands(stack.region(), profile).stackEvents(stack.name()));
            case STUCK, PARTIAL -> first;
            case NEVER_CREATED, MISSING, OUTDATED, ROLLED_BACK, FAILED ->
                Stream.concat(first.stream(), Stream.of(cdk.redeploy(stack.name())))
                        .toList();
        };
    }

    /**
     * The commands without which the next deployment fails at this stack. Only an empty stack loses its protection, and none
     * is deleted: the CDK CLI does that by itself, to one whose creation was rolled back and no other.
     *
     * @param profile whose credentials they use, unless the environment says
     */
    public List<String> beforeDeployment(Optional<String> profile) {
        AwsCommands aws = new AwsCommands(stack.region(), profile);
        return switch (stack.state()) {
            case NEVER_CREATED -> isProtected() ? List.of(aws.unprotectStack(stack.name())) : List.of();
            case PARTIAL -> List.of(aws.stackEvents(stack.name()));
            case STUCK -> List.of(aws.continueRollback(stack.name()));
            default -> List.of();
        };
    }

    private boolean isProtected() {
        return stack.deployed().filter(DeployedStack::terminationProtection).isPresent();
    }

    private String status() {
        return stack.deployed().map(DeployedStack::status).orElse("");
    }

    private String words() {
        return "%s is %s%s"
                .formatted(
                        stack.name(),
                        status(),
                        stack.deployed()
                                .flatMap(DeployedStack::reason)
                                .map(": %s"::formatted)
                                .orElse(""));
    }
}
