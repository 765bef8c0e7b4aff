package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.ServiceAddress;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Optional;

/** Derives where a service is reached from the keys of its integration. */
interface IntegrationReader {

    /**
     * Reads the integration's own keys.
     *
     * @param connection a connection of the integration
     * @param region the value of its key {@code region}
     * @return where the service is reached; empty if a problem that leaves it unknown was reported
     */
    Optional<ServiceAddress> read(Mapping connection, Optional<Located<Region>> region);

    /** The rule that zones are in a Region, or in either of two that contradict each other, which is already reported. */
    static void requireIn(
            List<Region> regions, List<Located<AvailabilityZoneId>> zones, String why, Problems problems) {
        zones.stream()
                .filter(zone -> regions.stream().noneMatch(zone.value()::isIn))
                .forEach(zone -> problems.report(
                        zone.at(),
                        ProblemCode.PL204,
                        "the zone \"%s\" is not in %s".formatted(zone, regions.get(0)),
                        "%sgive zones that begin with %s-az"
                                .formatted(why, regions.get(0).shortForm())));
    }

    /** The rule that the name of an endpoint service and the Region beside it agree. */
    static void requireIn(Region region, Located<EndpointServiceName> name, Problems problems) {
        if (!name.value().region().equals(region)) {
            problems.report(
                    name.at(),
                    ProblemCode.PL208,
                    "the service \"%s\" is in %s, not in %s"
                            .formatted(name, name.value().region(), region),
                    "give the Region of the service");
        }
    }
}
