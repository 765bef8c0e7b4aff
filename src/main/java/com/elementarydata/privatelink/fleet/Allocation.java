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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

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
        SortedMap<Region, RegionalAddresses> regions = new TreeMap<>(before.regions());
        List<Problem> problems = new ArrayList<>();
        fleet.neededZones().forEach((region, zones) -> {
            Optional<RegionalAddresses> present = Optional.ofNullable(regions.get(region))
                    .or(() -> nextRegion(fleet.network(), regions.values())
                            .map(cidr -> new RegionalAddresses(
                                    located(cidr, before), false, new TreeMap<>(), Optional.empty())));
            present.ifPresentOrElse(
                    addresses -> regions.put(region, withZones(region, addresses, zones, before, problems)),
                    () -> problems.add(exhausted(
                            before,
                            "the pool %s has no /20 left for %s"
                                    .formatted(fleet.network().regionalCidrPool(), region))));
        });
        return new Allocation(remembering(fleet.network(), before.file(), regions), problems);
    }

    /** What was added to a ledger, a line each. */
    public List<String> addedTo(Ledger before) {
        List<String> added = new ArrayList<>();
        ledger.regions().forEach((region, addresses) -> {
            Optional<RegionalAddresses> known =
                    Optional.ofNullable(before.regions().get(region));
            if (known.isEmpty()) {
                added.add("%s %s".formatted(region, addresses.cidr()));
            }
            addresses.subnets().forEach((zone, cidr) -> {
                if (known.filter(old -> old.subnets().containsKey(zone)).isEmpty()) {
                    added.add("  %s %s".formatted(zone, cidr));
                }
            });
        });
        return added;
    }

    private static Ledger remembering(Network network, String file, SortedMap<Region, RegionalAddresses> regions) {
        regions.replaceAll((region, addresses) -> new RegionalAddresses(
                addresses.cidr(),
                addresses.adopted(),
                addresses.subnets(),
                Optional.of(new Located<>(next(addresses), addresses.cidr().at()))));
        Ledger allocated = new Ledger(file, regions, Optional.empty());
        return new Ledger(file, regions, Optional.of(new Located<>(next(network, allocated), Position.ofFile(file))));
    }

    /** What the ledger says of the next Region. */
    static NextAddresses next(Network network, Ledger ledger) {
        SortedMap<Region, RegionalAddresses> allocated = new TreeMap<>(ledger.regions());
        allocated.values().removeIf(RegionalAddresses::adopted);
        return next(
                byAddress(allocated, RegionalAddresses::cidr),
                nextRegion(network, ledger.regions().values()));
    }

    /** What the ledger says of a Region's next zone. */
    static NextAddresses next(RegionalAddresses addresses) {
        return next(byAddress(addresses.subnets(), Function.identity()), nextZone(addresses));
    }

    private static NextAddresses next(List<String> after, Optional<Cidr> cidr) {
        return new NextAddresses(after, cidr.map(Cidr::toString).orElse("none"));
    }

    private static <K, V> List<String> byAddress(SortedMap<K, V> allocated, Function<V, Located<Cidr>> address) {
        return allocated.entrySet().stream()
                .sorted(Comparator.comparing(
                        entry -> address.apply(entry.getValue()).value()))
                .map(entry -> "%s %s".formatted(entry.getKey(), address.apply(entry.getValue())))
                .toList();
    }

    private static Optional<Cidr> nextRegion(Network network, Collection<RegionalAddresses> regions) {
        List<Cidr> taken = Stream.of(
                        Stream.of(network.production().cidr()),
                        network.reservedCidrs().stream(),
                        regions.stream().map(RegionalAddresses::cidr))
                .flatMap(Function.identity())
                .map(Located::value)
                .toList();
        return lowestFree(network.regionalCidrPool().value(), REGION_PREFIX, taken);
    }

    private static Optional<Cidr> nextZone(RegionalAddresses addresses) {
        Cidr block = addresses.cidr().value();
        List<Cidr> taken =
                addresses.subnets().values().stream().map(Located::value).toList();
        int prefix =
                taken.stream().mapToInt(Cidr::prefixLength).max().orElse(Math.max(ZONE_PREFIX, block.prefixLength()));
        return lowestFree(block, prefix, taken);
    }

    private static RegionalAddresses withZones(
            Region region,
            RegionalAddresses before,
            SortedSet<AvailabilityZoneId> zones,
            Ledger ledger,
            List<Problem> problems) {
        RegionalAddresses addresses = before;
        for (AvailabilityZoneId zone : zones) {
            if (!zone.isIn(region) || addresses.subnets().containsKey(zone)) {
                continue;
            }
            Optional<Cidr> next = nextZone(addresses);
            if (next.isEmpty()) {
                problems.add(
                        exhausted(ledger, "%s of %s has no subnet left for %s".formatted(before.cidr(), region, zone)));
                continue;
            }
            SortedMap<AvailabilityZoneId, Located<Cidr>> subnets = new TreeMap<>(addresses.subnets());
            subnets.put(zone, located(next.get(), ledger));
            addresses = new RegionalAddresses(addresses.cidr(), addresses.adopted(), subnets, Optional.empty());
        }
        return addresses;
    }

    /** By halves, since a block may have more subnets than can be counted through. */
    private static Optional<Cidr> lowestFree(Cidr block, int prefix, List<Cidr> taken) {
        if (prefix < block.prefixLength() || taken.stream().anyMatch(other -> other.contains(block))) {
            return Optional.empty();
        }
        if (taken.stream().noneMatch(block::overlaps)) {
            return block.subnets(prefix).findFirst();
        }
        return block.subnets(block.prefixLength() + 1)
                .flatMap(half -> lowestFree(half, prefix, taken).stream())
                .findFirst();
    }

    private static Located<Cidr> located(Cidr cidr, Ledger ledger) {
        return new Located<>(cidr, Position.ofFile(ledger.file()));
    }

    private static Problem exhausted(Ledger ledger, String what) {
        return new Problem(
                Position.ofFile(ledger.file()), ProblemCode.PL306, what, "give network.yaml a larger regionalCidrPool");
    }
}
