package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.observed.NameFacts.Zone;
import com.elementarydata.privatelink.observed.NameFacts.ZoneRecord;
import com.elementarydata.privatelink.observed.NameLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where hostnames point to, through every branch of a routing policy and every name on the way. */
final class PointedTo {

    /** More names in a row are a loop. */
    private static final int MOST_NAMES = 8;

    private final NameLookup lookup;
    private final List<String> targets;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> unseen = new ArrayList<>();

    /**
     * Begins with no hostname.
     *
     * @param lookup the zones of the VPC
     * @param targets the endpoint's names and addresses, in lower case
     */
    PointedTo(NameLookup lookup, List<String> targets) {
        this.lookup = lookup;
        this.targets = targets;
    }

    /** What does not point to the endpoint. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** What may point elsewhere, and why that cannot be told. */
    List<String> unseen() {
        return List.copyOf(unseen);
    }

    void judge(String hostname) {
        follow(hostname, hostname, MOST_NAMES);
    }

    private void follow(String hostname, String name, int left) {
        Optional<Zone> zone = lookup.winner(name);
        if (zone.isEmpty()) {
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
            wrong.add("%s has no record in %s".formatted(name, zone.name()));
        }
        records.forEach(record -> follow(hostname, record, left));
    }

    private void follow(String hostname, ZoneRecord record, int left) {
        List<String> elsewhere = new ArrayList<>();
        for (String target : record.targets()) {
            if (lookup.winner(target).isPresent() && !targets.contains(target) && left > 0) {
                follow(hostname, target, left - 1);
            } else if (!targets.contains(target)) {
                elsewhere.add(target);
            }
        }
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
    static String brief(String target) {
        return target.startsWith("vpce-") ? target.replaceAll("\\..*", "") : target;
    }
}
