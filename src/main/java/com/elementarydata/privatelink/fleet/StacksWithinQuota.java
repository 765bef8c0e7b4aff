package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.Problem;
import java.util.List;
import java.util.stream.Stream;

/** No stack has more resources than CloudFormation accepts. */
final class StacksWithinQuota implements FleetRule {

    @Override
    public Stream<Problem> check(Fleet fleet) {
        int limit = fleet.network().limits().resourcesPerStack();
        return Plan.of(fleet.network(), fleet.ledger(), fleet.customers()).stacks().stream()
                .map(stack -> new QuotaUsage(
                        place(fleet, stack),
                        "resources in " + stack.name(),
                        resources(stack),
                        limit,
                        "resourcesPerStack"))
                .flatMap(QuotaUsage::judge);
    }

    private static Position place(Fleet fleet, PlannedStack stack) {
        if (stack instanceof PlannedStack.OfCustomer customer) {
            return customer.connections().get(0).id().at();
        }
        return stack instanceof PlannedStack.OfDns dns
                ? dns.connections().get(0).id().at()
                : Position.ofFile(fleet.network().file());
    }

    private static long resources(PlannedStack stack) {
        if (stack instanceof PlannedStack.OfRegion region) {
            int perSubnet = 3 + region.production().clientCidrs().size();
            return 5 + (long) perSubnet * region.addresses().subnets().size();
        }
        if (stack instanceof PlannedStack.OfProduction production) {
            return (long) production.production().routeTableIds().size()
                    * production.regionalCidrs().size();
        }
        if (stack instanceof PlannedStack.OfCustomer customer) {
            return 2L * customer.connections().size();
        }
        List<Connection> active = ((PlannedStack.OfDns) stack).connections();
        long records = active.stream()
                .mapToLong(connection -> connection.address().hostnames().size())
                .sum();
        return WithinQuotas.zones(active).size() + records;
    }
}
