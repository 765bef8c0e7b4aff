package com.elementarydata.privatelink.judge;

import com.elementarydata.privatelink.command.AwsCommands;
import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Party;
import com.elementarydata.privatelink.observed.DeployedStack;
import java.util.List;

/**
 * What a stack's status asks for: the one answer of {@code status} and {@code diagnose}.
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
            case NEVER_CREATED ->
                check.failed(
                        words(),
                        Party.ELEMENTARY,
                        "its events say why; disable termination protection on the empty stack, then redeploy");
            case STUCK ->
                check.failed(words(), Party.ELEMENTARY, "its events say why; fix that, then continue the rollback");
            case FAILED -> check.failed(words(), Party.ELEMENTARY, "its events say why; fix that, then redeploy");
        };
    }

    /** An update leaves what was there in use. */
    private Finding inProgress(Check check) {
        return status().startsWith("UPDATE")
                ? check.warning(words(), Party.AWS, "wait until CloudFormation is done")
                : check.failed(words(), Party.AWS, "wait until CloudFormation is done, then check again");
    }

    /** The commands to paste, in order. */
    public List<String> commands(CdkCommands cdk) {
        AwsCommands aws = AwsCommands.in(stack.region());
        String deploy = cdk.redeploy(stack.name());
        return switch (stack.state()) {
            case COMPLETE -> List.of();
            case IN_PROGRESS -> List.of(aws.stackEvents(stack.name()));
            case NEVER_CREATED -> List.of(aws.unprotectStack(stack.name()), deploy);
            case STUCK -> List.of(aws.continueRollback(stack.name()));
            case MISSING, OUTDATED, ROLLED_BACK, FAILED -> List.of(deploy);
        };
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
