package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.fleet.QuotaUsage.Share;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Limits;
import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fleet stays within the quotas of its account: beyond them a deployment would fail halfway. */
final class WithinQuotas implements FleetRule {

    @Override
    public Stream<Problem> check(Fleet fleet) {
        return Stream.of(endpoints(fleet), hostedZones(fleet), peering(fleet), securityGroups(fleet))
                .flatMap(Function.identity())
                .flatMap(QuotaUsage::judge);
    }

    private static Stream<QuotaUsage> endpoints(Fleet fleet) {
        Map<Region, List<Share>> byRegion = fleet.connections()
                .map(CustomerConnection::connection)
                .collect(Collectors.groupingBy(
                        connection -> connection.endpointRegion(fleet.network().production()),
                        TreeMap::new,
                        Collectors.mapping(
                                connection -> new Share(connection.id().at(), 1), Collectors.toList())));
        return byRegion.entrySet().stream()
                .flatMap(region -> inNetwork(
                                fleet,
                                "interface endpoints in the regional VPC of " + region.getKey(),
                                0,
                                fleet.network().limits().endpointsPerVpc(),
                                "endpointsPerVpc")
                        .sharedBy(region.getValue()));
    }

    private static Stream<QuotaUsage> hostedZones(Fleet fleet) {
        List<Share> shares = fleet.customers().stream()
                .flatMap(customer -> customer.connections().stream()
                        .filter(Connection::isActive)
                        .limit(1)
                        .map(first -> new Share(
                                first.id().at(), zones(customer.connections()).size())))
                .toList();
        return inNetwork(
                        fleet,
                        "hosted zones",
                        0,
                        fleet.network().limits().hostedZonesPerAccount(),
                        "hostedZonesPerAccount")
                .sharedBy(shares);
    }

    private static Stream<QuotaUsage> peering(Fleet fleet) {
        Limits limits = fleet.network().limits();
        int regions = fleet.ledger().regions().size();
        return Stream.of(
                inNetwork(
                        fleet,
                        "peering connections of the production VPC",
                        regions,
                        limits.peeringConnectionsPerVpc(),
                        "peeringConnectionsPerVpc"),
                inNetwork(
                        fleet,
                        "routes to regional VPCs in a production route table",
                        regions,
                        limits.routesPerRouteTable(),
                        "routesPerRouteTable"));
    }

    private static QuotaUsage inNetwork(Fleet fleet, String of, long used, int limit, String key) {
        return new QuotaUsage(Position.ofFile(fleet.network().file()), of, used, limit, key);
    }

    /** The hosted zones of the active connections. */
    static List<Hostname> zones(List<Connection> connections) {
        return Hostname.zonesOf(connections.stream()
                .filter(Connection::isActive)
                .flatMap(connection -> connection.address().hostnames().stream())
                .map(hostname -> hostname.value())
                .toList());
    }

    private static Stream<QuotaUsage> securityGroups(Fleet fleet) {
        int clients = fleet.network().production().clientCidrs().size();
        return fleet.connections()
                .map(owned -> new QuotaUsage(
                        owned.connection().id().at(),
                        "inbound rules of the security group of "
                                + owned.connection().id(),
                        (long) clients * owned.connection().address().ports().size(),
                        fleet.network().limits().rulesPerSecurityGroup(),
                        "rulesPerSecurityGroup"));
    }
}
