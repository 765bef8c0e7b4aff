package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.RegionalAddresses;
import com.elementarydata.privatelink.net.Region;
import java.util.Optional;
import java.util.stream.Stream;

/** Every zone of an endpoint has addresses in the ledger. */
final class ZonesAllocated implements FleetRule {

    @Override
    public Stream<Problem> check(Fleet fleet) {
        return fleet.connections().flatMap(owned -> check(fleet, owned.connection()));
    }

    private static Stream<Problem> check(Fleet fleet, Connection connection) {
        Region region = connection.endpointRegion(fleet.network().production());
        Optional<RegionalAddresses> addresses =
                Optional.ofNullable(fleet.ledger().regions().get(region));
        return connection.availabilityZoneIds().stream()
                .filter(zone -> zone.value().isIn(region))
                .filter(zone -> addresses
                        .filter(allocated -> allocated.subnets().containsKey(zone.value()))
                        .isEmpty())
                .map(zone -> new Problem(
                        zone.at(),
                        ProblemCode.PL303,
                        "the zone \"%s\" has no addresses in %s"
                                .formatted(zone, fleet.ledger().file()),
                        "run bin/privatelink allocate, and commit what it writes"));
    }
}
