package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.net.Hostname;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hostnames that two connections cannot both have: each is told once for the two, however many there are. */
final class HostnameClashes {

    private HostnameClashes() {}

    /** Two hostnames, and why they cannot both be. */
    private record Clash(OwnedHostname one, OwnedHostname other) {

        Clash reversed() {
            return new Clash(other, one);
        }

        /** What is told once, however many hostnames two connections have in common. */
        List<Object> connections() {
            return List.of(
                    one.customer().file(),
                    one.connection().id(),
                    other.customer().file(),
                    other.connection().id());
        }
    }

    /** A hostname points to one endpoint, so it is in at most one active connection of its customer. */
    static Stream<Problem> activeOnce(Fleet fleet) {
        Map<Hostname, List<OwnedHostname>> byName = OwnedHostname.allOf(fleet)
                .filter(hostname -> hostname.connection().isNamed())
                .collect(Collectors.groupingBy(OwnedHostname::name, LinkedHashMap::new, Collectors.toList()));
        Stream<Clash> clashes = byName.values().stream()
                .flatMap(same -> same.stream()
                        .flatMap(one -> same.stream()
                                .filter(other -> other.isOfSameCustomerAs(one)
                                        && !other.connection()
                                                .id()
                                                .equals(one.connection().id()))
                                .map(other -> new Clash(one, other))));
        return told(
                clashes,
                ProblemCode.PL301,
                HostnameClashes::twice,
                "put several ports of one service on one connection; to move a connection, set"
                        + " \"dns: prepared\" on one of the two");
    }

    private static String twice(Clash clash, int hostnames) {
        String which = hostnames > 1 ? "%d hostnames, such as \"%s\", are" : "the hostname \"%2$s\" is";
        OwnedHostname other = clash.other();
        return "%s also active in the connection \"%s\""
                .formatted(
                        which.formatted(hostnames, clash.one().name()),
                        other.connection().nameOf(other.customer().id().value()));
    }

    /**
     * No customer has a hostname that is equal to, or below, another customer's: its zone answers for all customers, so
     * one would get the other's traffic. Prepared connections count, since activating one must never come as a surprise.
     */
    static Stream<Problem> ofOneCustomer(Fleet fleet) {
        return told(
                betweenCustomers(fleet).flatMap(clash -> Stream.of(clash, clash.reversed())),
                ProblemCode.PL302,
                HostnameClashes::conflict,
                "find out whose it is, and delete it from the other file");
    }

    private static Stream<Clash> betweenCustomers(Fleet fleet) {
        Map<Hostname, List<OwnedHostname>> byName = OwnedHostname.allOf(fleet)
                .sorted(Comparator.comparing(hostname -> hostname.name().isWildcard()))
                .collect(Collectors.groupingBy(
                        hostname -> hostname.name().withoutWildcard(), TreeMap::new, Collectors.toList()));
        Set<Set<Position>> told = new HashSet<>();
        return byName.values().stream()
                .flatMap(List::stream)
                .flatMap(one -> Stream.concat(
                                Stream.of(one.name().withoutWildcard()),
                                one.name().parents())
                        .flatMap(parent -> byName.getOrDefault(parent, List.of()).stream())
                        .filter(other -> !other.isOfSameCustomerAs(one))
                        // a host and the wildcard below it are written once
                        .filter(other -> told.add(Set.of(one.at(), other.at())))
                        .map(other -> new Clash(one, other)));
    }

    private static String conflict(Clash clash, int hostnames) {
        OwnedHostname one = clash.one();
        OwnedHostname other = clash.other();
        return hostnames > 1
                ? "%d hostnames, such as \"%s\", conflict with those of the customer \"%s\" (%s)"
                        .formatted(hostnames, one.name(), other.customer().id(), other.at())
                : "the hostname \"%s\" conflicts with \"%s\" of the customer \"%s\" (%s)"
                        .formatted(one.name(), other.name(), other.customer().id(), other.at());
    }

    /** A problem of each connection with another, at its first hostname that clashes. */
    private static Stream<Problem> told(
            Stream<Clash> clashes, ProblemCode code, BiFunction<Clash, Integer, String> words, String remedy) {
        return clashes
                .collect(Collectors.groupingBy(Clash::connections, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(same -> {
                    Clash first = same.stream()
                            .min(Comparator.comparing(clash -> clash.one().at()))
                            .orElseThrow();
                    Position other = same.stream()
                            .map(clash -> clash.other().at())
                            .min(Comparator.naturalOrder())
                            .orElseThrow();
                    return new Problem(
                            first.one().at(), code, words.apply(first, same.size()), remedy, Optional.of(other));
                });
    }
}
