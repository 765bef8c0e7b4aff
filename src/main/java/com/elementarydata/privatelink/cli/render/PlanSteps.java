package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.fleet.Plan;
import com.elementarydata.privatelink.fleet.PlannedStack;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.operation.deployment.LivePlan.Obstacle;
import com.elementarydata.privatelink.operation.deployment.SwitchOver;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a plan is deployed.
 *
 * @param plan the stacks
 * @param customers whose they are, beside those that all share
 * @param commands for what was asked for
 * @param obstacles what comes first
 */
record PlanSteps(Plan plan, List<Customer> customers, CdkCommands commands, List<Obstacle> obstacles) {

    /**
     * A step.
     *
     * @param why a sentence
     * @param commands to paste then, in order; there may be none
     */
    record Step(String why, List<String> commands) {}

    /** All of them, in order. */
    List<Step> all() {
        List<Step> steps = new ArrayList<>();
        if (!plan.stacks().isEmpty()) {
            obstacles.forEach(first -> steps.add(new Step("First: " + first.why(), first.commands())));
            steps.add(new Step("To see what would change, and to deploy it in this order:", deployment()));
        }
        if (isInTwoPhases()) {
            String phases = "Or the endpoints first, and the names once the providers have accepted:";
            steps.add(new Step(phases, endpointsFirst()));
        }
        switchOvers().forEach(later -> {
            String names = "%s: prepared, so no DNS yet. Once it is accepted, %s; then:"
                    .formatted(String.join(", ", later.prepared()), later.edit());
            steps.add(new Step(names, later.then()));
        });
        return steps;
    }

    /** What deploys all of it, after what comes first. */
    List<String> atOnce() {
        return afterObstacles(deployment());
    }

    /** What deploys the endpoints first and the names later; empty where that is not to be told apart. */
    List<String> inTwoPhases() {
        return isInTwoPhases() ? afterObstacles(endpointsFirst()) : List.of();
    }

    /** What is left to do when connections are accepted. */
    Stream<SwitchOver> switchOvers() {
        return SwitchOver.of(customers, commands);
    }

    private List<String> deployment() {
        return plan.stacks().isEmpty() ? List.of() : List.of(commands.diff(), commands.deploy());
    }

    /** For all customers at once the commands would name every stack there is. */
    private boolean isInTwoPhases() {
        return !commands.customers().isEmpty()
                && !names(PlannedStack.OfDns.class).isEmpty();
    }

    private List<String> endpointsFirst() {
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

    private List<String> afterObstacles(List<String> later) {
        return Stream.concat(obstacles.stream().flatMap(first -> first.commands().stream()), later.stream())
                .toList();
    }
}
