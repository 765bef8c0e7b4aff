package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.command.AwsCommands;
import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.observed.NetworkFacts;
import com.elementarydata.privatelink.observed.NetworkFacts.Peering;
import com.elementarydata.privatelink.observed.NetworkFacts.Route;
import com.elementarydata.privatelink.observed.NetworkFacts.RouteTable;
import com.elementarydata.privatelink.observed.NetworkFacts.Subnet;
import com.elementarydata.privatelink.observed.NotSeenException;
import com.elementarydata.privatelink.observed.Routing;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether routes go through the peering, in one direction. */
final class RouteChecks {

    private final Check check;
    private final String region;
    private final Optional<Peering> peering;
    private final Set<String> wrong = new LinkedHashSet<>();
    private final Set<String> unseen = new LinkedHashSet<>();
    private final Set<String> commands = new LinkedHashSet<>();

    private RouteChecks(Check check, String region, Optional<Peering> peering) {
        this.check = check;
        this.region = region;
        this.peering = peering;
    }

    /** From every client subnet to every subnet of the endpoint. */
    static Finding there(Walk walk) {
        RouteChecks routes =
                new RouteChecks(PathCheck.ROUTES_THERE, walk.network().region(), walk.peering());
        List<Cidr> destinations = walk.endpointSubnets().stream()
                .map(subnet -> Cidr.parse(subnet.cidr()))
                .toList();
        for (Subnet client : walk.clientSubnets()) {
            routes.judge(walk.home(), client, destinations, walk.path().regionalCidr());
        }
        return routes.finding();
    }

    /** From every subnet of the endpoint to every client. */
    static Finding back(Walk walk) {
        RouteChecks routes = new RouteChecks(PathCheck.ROUTES_BACK, walk.path().endpointRegion(), walk.peering());
        for (Subnet subnet : walk.endpointSubnets()) {
            for (Cidr client : walk.clientCidrs()) {
                routes.judge(walk.abroad(), subnet, List.of(client), client.toString());
            }
        }
        return routes.finding();
    }

    private void judge(NetworkFacts network, Subnet from, List<Cidr> destinations, String written) {
        RouteTable table = Routing.tableOf(network, from)
                .orElseThrow(() -> new NotSeenException("no route table of %s was read".formatted(from.id())));
        table.unread().forEach(why -> unseen.add("%s also routes by %s".formatted(table.id(), why)));
        for (Cidr destination : destinations) {
            Optional<Route> taken = Routing.taken(table, destination);
            if (taken.isEmpty() || isWider(taken.get(), written)) {
                wrong.add("%s has no route to %s%s"
                        .formatted(
                                table.id(),
                                written,
                                taken.map(route -> ", so it goes to %s (%s)"
                                                .formatted(route.target(), route.destination()))
                                        .orElse("")));
                commands.add(AwsCommands.in(region).createRoute(table.id(), written, active()));
            } else {
                judge(table, taken.get(), written);
            }
            Routing.narrower(table, destination).forEach(route -> judge(table, route, written));
        }
    }

    /** Others need a wider route: it stays, and the one that was written goes beside it. */
    private boolean isWider(Route route, String written) {
        return Cidr.parse(route.destination()).prefixLength()
                        < Cidr.parse(written).prefixLength()
                && !isOurs(route);
    }

    private boolean isOurs(Route route) {
        return route.active()
                && peering.filter(one -> one.id().equals(route.target())).isPresent();
    }

    private void judge(RouteTable table, Route route, String written) {
        if (isOurs(route)) {
            return;
        }
        boolean own = route.destination().equals(written);
        if (own && route.isToAppliance()) {
            unseen.add("%s routes %s to %s, and whether that forwards them to the peering cannot be seen"
                    .formatted(table.id(), route.destination(), route.target()));
            return;
        }
        wrong.add("%s routes %s%s to %s%s"
                .formatted(
                        table.id(),
                        route.destination(),
                        route.prefixListId().map(" of %s"::formatted).orElse(""),
                        route.target(),
                        route.active() ? own ? "" : ", which is narrower" : ", a blackhole"));
        commands.add(remedy(table.id(), route, own, written));
    }

    private String remedy(String table, Route route, boolean own, String written) {
        AwsCommands aws = AwsCommands.in(region);
        if (route.prefixListId().isPresent()) {
            // one of a block goes before one of a prefix list
            return own
                    ? aws.createRoute(table, written, active())
                    : aws.deleteRoutes(table, route.prefixListId().get());
        }
        return own ? aws.replaceRoute(table, written, active()) : aws.deleteRoute(table, route.destination());
    }

    private String active() {
        return peering.filter(Peering::isActive).map(Peering::id).orElse("<the new peering>");
    }

    private Finding finding() {
        if (!wrong.isEmpty()) {
            return check.failed(
                            String.join("; ", wrong),
                            "restore the stack's routes, as a deployment sees no difference; find out who else"
                                    + " writes these route tables")
                    .typing(List.copyOf(commands));
        }
        return unseen.isEmpty()
                ? check.passed("through %s".formatted(peering.map(Peering::id).orElse("the peering")))
                : check.unknown(String.join("; ", unseen));
    }
}
