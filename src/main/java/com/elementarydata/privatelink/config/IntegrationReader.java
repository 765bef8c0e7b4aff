package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.ServiceAddress;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.KnownRegions;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

    /** Reads an AZ ID, of a Region where that is known. */
    static Function<String, AvailabilityZoneId> zone(Optional<Region> expected) {
        return text -> expected.map(region -> AvailabilityZoneId.parse(text, region))
                .orElseGet(() -> AvailabilityZoneId.parse(text));
    }

    /** Whether a service is in a Region that the fleet may use; reported if it is not, and nothing else is wrong with it. */
    static boolean isKnown(Located<EndpointServiceName> service, KnownRegions regions, Problems problems) {
        if (problems.anyAt(service.at())) {
            return true;
        }
        Located<String> region = service.map(name -> name.region().code());
        return problems.parse(region, ProblemCode.PL208, regions::parse).isPresent();
    }

    /** The name of an endpoint service, with which the Region beside it has to agree. */
    static Optional<Located<EndpointServiceName>> serviceName(
            Optional<Located<String>> text, Optional<Located<Region>> region, Problems problems) {
        var name = text.flatMap(given -> problems.parse(given, ProblemCode.PL208, EndpointServiceName::parse));
        if (name.isPresent()
                && region.isPresent()
                && !name.get().value().region().equals(region.get().value())) {
            problems.report(
                    name.get().at(),
                    ProblemCode.PL208,
                    "the service \"%s\" is in %s, not in %s"
                            .formatted(name.get(), name.get().value().region(), region.get()),
                    "give the Region of the service");
        }
        return name;
    }
}
