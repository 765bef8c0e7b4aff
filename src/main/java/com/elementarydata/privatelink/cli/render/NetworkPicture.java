package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Connectivity;
import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.model.RegionalAddresses;
import com.elementarydata.privatelink.net.Region;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The network of a fleet as a tree: production, the regional VPCs peered with it, the endpoints in these. */
public record NetworkPicture(Fleet fleet) {

    public List<String> lines() {
        Production production = fleet.network().production();
        List<String> lines = new ArrayList<>();
        lines.add("production VPC %s in %s, %s".formatted(production.vpcId(), production.region(), production.cidr()));
        lines.add("│ clients %s"
                .formatted(
                        production.clientCidrs().stream().map(Object::toString).collect(Collectors.joining(", "))));
        Iterator<Map.Entry<Region, RegionalAddresses>> regions =
                fleet.ledger().regions().entrySet().iterator();
        while (regions.hasNext()) {
            var region = regions.next();
            boolean last = !regions.hasNext();
            lines.add("│");
            lines.add("%s peering ── regional VPC in %s, %s"
                    .formatted(
                            last ? "└─" : "├─",
                            region.getKey(),
                            region.getValue().cidr()));
            endpoints(region.getKey()).forEach(line -> lines.add((last ? "   " : "│  ") + line));
        }
        return lines;
    }

    private List<String> endpoints(Region region) {
        List<CustomerConnection> here = fleet.connections()
                .filter(owned -> owned.connection()
                        .endpointRegion(fleet.network().production())
                        .equals(region))
                .toList();
        List<String> lines = new ArrayList<>();
        for (Iterator<CustomerConnection> left = here.iterator(); left.hasNext(); ) {
            CustomerConnection owned = left.next();
            lines.add("%s endpoint %s/%s in %s ── %s"
                    .formatted(
                            left.hasNext() ? "├─" : "└─",
                            owned.customer().id(),
                            owned.connection().id(),
                            zones(owned.connection()),
                            service(owned.connection())));
        }
        return lines;
    }

    private static String zones(Connection connection) {
        return connection.availabilityZoneIds().stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String service(Connection connection) {
        String how = connection.connectivity() == Connectivity.CROSS_REGION
                ? "PrivateLink across Regions ──> %s in %s"
                        .formatted(connection.integration(), connection.serviceRegion())
                : "PrivateLink ──> %s".formatted(connection.integration());
        String ports =
                connection.address().ports().stream().map(Object::toString).collect(Collectors.joining(", "));
        return "%s, TCP %s".formatted(how, ports);
    }
}
