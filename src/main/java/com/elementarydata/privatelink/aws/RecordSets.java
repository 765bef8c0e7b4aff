package com.elementarydata.privatelink.aws;

import static com.elementarydata.privatelink.observed.DomainNames.base;
import static com.elementarydata.privatelink.observed.DomainNames.covers;

import com.elementarydata.privatelink.observed.NameFacts.ZoneRecord;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * The records of a hosted zone. A record may depend on a health check: whether it answers at the moment does not matter, as
 * every branch that may answer is judged.
 */
final class RecordSets {

    private RecordSets() {}

    /** Those at, above and below some names; the zone's own authority is none of them. */
    static List<ZoneRecord> about(Collection<String> names, List<ResourceRecordSet> sets) {
        return sets.stream()
                .filter(set -> !isSilent(set, sets))
                .map(RecordSets::record)
                .filter(record -> !record.type().equals("SOA"))
                .filter(record -> names.stream()
                        .anyMatch(name -> covers(base(record.name()), base(name)) || covers(name, record.name())))
                .toList();
    }

    /** A branch without weight answers only where all others have none either. */
    private static boolean isSilent(ResourceRecordSet set, List<ResourceRecordSet> all) {
        return weight(set) == 0
                && all.stream()
                        .anyMatch(other -> other.name().equals(set.name())
                                && other.typeAsString().equals(set.typeAsString())
                                && weight(other) > 0);
    }

    private static long weight(ResourceRecordSet set) {
        return Optional.ofNullable(set.weight()).orElse(-1L);
    }

    private static ZoneRecord record(ResourceRecordSet set) {
        ZoneRecord named = new ZoneRecord(plain(set.name()), set.typeAsString(), List.of(), Optional.empty());
        return named.isOfAddresses() || named.type().equals("NS")
                ? new ZoneRecord(named.name(), named.type(), targets(set), routing(set))
                : named;
    }

    private static List<String> targets(ResourceRecordSet set) {
        return set.aliasTarget() == null
                ? set.resourceRecords().stream()
                        .map(ResourceRecord::value)
                        .map(RecordSets::plain)
                        .toList()
                : List.of(plain(set.aliasTarget().dnsName()));
    }

    private static Optional<String> routing(ResourceRecordSet set) {
        return Stream.of(
                        policy("weighted", set.weight()),
                        policy("latency", set.region()),
                        policy("failover", set.failover()),
                        policy("geolocation", set.geoLocation()),
                        policy("geoproximity", set.geoProximityLocation()),
                        policy("IP-based", set.cidrRoutingConfig()),
                        policy("multivalue", set.multiValueAnswer()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(policy -> "%s (%s)".formatted(policy, set.setIdentifier()));
    }

    private static Optional<String> policy(String name, Object given) {
        return Optional.ofNullable(given).map(any -> name);
    }

    /** A name as people write it: without the dot at the end, and with its wildcard unescaped. */
    static String plain(String name) {
        String unescaped = name.replace("\\052", "*").toLowerCase(Locale.ROOT);
        return unescaped.length() > 1 && unescaped.endsWith(".")
                ? unescaped.substring(0, unescaped.length() - 1)
                : unescaped;
    }
}
