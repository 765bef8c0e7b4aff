package com.elementarydata.privatelink.judge;

import com.elementarydata.privatelink.observed.DeployedStack;
import java.util.List;
import java.util.Optional;

/**
 * A stack that should exist.
 *
 * @param name its name
 * @param region the code of its Region
 * @param outputs the outputs that it is needed for
 * @param deployed what CloudFormation says of it; empty where it does not know it
 */
public record ExpectedStack(String name, String region, List<String> outputs, Optional<DeployedStack> deployed) {

    /** A change set that was never executed leaves what is not yet a stack. */
    private static final String NEVER_EXECUTED = "REVIEW_IN_PROGRESS";

    /** What a stack's status means. */
    enum State {
        /** There is none. */
        MISSING,
        /** CloudFormation is working on it. */
        IN_PROGRESS,
        /** Its last deployment succeeded. */
        COMPLETE,
        /** It is complete, but was deployed before the files asked for some output. */
        OUTDATED,
        /** Its last deployment failed, and all is as it was before. */
        ROLLED_BACK,
        /** Its first deployment failed, and left nothing. */
        NEVER_CREATED,
        /** Its creation or its deletion failed halfway, and some of it may exist. */
        PARTIAL,
        /** Its last deployment failed, and so did the rollback. */
        STUCK,
        /** Its last deployment failed in any other way. */
        FAILED
    }

    /** Leaves out what is not yet a stack. */
    public ExpectedStack {
        outputs = List.copyOf(outputs);
        deployed = deployed.filter(stack -> !stack.status().equals(NEVER_EXECUTED));
    }

    /** Whether CloudFormation is working on it. */
    public boolean isInProgress() {
        return deployed.filter(DeployedStack::isInProgress).isPresent();
    }

    /** Whether its last deployment failed. */
    public boolean isFailed() {
        return deployed.filter(stack -> !stack.isComplete() && !stack.isInProgress())
                .isPresent();
    }

    /** Whether it cannot be used as it is, since its last deployment failed and was not rolled back. */
    public boolean isBroken() {
        return isFailed() && state() != State.ROLLED_BACK;
    }

    /** One of its outputs. */
    public Optional<String> output(String output) {
        return deployed.flatMap(stack -> stack.output(output));
    }

    /** The outputs that are missing. */
    List<String> missingOutputs() {
        return outputs.stream().filter(output -> output(output).isEmpty()).toList();
    }

    State state() {
        return deployed.map(this::state).orElse(State.MISSING);
    }

    private State state(DeployedStack stack) {
        if (stack.isInProgress()) {
            return State.IN_PROGRESS;
        }
        boolean outdated = !missingOutputs().isEmpty();
        if (stack.isComplete()) {
            return outdated ? State.OUTDATED : State.COMPLETE;
        }
        return switch (stack.status()) {
            case "UPDATE_ROLLBACK_COMPLETE" -> outdated ? State.FAILED : State.ROLLED_BACK;
            case "ROLLBACK_COMPLETE" -> State.NEVER_CREATED;
            case "ROLLBACK_FAILED", "CREATE_FAILED", "DELETE_FAILED" -> State.PARTIAL;
            case "UPDATE_ROLLBACK_FAILED" -> State.STUCK;
            default -> State.FAILED;
        };
    }
}
