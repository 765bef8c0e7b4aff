package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.command.AwsCommands;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.observed.NetworkFacts.Peering;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether what stacks once looked up in other Regions still holds: a stack is not told when an output changes. */
final class StackIdChecks {

    /** A route of production that points to another peering than the regional stack's. */
    private record Stale(String table, String target, String peering) {
        @Override
        public String toString() {
            return "%s routes to %s, but the regional stack says %s".formatted(table, target, peering);
        }
    }

    private StackIdChecks() {}

    static Finding ids(Walk walk) {
        Optional<String> zones = walk.endpoint().flatMap(found -> walk.stacks().otherZones(found.endpoint()));
        List<Stale> stale = walk.stacks().peeringId().stream()
                .flatMap(peering -> stale(walk, peering))
                .toList();
        List<Stale> dead =
                stale.stream().filter(route -> !isActive(walk, route.target())).toList();
        Stream<Stale> alive = stale.stream().filter(route -> !dead.contains(route));
        String found = Stream.of(dead.stream(), zones.stream(), alive)
                .flatMap(Function.identity())
                .map(Object::toString)
                .collect(Collectors.joining("; "));
        if (found.isEmpty()) {
            return PathCheck.STACK_IDS.passed("as the regional stack says");
        }
        AwsCommands aws = AwsCommands.in(walk.network().region());
        return dead.isEmpty()
                ? PathCheck.STACK_IDS.warning(found, "it works; deploy if the files are newer")
                : PathCheck.STACK_IDS
                        .failed(found, "write what the regional stack says now, as a deployment would not")
                        .typing(dead.stream()
                                .map(route -> aws.replaceRoute(
                                        route.table(), walk.path().regionalCidr(), route.peering()))
                                .toList());
    }

    private static Stream<Stale> stale(Walk walk, String peering) {
        return walk.home().routeTables().get().stream()
                .filter(table -> walk.network().routeTableIds().contains(table.id()))
                .flatMap(table -> table.routes().stream()
                        .filter(route -> route.destination().equals(walk.path().regionalCidr())
                                && route.target().startsWith("pcx-")
                                && !route.target().equals(peering))
                        .map(route -> new Stale(table.id(), route.target(), peering)));
    }

    private static boolean isActive(Walk walk, String peering) {
        return walk.home().peerings().get().stream()
                .filter(candidate -> candidate.id().equals(peering))
                .findFirst()
                .filter(Peering::isActive)
                .isPresent();
    }
}
