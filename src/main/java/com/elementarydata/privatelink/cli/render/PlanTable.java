package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.fleet.PlannedStack;
import java.util.List;

/**
 * The stacks of a plan as a table, a row a stack, in the order of their deployment.
 *
 * @param stacks the stacks
 * @param width how many characters fit a line
 */
record PlanTable(List<PlannedStack> stacks, int width) {

    private static final int LONGEST_REGION = 14;
    // the rules between three columns, and the spaces beside them
    private static final int RULES_WIDTH = 10;
    private static final int NARROWEST = 12;
    private static final int PADDING = 2;

    String render() {
        int longest =
                stacks.stream().mapToInt(stack -> stack.name().length()).max().orElse(NARROWEST);
        int left = Math.max(width - RULES_WIDTH - LONGEST_REGION, 2 * NARROWEST);
        int names = Math.min(longest, left - NARROWEST);
        return Table.of(
                stacks,
                List.of(
                        Table.column("STACK", names + PADDING, PlannedStack::name),
                        Table.column(
                                "REGION",
                                LONGEST_REGION + PADDING,
                                stack -> stack.region().code()),
                        Table.column("CONNECTIONS", left - names + PADDING, PlanTable::connections)));
    }

    private static String connections(PlannedStack stack) {
        List<String> carried = stack.carried();
        return carried.isEmpty() ? "(of all)" : String.join("\n", carried);
    }
}
