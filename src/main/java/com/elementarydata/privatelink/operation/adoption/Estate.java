package com.elementarydata.privatelink.operation.adoption;

import com.elementarydata.privatelink.config.CustomerMapping;
import com.elementarydata.privatelink.observed.EstateFacts;
import com.elementarydata.privatelink.observed.EstateFacts.FoundEndpoint;
import com.elementarydata.privatelink.observed.EstateFacts.FoundPeering;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What runs around a production VPC: who is connected to it by which names.
 *
 * @param facts what was read
 * @param names all names that lead to endpoints, or did
 * @param connections the endpoints with the names of one customer each, sorted by customer
 */
public record Estate(EstateFacts facts, List<EstateName> names, List<EstateConnection> connections) {

    /**
     * Finds out who is connected.
     *
     * @param facts what was read
     * @param mapping whose is what, as far as a person said
     */
    public static Estate of(EstateFacts facts, CustomerMapping mapping) {
        List<EstateName> names = new EstateNames(facts).all();
        EstateOwners owners = new EstateOwners(mapping, facts);
        List<EstateConnection> connections = new ArrayList<>();
        facts.regions()
                .forEach((region, reading) -> reading.value().stream()
                        .flatMap(found -> found.endpoints().stream())
                        .flatMap(found -> of(region, found, names, owners))
                        .forEach(connections::add));
        connections.sort(Comparator.comparing(EstateConnection::customer)
                .thenComparing(EstateConnection::region)
                .thenComparing(connection -> connection.found().endpoint().id()));
        return new Estate(facts, names, List.copyOf(connections));
    }

    private static Stream<EstateConnection> of(
            String region, FoundEndpoint found, List<EstateName> names, EstateOwners owners) {
        List<EstateName> own = names.stream()
                .filter(name -> name.answers()
                        && name.endpointIds().contains(found.endpoint().id()))
                .toList();
        if (own.isEmpty()) {
            EstateOwners.Owner owner = owners.of(found);
            return Stream.of(new EstateConnection(owner.customer(), owner.told(), region, found, List.of()));
        }
        Map<EstateOwners.Owner, List<EstateName>> byOwner = own.stream()
                .collect(Collectors.groupingBy(
                        name -> owners.of(found, name),
                        () -> new TreeMap<>(Comparator.comparing(EstateOwners.Owner::customer)
                                .thenComparing(EstateOwners.Owner::told)),
                        Collectors.toList()));
        return byOwner.entrySet().stream()
                .map(entry -> new EstateConnection(
                        entry.getKey().customer(), entry.getKey().told(), region, found, entry.getValue()));
    }

    /** The names that lead to endpoints that do not exist. */
    public List<EstateName> leadingNowhere() {
        return names.stream().filter(name -> !name.nowhere().isEmpty()).toList();
    }

    /** The names that have a record in a zone that does not answer for them. */
    public List<EstateName> hidden() {
        return names.stream().filter(name -> !name.answers()).toList();
    }

    /** The endpoints that no name leads to. */
    public List<EstateConnection> unnamed() {
        return connections.stream()
                .filter(connection -> connection.names().isEmpty())
                .toList();
    }

    /** The hosted zones, by name and id, with names of several customers, and these. */
    public SortedMap<String, List<String>> sharedZones() {
        SortedMap<String, SortedSet<String>> customers = new TreeMap<>();
        connections.forEach(connection -> connection
                .names()
                .forEach(name -> customers
                        .computeIfAbsent(
                                "%s (%s)"
                                        .formatted(
                                                name.zone().name(), name.zone().id()),
                                zone -> new TreeSet<>())
                        .add(connection.customer())));
        SortedMap<String, List<String>> shared = new TreeMap<>();
        customers.forEach((zone, owners) -> {
            if (owners.size() > 1) {
                shared.put(zone, List.copyOf(owners));
            }
        });
        return shared;
    }

    /** The peering connection between production and a VPC. */
    public Optional<FoundPeering> peeringOf(String vpcId) {
        return facts.found()
                .flatMap(region -> region.peerings().stream())
                .filter(peering -> peering.peerVpcId().equals(vpcId))
                .min(Comparator.comparing(
                                (FoundPeering peering) -> !peering.status().equals("active"))
                        .thenComparing(FoundPeering::id));
    }

    /** What could not be read, a line each. */
    public List<String> notRead() {
        return facts.notRead();
    }
}
