package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.observed.Reading;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whether the zones that files and the ledger name exist: a regional stack with a subnet in one that does not can never be
 * deployed.
 *
 * @param ledger the AZ IDs that have addresses, by Region
 * @param paths the connections that are deployed
 * @param existing the AZ IDs that the account has, by Region
 */
public record AvailabilityZoneChecks(
        SortedMap<String, List<String>> ledger,
        List<ExpectedPath> paths,
        SortedMap<String, Reading<List<String>>> existing) {

    /** A finding for each Region in which a zone is needed and that was read. */
    public List<Finding> findings() {
        return existing.keySet().stream()
                .filter(region -> !needed(region).isEmpty())
                .map(region -> Preconditions.seen(PathCheck.AVAILABILITY_ZONES, () -> in(region)))
                .toList();
    }

    private SortedSet<String> needed(String region) {
        SortedSet<String> needed = new TreeSet<>(ledger.getOrDefault(region, List.of()));
        paths.stream()
                .filter(path -> path.endpointRegion().equals(region))
                .forEach(path -> needed.addAll(path.zones()));
        return needed;
    }

    private Finding in(String region) {
        List<String> there = Objects.requireNonNull(existing.get(region)).get();
        if (there.isEmpty()) {
            return PathCheck.AVAILABILITY_ZONES.unknown("AWS names no zone of " + region);
        }
        SortedSet<String> absent = needed(region);
        absent.removeAll(there);
        return absent.isEmpty()
                ? PathCheck.AVAILABILITY_ZONES.passed("%s in %s".formatted(String.join(", ", needed(region)), region))
                : PathCheck.AVAILABILITY_ZONES.failed(
                        "%s %s not exist in %s, which has %s"
                                .formatted(
                                        String.join(", ", absent),
                                        absent.size() == 1 ? "does" : "do",
                                        region,
                                        String.join(", ", there)),
                        remedy(absent));
    }

    /** Nothing can have been deployed in a zone that does not exist, so its addresses are free again. */
    private String remedy(Collection<String> absent) {
        SortedSet<String> places = new TreeSet<>();
        paths.stream()
                .filter(path -> path.zones().stream().anyMatch(absent::contains))
                .forEach(path -> places.add(path.file()));
        if (ledger.values().stream().flatMap(List::stream).anyMatch(absent::contains)) {
            places.add("the ledger, to what it was before the zone was allocated");
        }
        return "correct " + String.join(", and ", places);
    }
}
