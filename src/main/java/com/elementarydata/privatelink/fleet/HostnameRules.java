package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.integration.OfferedNames;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Hostname;
import com.google.common.collect.Sets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which hostnames and services the connections of a fleet may have: a customer's zones answer in a shared VPC. */
final class HostnameRules {

    private HostnameRules() {}

    /** A hostname of a connection, and its customer. */
    private record Owned(Customer customer, Connection connection, Located<Hostname> hostname) {

        static Stream<Owned> allOf(Fleet fleet) {
            return fleet.connections()
                    .flatMap(owned -> owned.connection().address().hostnames().stream()
                            .map(hostname -> new Owned(owned.customer(), owned.connection(), hostname)));
        }

        Hostname name() {
            return hostname.value();
        }

        Position at() {
            return hostname.at();
        }

        boolean isOfSameCustomerAs(Owned other) {
            return customer.file().equals(other.customer.file());
        }

        /** A problem with each domain that the name is at, below or above. */
        Stream<Problem> beside(Collection<Hostname> domains, ProblemCode code, String what, String remedy) {
            return OfferedNames.hiddenBy(name(), domains)
                    .map(domain -> new Problem(at(), code, what.formatted(name(), domain), remedy));
        }
    }

    /** A hostname points to one endpoint, so it is in at most one active connection of its customer. */
    static Stream<Problem> activeOnce(Fleet fleet) {
        return clashes(
                Owned.allOf(fleet).filter(hostname -> hostname.connection().isNamed()),
                Owned::name,
                (one, other) -> other.isOfSameCustomerAs(one)
                        && !other.connection().id().equals(one.connection().id()),
                (one, other) -> new Problem(
                        one.at(),
                        ProblemCode.PL301,
                        "the hostname \"%s\" is also active in the connection \"%s\""
                                .formatted(one.name(), other.connection().id()),
                        "put several ports of one service on one connection; to move a connection, set"
                                + " \"dns: prepared\" on one of the two"));
    }

    /**
     * No customer has a hostname that is equal to, or below, another customer's: its zone answers for all customers, so
     * one would get the other's traffic. Prepared connections count, since activating one must never come as a surprise.
     */
    static Stream<Problem> ofOneCustomer(Fleet fleet) {
        Map<Hostname, List<Owned>> byName = Owned.allOf(fleet)
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
                        .flatMap(other -> Stream.of(clash(one, other), clash(other, one))));
    }

    private static Problem clash(Owned one, Owned other) {
        return new Problem(
                one.at(),
                ProblemCode.PL302,
                "the hostname \"%s\" conflicts with \"%s\" of the customer \"%s\" (%s)"
                        .formatted(one.name(), other.name(), other.customer().id(), other.at()),
                "find out whose it is, and delete it from the other file");
    }

    /**
     * No customer owns a name that others share: a vendor's apex, a name above it, or one below it whose form does not
     * belong to a single customer.
     */
    static Stream<Problem> notShared(Fleet fleet) {
        return Owned.allOf(fleet)
                .filter(hostname -> !hostname.connection().integration().isOfOneCustomer(hostname.name()))
                .flatMap(hostname -> hostname.beside(
                        OfferedNames.SHARED_DOMAINS,
                        ProblemCode.PL307,
                        "the hostname \"%s\" would hide names of \"%s\" that others share",
                        "give the exact name of this customer's own service"));
    }

    /**
     * No customer has a name at, below or above one that production itself uses, or Elementary's own, which is protected
     * unasked: a customer's hostname becomes authoritative in the VPC that serves all customers.
     */
    static Stream<Problem> notProtected(Fleet fleet) {
        Set<Hostname> domains = Sets.union(
                Set.of(OfferedNames.ELEMENTARYS_DOMAIN),
                Set.copyOf(fleet.network().protectedDomains()));
        return Owned.allOf(fleet)
                .flatMap(hostname -> hostname.beside(
                        domains,
                        ProblemCode.PL308,
                        "the hostname \"%s\" would hide names of the protected domain \"%s\"",
                        "ask for a name that is not at, below or above it"));
    }

    /** A service that a customer hosts belongs to that customer alone; a vendor's, or one that is named as such, serves many. */
    static Stream<Problem> serviceOfOneCustomer(Fleet fleet) {
        return clashes(
                fleet.connections().filter(owned -> fleet.network().isHostedByCustomer(owned.connection())),
                owned -> service(owned).value(),
                (one, other) -> !other.customer().file().equals(one.customer().file()),
                (one, other) -> new Problem(
                        service(one).at(),
                        ProblemCode.PL309,
                        "the service \"%s\" is also used by the customer \"%s\" (%s)"
                                .formatted(
                                        service(one),
                                        other.customer().id(),
                                        service(other).at()),
                        "find out whose it is; it may have been copied from the other file; a vendor's that serves many"
                                + " customers is named under sharedServices in network.yaml"));
    }

    private static Located<EndpointServiceName> service(CustomerConnection owned) {
        return owned.connection().address().serviceName();
    }

    /** A problem of every one that has the same key as another and clashes with it. */
    private static <T, K> Stream<Problem> clashes(
            Stream<T> all, Function<T, K> key, BiPredicate<T, T> clash, BiFunction<T, T, Problem> problem) {
        return all.collect(Collectors.groupingBy(key)).values().stream()
                .flatMap(same -> same.stream()
                        .flatMap(one -> same.stream()
                                .filter(other -> clash.test(one, other))
                                .map(other -> problem.apply(one, other))));
    }
}
