package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.command.ProjectFolder;
import com.elementarydata.privatelink.fleet.Plan;
import com.elementarydata.privatelink.fleet.PlannedStack;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.operation.deployment.SwitchOver;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A plan for people and for programs: the stacks in their order, and the commands that deploy them.
 *
 * @param plan the stacks
 * @param customers whose they are, beside those that all share
 * @param commands for what was asked for
 */
public record PlanReport(Plan plan, List<Customer> customers, CdkCommands commands) {

    /** The report for people. */
    public List<String> lines(int width) {
        List<String> lines = new ArrayList<>();
        lines.add(new PlanTable(plan.stacks(), width).render());
        add(lines, "To see what would change, and to deploy it in this order%s:".formatted(where()), ofAll());
        if (isInTwoPhases()) {
            add(lines, "Or the endpoints first, and the names once the providers have accepted:", inTwoPhases());
        }
        SwitchOver.of(customers, commands).forEach(later -> {
            String prepared = String.join(", ", later.prepared());
            add(
                    lines,
                    "%s: prepared, so no DNS yet. Once it is accepted, %s; then:".formatted(prepared, later.edit()),
                    later.then());
        });
        return lines;
    }

    private static void add(List<String> lines, String what, List<String> commands) {
        lines.addAll(List.of("", what, ""));
        commands.forEach(command -> lines.add("  " + command));
    }

    private static String where() {
        return ProjectFolder.isHere() ? "" : ", in " + ProjectFolder.path().normalize();
    }

    private List<String> ofAll() {
        return List.of(commands.diff(), commands.deploy());
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

    /** The report for programs. */
    public ObjectNode json() {
        ObjectNode report = JsonMapper.shared().createObjectNode();
        report.put("account", plan.account().toString());
        ArrayNode stacks = report.putArray("stacks");
        plan.stacks().forEach(stack -> add(stacks.addObject(), stack));
        addAll(report, "commands", ofAll());
        addAll(report, "commandsInTwoPhases", isInTwoPhases() ? inTwoPhases() : List.of());
        ArrayNode prepared = report.putArray("prepared");
        SwitchOver.of(customers, commands).forEach(later -> add(prepared.addObject(), later));
        return report;
    }

    private static void add(ObjectNode node, PlannedStack stack) {
        node.put("name", stack.name()).put("region", stack.region().code());
        addAll(node, "dependencies", stack.dependencies());
        addAll(node, "connections", stack.carried());
    }

    private static void add(ObjectNode node, SwitchOver later) {
        node.put("file", later.customer().file());
        addAll(node, "connections", later.prepared());
        addAll(node, "replaced", later.replaced());
        addAll(node, "commands", later.then());
    }

    private static void addAll(ObjectNode node, String key, List<String> values) {
        values.forEach(node.putArray(key)::add);
    }
}
