package com.elementarydata.privatelink.diagnose;

import java.util.Optional;

/**
 * A stack that is to be there.
 *
 * @param name its name
 * @param deployed what CloudFormation says of it; empty where it does not know it
 */
public record ExpectedStack(String name, Optional<DeployedStack> deployed) {

    /** What a change set leaves that was never executed is no stack yet. */
    private static final String NEVER_EXECUTED = "REVIEW_IN_PROGRESS";

    /** Leaves out what is no stack yet. */
    public ExpectedStack {
        deployed = deployed.filter(stack -> !stack.status().equals(NEVER_EXECUTED));
    }

    /** Whether CloudFormation is at work on it. */
    public boolean isInProgress() {
        return deployed.filter(DeployedStack::isInProgress).isPresent();
    }

    /** Whether its last deployment ended in any other way than it should. */
    public boolean isFailed() {
        return deployed.filter(stack -> !stack.isComplete() && !stack.isInProgress())
                .isPresent();
    }

    /** One of its outputs. */
    public Optional<String> output(String output) {
        return deployed.flatMap(stack -> stack.output(output));
    }
}
