package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.fleet.Plan;
import com.elementarydata.privatelink.fleet.PlannedStack;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.operation.deployment.LivePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A plan for people and for programs: the stacks in their order, and the commands that deploy them.
 *
 * @param plan the stacks
 * @param customers whose they are, beside those that all share
 * @param commands for what was asked for
 */
public record PlanReport(Plan plan, List<Customer> customers, CdkCommands commands) {

    /**
     * The report for people. Its sentences are wrapped, its commands go on after a backslash.
     *
     * @param screen where it is shown
     * @param live what AWS says, where it was asked
     */
    public List<String> lines(Screen screen, Optional<LiveReport> live) {
        List<String> lines =
                new ArrayList<>(plan.stacks().isEmpty() ? Wrapped.words(none(), screen.width()) : table(screen));
        steps(live).all().forEach(step -> {
            lines.add("");
            lines.addAll(Wrapped.words(step.why(), screen.width()));
            if (!step.commands().isEmpty()) {
                lines.add("");
            }
            lines.addAll(Wrapped.commands(step.commands(), "  ", screen.width()));
        });
        live.ifPresent(report -> lines.addAll(report.lines(screen)));
        return lines;
    }

    /** Why there are no stacks. */
    String none() {
        return customers.isEmpty()
                ? "No stack is needed: no file names a customer."
                : "No stack is needed: all that the files name exists already.";
    }

    /** How it is deployed. */
    PlanSteps steps(Optional<LiveReport> live) {
        return new PlanSteps(
                plan,
                customers,
                commands,
                live.flatMap(LiveReport::plan).map(LivePlan::obstacles).orElse(List.of()));
    }

    private List<String> table(Screen screen) {
        return Table.<PlannedStack>of(List.of(
                        Table.column("STACK", PlannedStack::name),
                        Table.column("REGION", stack -> stack.region().code()),
                        Table.listColumn("CONNECTIONS", PlanReport::connections)))
                .lines(plan.stacks(), screen);
    }

    /** The connections of a stack, or that it is for all of them. */
    static List<String> connections(PlannedStack stack) {
        return stack.carried().isEmpty() ? List.of("(of all)") : stack.carried();
    }

    private record Report(
            String account,
            List<Stack> stacks,
            List<String> commands,
            List<String> commandsInTwoPhases,
            List<Prepared> prepared,
            Optional<List<PathReport.Hop>> preconditions,
            Optional<LivePlan> live) {}

    private record Stack(String name, Region region, List<String> dependencies, List<String> connections) {}

    private record Prepared(String file, List<String> connections, List<String> replaced, List<String> commands) {}

    /** The report for programs. */
    public String json(Optional<LiveReport> live) {
        PlanSteps steps = steps(live);
        return JsonDocument.PLAN.of(new Report(
                plan.account().toString(),
                plan.stacks().stream()
                        .map(stack -> new Stack(stack.name(), stack.region(), stack.dependencies(), stack.carried()))
                        .toList(),
                steps.atOnce(),
                steps.inTwoPhases(),
                steps.switchOvers()
                        .map(later ->
                                new Prepared(later.customer().file(), later.prepared(), later.replaced(), later.then()))
                        .toList(),
                live.map(report -> PathReport.Hop.of(report.preconditions())).filter(hops -> !hops.isEmpty()),
                live.flatMap(LiveReport::plan)));
    }
}
