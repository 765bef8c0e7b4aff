package com.elementarydata.privatelink.judge;

import com.elementarydata.privatelink.observed.NameFacts.Zone;
import com.elementarydata.privatelink.observed.NameFacts.ZoneRecord;
import com.elementarydata.privatelink.observed.NameLookup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Where hostnames point to, through every branch of a routing policy and every name on the way. */
public final class PointedTo {

    /** More names in a row are a loop. */
    private static final int MOST_NAMES = 8;

    private final NameLookup lookup;
    private final Predicate<String> isTarget;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> unseen = new ArrayList<>();
    private boolean missing;
    private final SortedSet<String> others = new TreeSet<>();

    /**
     * Begins with no hostname.
     *
     * @param lookup the zones of the VPC
     * @param isTarget whether a name, in lower case, or an address is the endpoint's
     */
    public PointedTo(NameLookup lookup, Predicate<String> isTarget) {
        this.lookup = lookup;
        this.isTarget = isTarget;
    }

    /** What does not point to the endpoint. */
    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** What may point elsewhere, and why that cannot be told. */
    public List<String> unseen() {
        return List.copyOf(unseen);
    }

    /** Whether each name has a record, wherever that leads. */
    public boolean isComplete() {
        return !missing;
    }

    /** The names and addresses in place of the endpoint's. */
    public SortedSet<String> others() {
        return Collections.unmodifiableSortedSet(others);
    }

    /** Follows a hostname. */
    public void judge(String hostname) {
        follow(hostname, hostname, MOST_NAMES);
    }

    private void follow(String hostname, String name, int left) {
        Optional<Zone> zone = lookup.winner(name);
        if (zone.isEmpty()) {
            missing = true;
            wrong.add("%s is in no zone".formatted(hostname));
        } else if (zone.get().records().isRefused()) {
            unseen.add("%s of %s (%s)"
                    .formatted(
                            name,
                            zone.get().name(),
                            zone.get().records().refusal().orElse("")));
        } else if (NameLookup.delegation(zone.get(), name).isPresent()) {
            unseen.add("%s, which %s delegates".formatted(name, zone.get().name()));
        } else {
            follow(hostname, name, zone.get(), left);
        }
    }

    private void follow(String hostname, String name, Zone zone, int left) {
        List<ZoneRecord> records = NameLookup.records(zone, name).stream()
                .filter(ZoneRecord::isOfAddresses)
                .toList();
        // an answer of IPv6 alone is none for clients of IPv4
        if (records.stream().allMatch(record -> record.type().equals("AAAA"))) {
            missing = true;
            wrong.add("%s has no record in %s".formatted(name, zone.name()));
        }
        records.forEach(record -> follow(hostname, record, left));
    }

    private void follow(String hostname, ZoneRecord record, int left) {
        List<String> elsewhere = new ArrayList<>();
        for (String target : record.targets()) {
            if (lookup.winner(target).isPresent() && !isTarget.test(target) && left > 0) {
                follow(hostname, target, left - 1);
            } else if (!isTarget.test(target)) {
                elsewhere.add(target);
            }
        }
        others.addAll(elsewhere);
        if (!elsewhere.isEmpty() || record.targets().isEmpty()) {
            wrong.add("%s%s points to %s"
                    .formatted(
                            hostname,
                            record.routing().map(", %s,"::formatted).orElse(""),
                            elsewhere.isEmpty()
                                    ? "nothing"
                                    : elsewhere.stream().map(PointedTo::brief).collect(Collectors.joining(", "))));
        }
    }

    /** An endpoint's name is long, and its first label says which it is. */
    public static String brief(String target) {
        return target.startsWith("vpce-") ? target.replaceAll("\\..*", "") : target;
    }
}
