package com.elementarydata.privatelink.operation.deployment;

import com.elementarydata.privatelink.model.Words;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Map;

/**
 * A plan, compared with what is already deployed.
 *
 * @param stacks how each planned stack differs, in the order of deployment
 * @param leftBehind deployed stacks that no file asks for
 */
public record LivePlan(Map<String, Change> stacks, List<LeftBehind> leftBehind) {

    /** How a planned stack differs from what is deployed. The words are contract. */
    public enum Change {
        /** It does not exist yet. */
        NEW,
        /** It was deployed from another template. */
        CHANGED,
        /** It was deployed from the same template. */
        SAME,
        /** CloudFormation is working on it. */
        IN_PROGRESS,
        /** Its last deployment failed, so what exists of it is unknown. */
        FAILED;

        @Override
        public String toString() {
            return Words.of(this);
        }
    }

    /**
     * A deployed stack that no file asks for.
     *
     * @param name its name
     * @param region where it is
     */
    public record LeftBehind(String name, Region region) {}

    /** Whether a deployment would result in exactly what is planned. */
    public boolean isFine() {
        return leftBehind.isEmpty() && !stacks.containsValue(Change.FAILED);
    }
}
