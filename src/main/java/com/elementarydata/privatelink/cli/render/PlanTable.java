package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.fleet.PlannedStack;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
        return AsciiTable.getTable(
                AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS,
                stacks,
                List.of(
                        column("STACK", names, PlannedStack::name),
                        column("REGION", LONGEST_REGION, stack -> stack.region().code()),
                        column("CONNECTIONS", left - names, PlanTable::connections)));
    }

    private static ColumnData<PlannedStack> column(
            String title, int widest, Function<PlannedStack, @Nullable String> value) {
        return new Column()
                .header(title)
                .headerAlign(HorizontalAlign.LEFT)
                .dataAlign(HorizontalAlign.LEFT)
                .maxWidth(widest + PADDING, OverflowBehaviour.NEWLINE)
                .with(value);
    }

    private static String connections(PlannedStack stack) {
        List<String> carried = stack.carried();
        return carried.isEmpty() ? "(of all)" : String.join("\n", carried);
    }
}
