package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.fleet.QuotaUsage.Share;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Limits;
import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.Quota;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.Port;
import com.elementarydata.privatelink.net.PortRange;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fleet stays within the quotas of its account and of CloudFormation: beyond them a deployment fails halfway. */
final class QuotaRules {

    private final Fleet fleet;
    private final Limits limits;
    private final Position network;

    private QuotaRules(Fleet fleet) {
        this.fleet = fleet;
        this.limits = fleet.network().limits();
        this.network = Position.ofFile(fleet.network().file());
    }

    static Stream<Problem> check(Fleet fleet) {
        QuotaRules rules = new QuotaRules(fleet);
        return Stream.of(
                        rules.endpoints(),
                        rules.hostedZones(),
                        rules.peering(),
                        rules.securityGroups(),
                        rules.resources())
                .flatMap(usages -> usages)
                .flatMap(QuotaUsage::judge);
    }

    private Stream<QuotaUsage> endpoints() {
        Map<Region, List<Share>> byRegion = fleet.connections()
                .map(CustomerConnection::connection)
                .collect(Collectors.groupingBy(
                        connection -> connection.endpointRegion(fleet.network().production()),
                        TreeMap::new,
                        Collectors.mapping(
                                connection -> new Share(connection.id().at(), 1), Collectors.toList())));
        return byRegion.entrySet().stream().flatMap(region -> {
            String of = "interface endpoints in the regional VPC of " + region.getKey();
            return new QuotaUsage(network, of, 0, Quota.ENDPOINTS_PER_VPC, limits).sharedBy(region.getValue());
        });
    }

    private Stream<QuotaUsage> hostedZones() {
        List<Share> shares = fleet.customers().stream()
                .flatMap(customer -> customer.connections().stream()
                        .filter(Connection::isActive)
                        .limit(1)
                        .map(first -> new Share(
                                first.id().at(), zones(customer.connections()).size())))
                .toList();
        return new QuotaUsage(network, "hosted zones", 0, Quota.HOSTED_ZONES_PER_ACCOUNT, limits).sharedBy(shares);
    }

    private Stream<QuotaUsage> peering() {
        int regions = fleet.ledger().regions().size();
        return Stream.of(
                new QuotaUsage(
                        network,
                        "peering connections of the production VPC",
                        regions,
                        Quota.PEERING_CONNECTIONS_PER_VPC,
                        limits),
                new QuotaUsage(
                        network,
                        "routes to regional VPCs in a production route table",
                        regions,
                        Quota.ROUTES_PER_ROUTE_TABLE,
                        limits));
    }

    private Stream<QuotaUsage> securityGroups() {
        int clients = fleet.network().production().clientCidrs().size();
        return fleet.connections()
                .filter(owned -> owned.connection().endpoint().isEmpty())
                .map(owned -> new QuotaUsage(
                        owned.connection().id().at(),
                        "inbound rules of the security group of " + owned.name(),
                        (long) clients * rules(owned.connection()),
                        Quota.RULES_PER_SECURITY_GROUP,
                        limits));
    }

    /** Adjacent ports are in one rule. */
    private static int rules(Connection connection) {
        return PortRange.merge(
                        connection.address().ports().stream().map(Port::number).toList())
                .size();
    }

    /** No stack has more resources than CloudFormation accepts. */
    private Stream<QuotaUsage> resources() {
        return Plan.of(fleet.network(), fleet.ledger(), fleet.customers()).stacks().stream()
                .map(stack -> new QuotaUsage(
                        stack instanceof PlannedStack.OfOneCustomer customer
                                ? customer.connections().get(0).id().at()
                                : network,
                        "resources in " + stack.name(),
                        resources(stack),
                        Quota.RESOURCES_PER_STACK,
                        limits));
    }

    private static long resources(PlannedStack stack) {
        if (stack instanceof PlannedStack.OfRegion region) {
            int perSubnet = 3 + region.production().clientCidrs().size();
            return 5 + (long) perSubnet * region.addresses().subnets().size();
        }
        if (stack instanceof PlannedStack.OfProduction production) {
            return (long) production.production().routeTableIds().size()
                    * production.regions().size();
        }
        if (stack instanceof PlannedStack.OfCustomer customer) {
            return 2L * customer.connections().size();
        }
        List<Connection> active = ((PlannedStack.OfDns) stack).connections();
        return zones(active).size() + hostnames(active).count();
    }

    /** The hosted zones of the active connections. */
    private static List<Hostname> zones(List<Connection> connections) {
        return Hostname.zonesOf(
                hostnames(connections.stream().filter(Connection::isActive).toList())
                        .toList());
    }

    private static Stream<Hostname> hostnames(List<Connection> connections) {
        return connections.stream().flatMap(connection -> connection.address().names().stream());
    }
}
