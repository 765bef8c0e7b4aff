package com.elementarydata.privatelink.operation.deployment;

import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.aws.EnabledRegions;
import com.elementarydata.privatelink.aws.Stacks;
import com.elementarydata.privatelink.command.PrivatelinkCommands;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.Plan;
import com.elementarydata.privatelink.fleet.PlannedStack;
import com.elementarydata.privatelink.fleet.StackNames;
import com.elementarydata.privatelink.judge.ExpectedStack;
import com.elementarydata.privatelink.judge.StackJudgement;
import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.DeployedStack;
import com.elementarydata.privatelink.observed.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares a plan with what is deployed.
 *
 * @param access with the fleet's credentials
 * @param fleet as it is written
 * @param stacks compares each
 * @param profile whose credentials printed commands use, unless the environment says
 */
public record LiveComparison(AwsAccess access, Fleet fleet, StackComparison stacks, Optional<String> profile) {

    private static final Check STACK = new Check("stack", "stack");

    /**
     * Compares the stacks of a plan, and looks for others.
     *
     * @param plan the stacks
     * @param customers whose they are
     * @param all whether all customers were asked for, so that any other stack of a customer's is left behind. Somebody's
     *     whose file is wrong is no customer of the fleet, and not left behind either
     */
    public LivePlan with(Plan plan, List<Customer> customers, boolean all) throws InterruptedException {
        SortedSet<Region> regions = new TreeSet<>(fleet.ledger().regions().keySet());
        plan.stacks().forEach(stack -> regions.add(stack.region()));
        regions.add(fleet.network().production().region());
        SortedMap<Region, Reading<SortedMap<String, DeployedStack>>> deployed =
                new EnabledRegions(regions, new TreeSet<>()).read(this::deployed);
        SortedMap<String, StackComparison.Compared> compared = compared(plan, deployed);
        Map<String, LivePlan.Change> inOrder = new LinkedHashMap<>();
        Map<String, StackChanges> changes = new LinkedHashMap<>();
        plan.stacks().forEach(stack -> {
            StackComparison.Compared one = Objects.requireNonNull(compared.get(stack.name()));
            inOrder.put(stack.name(), one.change());
            one.changes().ifPresent(some -> changes.put(stack.name(), some));
        });
        return new LivePlan(
                inOrder,
                changes,
                obstacles(plan, deployed, inOrder),
                leftBehind(deployed, customers, all),
                EnabledRegions.notRead(deployed));
    }

    private SortedMap<String, StackComparison.Compared> compared(
            Plan plan, SortedMap<Region, Reading<SortedMap<String, DeployedStack>>> deployed)
            throws InterruptedException {
        SortedMap<String, StackComparison.Asked> asked = new TreeMap<>();
        plan.stacks()
                .forEach(stack -> asked.put(stack.name(), new StackComparison.Asked(stack, expected(stack, deployed))));
        return stacks.of(asked);
    }

    private List<LivePlan.Obstacle> obstacles(
            Plan plan,
            SortedMap<Region, Reading<SortedMap<String, DeployedStack>>> deployed,
            Map<String, LivePlan.Change> changes) {
        List<LivePlan.Obstacle> obstacles = new ArrayList<>();
        plan.stacks().stream()
                .flatMap(stack -> expected(stack, deployed).stream())
                .filter(ExpectedStack::isBroken)
                .map(this::obstacle)
                .forEach(obstacles::add);
        plan.stacks().stream()
                .filter(stack -> changes.get(stack.name()) == LivePlan.Change.NOT_IMPORTED)
                .map(LiveComparison::toBeImported)
                .forEach(obstacles::add);
        return obstacles;
    }

    /** A planned stack, whatever its outputs: a deployment adds missing ones. Empty where its Region was not read. */
    private static Optional<ExpectedStack> expected(
            PlannedStack planned, SortedMap<Region, Reading<SortedMap<String, DeployedStack>>> deployed) {
        return Objects.requireNonNull(deployed.get(planned.region()))
                .value()
                .map(stacks -> new ExpectedStack(
                        planned.name(),
                        planned.region().code(),
                        List.of(),
                        Optional.ofNullable(stacks.get(planned.name()))));
    }

    private LivePlan.Obstacle obstacle(ExpectedStack stack) {
        StackJudgement judgement = new StackJudgement(stack);
        Finding finding = judgement.finding(STACK);
        return new LivePlan.Obstacle(
                stack.name(),
                Region.parse(stack.region()),
                "%s; %s".formatted(finding.found(), finding.remedy()),
                judgement.beforeDeployment(profile));
    }

    private static LivePlan.Obstacle toBeImported(PlannedStack stack) {
        String subject = stack instanceof PlannedStack.OfOneCustomer one
                ? one.customer().value()
                : stack.region().code();
        return new LivePlan.Obstacle(
                stack.name(),
                stack.region(),
                "%s is to take over what exists, and a deployment would make that a second time; run what %s prints first"
                        .formatted(stack.name(), PrivatelinkCommands.adopt(subject)),
                List.of());
    }

    private SortedMap<String, DeployedStack> deployed(Region region) {
        return new Stacks(access, region).all();
    }

    private List<LivePlan.LeftBehind> leftBehind(
            SortedMap<Region, Reading<SortedMap<String, DeployedStack>>> deployed,
            List<Customer> customers,
            boolean all) {
        Set<String> planned = Plan.of(fleet.network(), fleet.ledger(), fleet.customers()).stacks().stream()
                .map(PlannedStack::name)
                .collect(Collectors.toSet());
        return deployed.entrySet().stream()
                .flatMap(region -> region.getValue().value().stream()
                        .flatMap(stacks -> stacks.keySet().stream())
                        .filter(name -> StackNames.isOurs(name) && !planned.contains(name))
                        .filter(name ->
                                all || namesOf(customers, region.getKey()).anyMatch(name::equals))
                        .map(name -> new LivePlan.LeftBehind(name, region.getKey())))
                .toList();
    }

    private static Stream<String> namesOf(List<Customer> customers, Region region) {
        return customers.stream()
                .map(customer -> customer.id().value())
                .flatMap(id -> Stream.of(StackNames.customer(id, region), StackNames.dns(id)));
    }
}
