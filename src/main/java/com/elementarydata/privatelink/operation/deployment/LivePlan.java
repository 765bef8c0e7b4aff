package com.elementarydata.privatelink.operation.deployment;

import com.elementarydata.privatelink.model.Words;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Map;

/**
 * A plan, compared with what is already deployed.
 *
 * @param stacks how each planned stack differs, in the order of deployment
 * @param changes what a deployment changes in the new and the changed ones, in the same order; a changed one that was deleted
 *     meanwhile is not among them
 * @param obstacles the planned stacks whose last deployment failed so that the next one may
 * @param leftBehind deployed stacks that no file asks for
 * @param notRead why Regions were not read, in which more may be left behind; a line for each
 */
public record LivePlan(
        Map<String, Change> stacks,
        Map<String, StackChanges> changes,
        List<Obstacle> obstacles,
        List<LeftBehind> leftBehind,
        List<String> notRead) {

    /** How a planned stack differs from what is deployed. The words are contract. */
    public enum Change {
        /** It does not exist yet. */
        NEW,
        /** It is to take resources over that exist: a deployment would make others. */
        NOT_IMPORTED,
        /** A deployment changes it, as {@link StackChanges} says. */
        CHANGED,
        /** A deployment changes nothing of it: it was deployed from the same template, whatever it is called there. */
        SAME,
        /** CloudFormation is working on it. */
        IN_PROGRESS,
        /** Its Region could not be read. */
        NOT_READ,
        /** Its last deployment failed, so what exists of it is unknown. */
        FAILED;

        @Override
        public String toString() {
            return Words.of(this);
        }
    }

    /**
     * A planned stack that cannot be deployed, or not without a look at it.
     *
     * @param name its name
     * @param region where it is
     * @param why its status, and what to do about it
     * @param commands to paste before a deployment; none if the deployment itself is enough
     */
    public record Obstacle(String name, Region region, String why, List<String> commands) {}

    /**
     * A deployed stack that no file asks for.
     *
     * @param name its name
     * @param region where it is
     */
    public record LeftBehind(String name, Region region) {}

    /** Whether a deployment would change anything. */
    public boolean hasChanges() {
        return stacks.values().stream().anyMatch(change -> change != Change.SAME);
    }

    /** Whether a deployment would result in exactly what is planned, as far as could be read. */
    public boolean isFine() {
        return leftBehind.isEmpty()
                && !stacks.containsValue(Change.FAILED)
                && !stacks.containsValue(Change.NOT_IMPORTED);
    }
}
