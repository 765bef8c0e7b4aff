package com.elementarydata.privatelink.operation.adoption;

import com.elementarydata.privatelink.observed.EstateFacts;
import com.elementarydata.privatelink.observed.EstateFacts.FoundEndpoint;
import com.elementarydata.privatelink.observed.EstateFacts.FoundZone;
import com.elementarydata.privatelink.observed.NameFacts.Zone;
import com.elementarydata.privatelink.observed.NameFacts.ZoneRecord;
import com.elementarydata.privatelink.observed.NameLookup;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the hosted zones of a VPC lead names, through any names in between. */
final class EstateNames {

    /** More names in a row are a loop. */
    private static final int MOST_NAMES = 8;

    private static final Pattern OF_ENDPOINT = Pattern.compile("vpce-[0-9a-f]+-.*\\.vpce\\.amazonaws\\.com(\\.cn)?");

    private final List<Zone> zones;
    private final NameLookup lookup;
    /** The endpoints by their names and addresses. */
    private final Map<String, String> endpoints = new HashMap<>();

    EstateNames(EstateFacts facts) {
        zones = facts.zones().value().stream()
                .flatMap(List::stream)
                .map(FoundZone::zone)
                .toList();
        lookup = new NameLookup(zones);
        facts.endpoints().forEach(this::learn);
    }

    private void learn(FoundEndpoint found) {
        Stream.concat(found.endpoint().dnsNames().stream(), found.addresses().stream())
                .forEach(target -> endpoints.put(
                        target.toLowerCase(Locale.ROOT), found.endpoint().id()));
    }

    /** All that lead to endpoints, or did. */
    List<EstateName> all() {
        return zones.stream()
                .flatMap(zone -> zone.records().value().stream()
                        .flatMap(List::stream)
                        .filter(ZoneRecord::isOfAddresses)
                        .map(ZoneRecord::name)
                        .distinct()
                        .map(name -> name(zone, name)))
                .filter(name -> !name.endpointIds().isEmpty() || !name.nowhere().isEmpty())
                .sorted(Comparator.comparing(EstateName::hostname)
                        .thenComparing(name -> name.zone().name()))
                .toList();
    }

    private EstateName name(Zone zone, String hostname) {
        Set<String> reached = new TreeSet<>();
        Set<String> nowhere = new TreeSet<>();
        follow(zone, hostname, MOST_NAMES, reached, nowhere);
        boolean answers =
                lookup.winner(hostname).filter(winner -> winner.equals(zone)).isPresent();
        return new EstateName(hostname, zone, answers, List.copyOf(reached), List.copyOf(nowhere));
    }

    private void follow(Zone zone, String hostname, int left, Set<String> reached, Set<String> nowhere) {
        for (String target : targets(zone, hostname)) {
            Optional<String> endpoint = Optional.ofNullable(endpoints.get(target));
            Optional<Zone> next = lookup.winner(target);
            if (endpoint.isPresent()) {
                reached.add(endpoint.get());
            } else if (next.isPresent() && left > 0) {
                follow(next.get(), target, left - 1, reached, nowhere);
            } else if (OF_ENDPOINT.matcher(target).matches()) {
                nowhere.add(target.replaceAll("\\..*", ""));
            }
        }
    }

    private static List<String> targets(Zone zone, String hostname) {
        return NameLookup.records(zone, hostname).stream()
                .filter(ZoneRecord::isOfAddresses)
                .flatMap(record -> record.targets().stream())
                .toList();
    }
}
