package com.elementarydata.privatelink.operation.deployment;

import com.elementarydata.privatelink.net.Region;
import java.util.List;

/**
 * A plan, compared with what is already deployed.
 *
 * @param changes how each planned stack differs, in the order of deployment
 * @param leftBehind deployed stacks that no file asks for
 */
public record LivePlan(List<Change> changes, List<LeftBehind> leftBehind) {

    /**
     * A planned stack.
     *
     * @param name its name
     * @param change how it differs
     */
    public record Change(String name, StackChange change) {}

    /**
     * A deployed stack that no file asks for.
     *
     * @param name its name
     * @param region where it is
     */
    public record LeftBehind(String name, Region region) {}

    /** Whether a deployment would result in exactly what is planned. */
    public boolean isFine() {
        return leftBehind.isEmpty() && changes.stream().noneMatch(one -> one.change() == StackChange.FAILED);
    }
}
