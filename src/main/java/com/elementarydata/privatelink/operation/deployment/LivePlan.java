package com.elementarydata.privatelink.operation.deployment;

import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Map;

/**
 * A plan, compared with what is already deployed.
 *
 * @param stacks how each planned stack differs, in the order of deployment
 * @param leftBehind deployed stacks that no file asks for
 */
public record LivePlan(Map<String, StackChange> stacks, List<LeftBehind> leftBehind) {

    /**
     * A deployed stack that no file asks for.
     *
     * @param name its name
     * @param region where it is
     */
    public record LeftBehind(String name, Region region) {}

    /** Whether a deployment would result in exactly what is planned. */
    public boolean isFine() {
        return leftBehind.isEmpty() && !stacks.containsValue(StackChange.FAILED);
    }
}
