package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.integration.OfferedNames;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Hostname;
import com.google.common.collect.Sets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which hostnames and services the connections of a fleet may have: a customer's zones answer in a shared VPC. */
final class HostnameRules {

    private HostnameRules() {}

    /**
     * No customer owns a name that others share: a vendor's apex, a name above it, or one below it whose form does not
     * belong to a single customer.
     */
    static Stream<Problem> notShared(Fleet fleet) {
        return OwnedHostname.allOf(fleet)
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
        return OwnedHostname.allOf(fleet)
                .flatMap(hostname -> hostname.beside(
                        domains,
                        ProblemCode.PL308,
                        "the hostname \"%s\" would hide names of the protected domain \"%s\"",
                        "ask for a name that is not at, below or above it"));
    }

    /** A service that a customer hosts belongs to that customer alone; a vendor's, or one that is named as such, serves many. */
    static Stream<Problem> serviceOfOneCustomer(Fleet fleet) {
        Map<EndpointServiceName, List<CustomerConnection>> users = fleet.connections()
                .filter(owned -> fleet.network().isHostedByCustomer(owned.connection()))
                .collect(Collectors.groupingBy(
                        owned -> service(owned).value(), LinkedHashMap::new, Collectors.toList()));
        return users.values().stream()
                .flatMap(same -> same.stream()
                        .flatMap(one -> same.stream()
                                .filter(other -> !other.customer()
                                        .file()
                                        .equals(one.customer().file()))
                                .map(other -> alsoUsed(one, other))));
    }

    private static Problem alsoUsed(CustomerConnection one, CustomerConnection other) {
        return new Problem(
                service(one).at(),
                ProblemCode.PL309,
                "the service \"%s\" is also used by the customer \"%s\" (%s)"
                        .formatted(
                                service(one),
                                other.customer().id(),
                                service(other).at()),
                "find out whose it is; it may have been copied from the other file; a vendor's that serves many"
                        + " customers is named under sharedServices in network.yaml",
                Optional.of(service(other).at()));
    }

    private static Located<EndpointServiceName> service(CustomerConnection owned) {
        return owned.connection().address().serviceName();
    }
}
