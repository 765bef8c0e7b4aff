package com.elementarydata.privatelink.observed;

import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.observed.NetworkFacts.Route;
import com.elementarydata.privatelink.observed.NetworkFacts.RouteTable;
import com.elementarydata.privatelink.observed.NetworkFacts.Subnet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How a VPC routes: by the subnet's own table or else the main one, and there by the longest prefix. */
public final class Routing {

    private Routing() {}

    public static Optional<RouteTable> tableOf(NetworkFacts network, Subnet subnet) {
        List<RouteTable> tables = network.routeTables().get();
        return tables.stream()
                .filter(table -> table.subnetIds().contains(subnet.id()))
                .findFirst()
                .or(() -> tables.stream()
                        .filter(table -> table.main() && table.vpcId().equals(subnet.vpcId()))
                        .findFirst());
    }

    /** The route that packets to a block take, as long as no narrower one takes some of them. */
    public static Optional<Route> taken(RouteTable table, Cidr destination) {
        return table.routes().stream()
                .filter(route -> Cidr.parse(route.destination()).contains(destination))
                .max(Comparator.<Route>comparingInt(
                                route -> Cidr.parse(route.destination()).prefixLength())
                        // of two for the same block, that of a prefix list counts less
                        .thenComparing(route -> route.prefixListId().isEmpty()));
    }

    /** The routes that take some of the packets to a block. */
    public static List<Route> narrower(RouteTable table, Cidr destination) {
        return table.routes().stream()
                .filter(route -> destination.contains(Cidr.parse(route.destination()))
                        && !Cidr.parse(route.destination()).contains(destination))
                .toList();
    }
}
