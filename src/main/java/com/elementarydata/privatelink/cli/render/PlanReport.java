package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.fleet.Plan;
import com.elementarydata.privatelink.fleet.PlannedStack;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Printable;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.operation.deployment.LivePlan;
import com.elementarydata.privatelink.operation.deployment.SwitchOver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A plan for people and for programs: the stacks in their order, and the commands that deploy them.
 *
 * @param plan the stacks
 * @param customers whose they are, beside those that all share
 * @param commands for what was asked for
 */
public record PlanReport(Plan plan, List<Customer> customers, CdkCommands commands) {

    /**
     * The report for people.
     *
     * @param width how many characters fit a line
     * @param live what AWS says, where it was asked
     */
    public List<String> lines(int width, Optional<LiveReport> live) {
        List<String> lines = new ArrayList<>();
        if (plan.stacks().isEmpty()) {
            lines.add(
                    customers.isEmpty()
                            ? "No stack is needed: no file names a customer."
                            : "No stack is needed: all that the files name exists already.");
        } else {
            lines.addAll(table(width));
            obstacles(live)
                    .forEach(first -> lines.addAll(paragraph("First: " + Printable.of(first.why()), first.commands())));
            String deploy = "To see what would change, and to deploy it in this order:";
            lines.addAll(paragraph(deploy, ofAll()));
        }
        if (isInTwoPhases()) {
            String phases = "Or the endpoints first, and the names once the providers have accepted:";
            lines.addAll(paragraph(phases, inTwoPhases()));
        }
        SwitchOver.of(customers, commands).forEach(later -> {
            String names = "%s: prepared, so no DNS yet. Once it is accepted, %s; then:"
                    .formatted(String.join(", ", later.prepared()), later.edit());
            lines.addAll(paragraph(names, later.then()));
        });
        live.ifPresent(report -> lines.addAll(report.lines()));
        return lines;
    }

    private static List<LivePlan.Obstacle> obstacles(Optional<LiveReport> live) {
        return live.flatMap(LiveReport::plan).map(LivePlan::obstacles).orElse(List.of());
    }

    private List<String> table(int width) {
        return Table.<PlannedStack>of(List.of(
                        Table.column("STACK", PlannedStack::name),
                        Table.column("REGION", stack -> stack.region().code()),
                        Table.listColumn("CONNECTIONS", PlanReport::connections)))
                .lines(plan.stacks(), width);
    }

    private static List<String> connections(PlannedStack stack) {
        return stack.carried().isEmpty() ? List.of("(of all)") : stack.carried();
    }

    private static List<String> paragraph(String what, List<String> commands) {
        List<String> lines = new ArrayList<>();
        lines.addAll(List.of("", what));
        if (!commands.isEmpty()) {
            lines.add("");
        }
        commands.forEach(command -> lines.add("  " + command));
        return lines;
    }

    private List<String> ofAll() {
        return plan.stacks().isEmpty() ? List.of() : List.of(commands.diff(), commands.deploy());
    }

    /** For all customers at once the commands would name every stack there is. */
    private boolean isInTwoPhases() {
        return !commands.customers().isEmpty()
                && !names(PlannedStack.OfDns.class).isEmpty();
    }

    private List<String> inTwoPhases() {
        return List.of(
                commands.deploy(names(PlannedStack.OfCustomer.class)),
                commands.redeploy(names(PlannedStack.OfDns.class).toArray(String[]::new)));
    }

    private List<String> names(Class<? extends PlannedStack> kind) {
        return plan.stacks().stream()
                .filter(kind::isInstance)
                .map(PlannedStack::name)
                .toList();
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
        List<String> first = obstacles(live).stream()
                .flatMap(obstacle -> obstacle.commands().stream())
                .toList();
        return JsonDocument.PLAN.of(new Report(
                plan.account().toString(),
                plan.stacks().stream()
                        .map(stack -> new Stack(stack.name(), stack.region(), stack.dependencies(), stack.carried()))
                        .toList(),
                after(first, ofAll()),
                isInTwoPhases() ? after(first, inTwoPhases()) : List.of(),
                SwitchOver.of(customers, commands)
                        .map(later ->
                                new Prepared(later.customer().file(), later.prepared(), later.replaced(), later.then()))
                        .toList(),
                live.map(report -> PathReport.Hop.of(report.preconditions())).filter(hops -> !hops.isEmpty()),
                live.flatMap(LiveReport::plan)));
    }

    private static List<String> after(List<String> first, List<String> commands) {
        return Stream.concat(first.stream(), commands.stream()).toList();
    }
}
