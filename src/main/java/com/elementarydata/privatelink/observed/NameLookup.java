package com.elementarydata.privatelink.observed;

import static com.elementarydata.privatelink.observed.DomainNames.base;
import static com.elementarydata.privatelink.observed.DomainNames.covers;
import static com.elementarydata.privatelink.observed.DomainNames.isBelow;
import static com.elementarydata.privatelink.observed.DomainNames.isWildcard;

import com.elementarydata.privatelink.observed.NameFacts.ResolverRule;
import com.elementarydata.privatelink.observed.NameFacts.Zone;
import com.elementarydata.privatelink.observed.NameFacts.ZoneRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the resolver of a VPC answers: only the most specific of rules and zones does; a rule goes before a zone
 * of its name.
 *
 * @param zones the hosted zones of the VPC
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html">
 *     Considerations when working with a private hosted zone</a>
 */
public record NameLookup(List<Zone> zones) {

    private static final String WILDCARD = "*.";

    /** The zone that answers for a name, or for what is behind its wildcard: the one with the longest name. */
    public Optional<Zone> winner(String hostname) {
        return zones.stream()
                .filter(zone -> covers(zone.name(), base(hostname)))
                .max(Comparator.comparingInt(zone -> zone.name().length()));
    }

    /** What hides some of a wildcard's names: a zone below it. */
    public Optional<Zone> within(String hostname, List<String> own) {
        return zones.stream()
                .filter(zone ->
                        isWildcard(hostname) && isBelow(zone.name(), base(hostname)) && !own.contains(zone.name()))
                .findFirst();
    }

    /** The rule that takes precedence over a zone for a name. */
    public static Optional<ResolverRule> taker(List<ResolverRule> rules, String hostname, String zone) {
        Optional<ResolverRule> above = rules.stream()
                .filter(rule -> covers(rule.domain(), base(hostname)))
                .max(Comparator.comparingInt(
                        rule -> rule.domain().equals(".") ? 0 : rule.domain().length()))
                .filter(rule -> !rule.domain().equals(".") && rule.domain().length() >= zone.length());
        return above.or(() -> rules.stream()
                        .filter(rule -> isWildcard(hostname) && isBelow(rule.domain(), base(hostname)))
                        .findFirst())
                .filter(rule -> !rule.type().equals("SYSTEM"));
    }

    /**
     * The records that answer for a name in its zone: its own, or else those of the wildcard right above it. What is at or
     * below a name hides a wildcard above, whatever its type.
     */
    public static List<ZoneRecord> records(Zone zone, String hostname) {
        List<ZoneRecord> records = zone.records().get();
        String encloser = hostname;
        while (!exists(records, encloser)) {
            if (encloser.equals(zone.name())) {
                return List.of();
            }
            encloser = encloser.substring(encloser.indexOf('.') + 1);
        }
        String answering = encloser.equals(hostname) ? hostname : WILDCARD + encloser;
        return records.stream()
                .filter(record -> record.name().equals(answering))
                .toList();
    }

    /** A name exists where it has records, and where names below it have some. */
    private static boolean exists(List<ZoneRecord> records, String name) {
        return records.stream().anyMatch(record -> covers(name, record.name()));
    }

    /** The record that delegates a name to other name servers, if one does. */
    public static Optional<ZoneRecord> delegation(Zone zone, String hostname) {
        return zone.records().get().stream()
                .filter(record -> record.type().equals("NS") && isBelow(record.name(), zone.name()))
                .filter(record -> covers(record.name(), base(hostname)))
                .findFirst();
    }
}
