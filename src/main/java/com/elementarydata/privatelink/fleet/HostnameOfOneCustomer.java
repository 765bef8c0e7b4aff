package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.net.Hostname;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * No customer has a hostname that is equal to, or below, another customer's: its zone answers for all customers, so
 * one would get the other's traffic. Prepared connections count, since activating one must never come as a surprise.
 */
final class HostnameOfOneCustomer implements FleetRule {

    @Override
    public Stream<Problem> check(Fleet fleet) {
        Map<Hostname, List<ConnectionHostname>> byName = new TreeMap<>();
        ConnectionHostname.ofAll(fleet)
                .sorted(Comparator.comparing(hostname -> hostname.name().isWildcard()))
                .forEach(
                        hostname -> byName.computeIfAbsent(hostname.name().withoutWildcard(), name -> new ArrayList<>())
                                .add(hostname));
        Set<List<Position>> told = new HashSet<>();
        return byName.values().stream()
                .flatMap(List::stream)
                .flatMap(one -> parents(one.name())
                        .flatMap(parent -> byName.getOrDefault(parent, List.of()).stream())
                        .filter(other -> !other.isOfSameCustomerAs(one))
                        // a host and the wildcard below it are written once
                        .filter(other ->
                                told.add(List.of(one.at(), other.at())) && told.add(List.of(other.at(), one.at())))
                        .flatMap(other -> Stream.of(clash(one, other), clash(other, one))));
    }

    /** The name itself and every name above it. */
    private static Stream<Hostname> parents(Hostname name) {
        return Stream.concat(Stream.of(name.withoutWildcard()), name.parents());
    }

    private static Problem clash(ConnectionHostname one, ConnectionHostname other) {
        return new Problem(
                one.at(),
                ProblemCode.PL302,
                "the hostname \"%s\" conflicts with \"%s\" of the customer \"%s\" (%s)"
                        .formatted(one.name(), other.name(), other.customer().id(), other.at()),
                "find out whose it is, and delete it from the other file");
    }
}
