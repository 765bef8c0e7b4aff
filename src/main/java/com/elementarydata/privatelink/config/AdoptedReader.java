package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import com.elementarydata.privatelink.model.AdoptedNetwork;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what exists of a Region of the ledger. An adopted one without an id would be made a second time. */
final class AdoptedReader {

    private static final String ADOPTED = "adopted";
    private static final String VPC = "vpcId";
    private static final String PEERING = "peeringConnectionId";
    private static final String SUBNET = "subnetId";
    private static final String ROUTES = "productionRoutes";
    private static final String IMPORTED = "imported";
    private static final String ROUTE_TABLES = "routeTableIds";

    private final Mapping region;
    private final Problems problems;
    private final SortedMap<AvailabilityZoneId, String> subnetIds = new TreeMap<>();
    private final List<Located<AvailabilityZoneId>> withoutId = new ArrayList<>();

    AdoptedReader(Mapping region, Problems problems) {
        this.region = region;
        this.problems = problems;
    }

    boolean isAdopted() {
        return region.isTrue(ADOPTED);
    }

    /** Reads the subnet of a zone. */
    void readSubnet(Located<AvailabilityZoneId> zone, Mapping zones) {
        Optional<Mapping> subnet = zones.mapping(zone.value().value());
        if (!isAdopted()) {
            subnet.ifPresent(present -> refuse(present, SUBNET));
        } else if (subnet.filter(present -> present.get(SUBNET).isPresent()).isEmpty()) {
            withoutId.add(zone);
        } else {
            subnet.flatMap(present -> id(present, SUBNET, "subnet", "a subnet"))
                    .ifPresent(id -> subnetIds.put(zone.value(), id.value()));
        }
    }

    /** What exists, once all subnets are read; empty where it is not adopted, or where an id is missing. */
    Optional<AdoptedNetwork> read() {
        if (!isAdopted()) {
            List.of(VPC, PEERING, ROUTES, IMPORTED, ROUTE_TABLES).forEach(key -> refuse(region, key));
            return Optional.empty();
        }
        Optional<Located<String>> vpc = id(region, VPC, "vpc", "a VPC");
        Optional<Located<String>> peering = id(region, PEERING, "pcx", "a peering connection");
        Position at = region.keyAt(ADOPTED).orElse(region.at());
        List.of(VPC, PEERING).stream()
                .filter(key -> region.get(key).isEmpty())
                .forEach(key -> require(at, key, "the Region"));
        withoutId.forEach(zone -> require(zone.at(), SUBNET, "the subnet in " + zone));
        Optional<List<String>> tables = importedRouteTables();
        return withoutId.isEmpty()
                ? vpc.flatMap(id ->
                        peering.map(of -> new AdoptedNetwork(id, of.value(), subnetIds, region.isTrue(ROUTES), tables)))
                : Optional.empty();
    }

    private Optional<List<String>> importedRouteTables() {
        List<String> tables = problems
                .values(region, ROUTE_TABLES, ProblemCode.PL215, NetworkFile.resourceId("rtb", "a route table"))
                .stream()
                .map(Located::value)
                .toList();
        if (region.isTrue(IMPORTED)) {
            return Optional.of(tables);
        }
        region.keyAt(ROUTE_TABLES)
                .ifPresent(at -> problems.report(
                        at,
                        ProblemCode.PL314,
                        "\"%s\" is only for a Region that is imported".formatted(ROUTE_TABLES),
                        "delete the line; privatelink adopt says how a Region is imported"));
        return Optional.empty();
    }

    private Optional<Located<String>> id(Mapping of, String key, String prefix, String what) {
        return problems.value(of, key, ProblemCode.PL215, NetworkFile.resourceId(prefix, what));
    }

    private void require(Position at, String key, String what) {
        problems.report(
                at,
                ProblemCode.PL314,
                "%s is adopted, but its \"%s\" is missing, so that it would be created a second time"
                        .formatted(what, key),
                "write the id of what exists; for a Region without a VPC, delete \"adopted: true\"");
    }

    private void refuse(Mapping of, String key) {
        of.keyAt(key)
                .ifPresent(at -> problems.report(
                        at,
                        ProblemCode.PL314,
                        "\"%s\" is only for a Region that is adopted".formatted(key),
                        "add \"adopted: true\" where the VPC existed before the fleet, or delete the line"));
    }
}
