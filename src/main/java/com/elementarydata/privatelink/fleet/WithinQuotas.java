package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Limits;
import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.net.Hostname;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fleet stays within the quotas of its account: past them a deployment would fail half-way. */
final class WithinQuotas implements FleetRule {

    private static final int HEADROOM_PERCENT = 80;

    @Override
    public Stream<Problem> check(Fleet fleet) {
        return Stream.of(shared(fleet), stacks(fleet), securityGroups(fleet))
                .flatMap(Function.identity())
                .flatMap(Usage::judge);
    }

    private record Usage(Position at, String of, long used, int limit, String key) {

        Stream<Problem> judge() {
            if (used > limit) {
                return Stream.of(new Problem(
                        at,
                        ProblemCode.PL311,
                        "%s: %d, past the quota of %d".formatted(of, used, limit),
                        "have AWS raise the quota and say so in limits.%s of network.yaml, or use less"
                                .formatted(key)));
            }
            if (used * 100 >= (long) limit * HEADROOM_PERCENT) {
                return Stream.of(new Problem(
                        at,
                        ProblemCode.PL312,
                        "%s: %d of a quota of %d".formatted(of, used, limit),
                        "have AWS raise the quota before it is used up, and say so in limits.%s of network.yaml"
                                .formatted(key)));
            }
            return Stream.empty();
        }
    }

    private static Stream<Usage> shared(Fleet fleet) {
        Limits limits = fleet.network().limits();
        Position at = Position.ofFile(fleet.network().file());
        int regions = fleet.ledger().regions().size();
        Map<Object, Long> endpoints = fleet.connections()
                .collect(Collectors.groupingBy(
                        owned -> owned.connection()
                                .endpointRegion(fleet.network().production()),
                        TreeMap::new,
                        Collectors.counting()));
        long zones = fleet.customers().stream()
                .mapToLong(customer -> zones(customer.connections()).size())
                .sum();
        Stream<Usage> inVpcs = endpoints.entrySet().stream()
                .map(region -> new Usage(
                        at,
                        "interface endpoints in the regional VPC of " + region.getKey(),
                        region.getValue(),
                        limits.endpointsPerVpc(),
                        "endpointsPerVpc"));
        return Stream.concat(
                inVpcs,
                Stream.of(
                        new Usage(
                                at,
                                "peering connections of the production VPC",
                                regions,
                                limits.peeringConnectionsPerVpc(),
                                "peeringConnectionsPerVpc"),
                        new Usage(
                                at,
                                "routes to regional VPCs in a production route table",
                                regions,
                                limits.routesPerRouteTable(),
                                "routesPerRouteTable"),
                        new Usage(at, "hosted zones", zones, limits.hostedZonesPerAccount(), "hostedZonesPerAccount")));
    }

    private static List<Hostname> zones(List<Connection> connections) {
        return Hostname.zonesOf(connections.stream()
                .filter(Connection::isActive)
                .flatMap(connection -> connection.address().hostnames().stream())
                .map(hostname -> hostname.value())
                .toList());
    }

    private static Stream<Usage> stacks(Fleet fleet) {
        int limit = fleet.network().limits().resourcesPerStack();
        return Plan.of(fleet.network(), fleet.ledger(), fleet.customers()).stacks().stream()
                .map(stack -> new Usage(
                        place(fleet, stack),
                        "resources in " + stack.name(),
                        resources(stack),
                        limit,
                        "resourcesPerStack"));
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
        return zones(active).size() + records;
    }

    private static Stream<Usage> securityGroups(Fleet fleet) {
        int clients = fleet.network().production().clientCidrs().size();
        return fleet.connections()
                .map(owned -> new Usage(
                        owned.connection().id().at(),
                        "inbound rules of the security group of "
                                + owned.connection().id(),
                        (long) clients * owned.connection().address().ports().size(),
                        fleet.network().limits().rulesPerSecurityGroup(),
                        "rulesPerSecurityGroup"));
    }
}
