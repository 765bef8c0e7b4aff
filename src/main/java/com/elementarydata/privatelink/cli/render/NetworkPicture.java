package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Connectivity;
import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.net.Region;
import com.google.common.base.Joiner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The network of a fleet as a tree: production, the regional VPCs peered with it, the endpoints in these. */
public record NetworkPicture(Fleet fleet) {

    private static final Joiner COMMA = Joiner.on(", ");

    /** The tree, for lines of a width. */
    public List<String> lines(int width) {
        Production production = fleet.network().production();
        List<String> lines = new ArrayList<>();
        lines.addAll(Wrapped.words(
                "production VPC %s in %s, %s".formatted(production.vpcId(), production.region(), production.cidr()),
                width));
        lines.addAll(Wrapped.hanging(
                "│ ", "│   ", Wrapped.words("clients %s".formatted(COMMA.join(production.clientCidrs())), width - 4)));
        tree(fleet.ledger().regions().entrySet()).forEach((region, last) -> {
            lines.add("│");
            lines.add("%s peering ── regional VPC in %s, %s"
                    .formatted(branch(last), region.getKey(), region.getValue().cidr()));
            endpoints(region.getKey(), width - 3).forEach(line -> lines.add((last ? "   " : "│  ") + line));
        });
        return lines;
    }

    private List<String> endpoints(Region region, int width) {
        Production production = fleet.network().production();
        List<CustomerConnection> here = fleet.connections()
                .filter(owned -> owned.connection().endpointRegion(production).equals(region))
                .toList();
        List<String> lines = new ArrayList<>();
        tree(here).forEach((owned, last) -> {
            String endpoint = "endpoint %s in %s ── %s"
                    .formatted(
                            owned.name(),
                            COMMA.join(owned.connection().availabilityZoneIds()),
                            service(owned.connection()));
            lines.addAll(
                    Wrapped.hanging(branch(last) + " ", last ? "     " : "│    ", Wrapped.words(endpoint, width - 5)));
        });
        return lines;
    }

    /** Some branches in their order, and whether each is the last. */
    private static <T> Map<T, Boolean> tree(Collection<T> branches) {
        Map<T, Boolean> last = new LinkedHashMap<>();
        branches.forEach(branch -> last.put(branch, last.size() == branches.size() - 1));
        return last;
    }

    private static String branch(boolean last) {
        return last ? "└─" : "├─";
    }

    private static String service(Connection connection) {
        String where = connection.connectivity() == Connectivity.CROSS_REGION
                ? " across Regions ──> %s in %s".formatted(connection.integration(), connection.serviceRegion())
                : " ──> %s".formatted(connection.integration());
        return "PrivateLink%s, TCP %s"
                .formatted(where, COMMA.join(connection.address().ports()));
    }
}
