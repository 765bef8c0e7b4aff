package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Ledger;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Network;
import com.elementarydata.privatelink.model.NextAddresses;
import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.RegionalAddresses;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Region;
import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Addresses for Regions and zones that have none yet: the lowest free {@code /20} of the pool for a Region, the lowest
 * free {@code /23} of that for a zone. What is written already never moves, and what is no longer needed stays.
 *
 * @param ledger the ledger with everything that was allocated
 * @param problems why something could not be
 */
public record Allocation(Ledger ledger, List<Problem> problems) {

    static final int REGION_PREFIX = 20;
    static final int ZONE_PREFIX = 23;

    /** Allocates what the fleet needs. */
    public static Allocation of(Fleet fleet) {
        Ledger before = fleet.ledger();
        Position at = Position.ofFile(before.file());
        SortedMap<Region, RegionalAddresses> regions = new TreeMap<>(before.regions());
        List<Problem> problems = new ArrayList<>();
        fleet.neededZones().forEach((region, zones) -> {
            Optional<RegionalAddresses> present = Optional.ofNullable(regions.get(region))
                    .or(() -> nextRegion(fleet.network(), regions.values())
                            .map(cidr -> new RegionalAddresses(
                                    new Located<>(cidr, at), Optional.empty(), new TreeMap<>(), Optional.empty())));
            present.ifPresentOrElse(
                    addresses -> regions.put(region, withZones(region, addresses, zones, at, problems)),
                    () -> problems.add(exhausted(
                            at,
                            "the pool %s has no /20 left for %s"
                                    .formatted(fleet.network().regionalCidrPool(), region))));
        });
        return new Allocation(remembering(fleet.network(), before.file(), regions), problems);
    }

    /** What was added to a ledger, a line each. */
    public List<String> addedTo(Ledger before) {
        List<String> added = lines(ledger);
        added.removeAll(lines(before));
        return added;
    }

    private static List<String> lines(Ledger ledger) {
        List<String> lines = new ArrayList<>();
        ledger.regions().forEach((region, addresses) -> {
            lines.add("%s %s".formatted(region, addresses.cidr()));
            addresses.subnets().forEach((zone, cidr) -> lines.add("  %s %s".formatted(zone, cidr)));
        });
        return lines;
    }

    private static Ledger remembering(Network network, String file, SortedMap<Region, RegionalAddresses> regions) {
        regions.replaceAll((region, addresses) -> new RegionalAddresses(
                addresses.cidr(),
                addresses.adopted(),
                addresses.subnets(),
                addresses.isAdopted()
                        ? Optional.empty()
                        : Optional.of(
                                new Located<>(next(addresses), addresses.cidr().at()))));
        Ledger allocated = new Ledger(file, regions, Optional.empty());
        return new Ledger(file, regions, Optional.of(new Located<>(next(network, allocated), Position.ofFile(file))));
    }

    /** What the ledger says of the next Region. */
    static NextAddresses next(Network network, Ledger ledger) {
        Map<Region, RegionalAddresses> allocated = Maps.filterValues(ledger.regions(), region -> !region.isAdopted());
        return next(
                Maps.transformValues(allocated, RegionalAddresses::cidr),
                nextRegion(network, ledger.regions().values()));
    }

    /** What the ledger says of a Region's next zone. */
    static NextAddresses next(RegionalAddresses addresses) {
        return next(
                addresses.subnets(),
                nextZone(addresses.cidr(), addresses.subnets().values()));
    }

    private static <K> NextAddresses next(Map<K, Located<Cidr>> allocated, Optional<Cidr> cidr) {
        List<String> after = allocated.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().value()))
                .map(entry -> "%s %s".formatted(entry.getKey(), entry.getValue()))
                .toList();
        return new NextAddresses(after, cidr.map(Cidr::toString).orElse("none"));
    }

    private static Optional<Cidr> nextRegion(Network network, Collection<RegionalAddresses> regions) {
        List<Located<Cidr>> taken = new ArrayList<>(network.reservedCidrs());
        taken.add(network.production().cidr());
        regions.forEach(region -> taken.add(region.cidr()));
        return lowestFree(network.regionalCidrPool().value(), REGION_PREFIX, taken);
    }

    private static Optional<Cidr> nextZone(Located<Cidr> block, Collection<Located<Cidr>> taken) {
        int prefix = taken.stream()
                .mapToInt(zone -> zone.value().prefixLength())
                .max()
                .orElse(Math.max(ZONE_PREFIX, block.value().prefixLength()));
        return lowestFree(block.value(), prefix, taken);
    }

    private static RegionalAddresses withZones(
            Region region,
            RegionalAddresses addresses,
            SortedSet<AvailabilityZoneId> zones,
            Position at,
            List<Problem> problems) {
        // somebody else makes its subnets
        if (addresses.isAdopted()) {
            return addresses;
        }
        SortedMap<AvailabilityZoneId, Located<Cidr>> subnets = new TreeMap<>(addresses.subnets());
        zones.stream()
                .filter(zone -> zone.isIn(region) && !subnets.containsKey(zone))
                .forEach(zone -> nextZone(addresses.cidr(), subnets.values())
                        .ifPresentOrElse(
                                cidr -> subnets.put(zone, new Located<>(cidr, at)),
                                () -> problems.add(exhausted(
                                        at,
                                        "%s of %s has no subnet left for %s"
                                                .formatted(addresses.cidr(), region, zone)))));
        return new RegionalAddresses(addresses.cidr(), addresses.adopted(), subnets, Optional.empty());
    }

    /** By halves, since a block may have more subnets than can be counted through. */
    private static Optional<Cidr> lowestFree(Cidr block, int prefix, Collection<Located<Cidr>> taken) {
        if (prefix < block.prefixLength()
                || taken.stream().anyMatch(other -> other.value().contains(block))) {
            return Optional.empty();
        }
        if (taken.stream().noneMatch(other -> block.overlaps(other.value()))) {
            return block.subnets(prefix).findFirst();
        }
        return block.subnets(block.prefixLength() + 1)
                .flatMap(half -> lowestFree(half, prefix, taken).stream())
                .findFirst();
    }

    private static Problem exhausted(Position at, String what) {
        return new Problem(at, ProblemCode.PL306, what, "give network.yaml a larger regionalCidrPool");
    }
}
