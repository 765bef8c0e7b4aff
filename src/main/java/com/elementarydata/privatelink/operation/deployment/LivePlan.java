package com.elementarydata.privatelink.operation.deployment;

import com.elementarydata.privatelink.net.Region;
import java.util.List;

/**
 * What a plan comes to where something is deployed already.
 *
 * @param changes how each planned stack differs, in the order of deployment
 * @param leftBehind stacks that are there, and that no file asks for
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
     * A stack that no file asks for.
     *
     * @param name its name
     * @param region where it is
     */
    public record LeftBehind(String name, Region region) {}

    /** Whether a deployment would lead to what is planned, and to nothing else. */
    public boolean isFine() {
        return leftBehind.isEmpty() && changes.stream().noneMatch(one -> one.change() == StackChange.FAILED);
    }
}
