package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import java.util.stream.Stream;

/**
 * No customer has a name at, below or above one that production itself uses: a customer's hostname becomes
 * authoritative in the VPC that serves all customers.
 */
final class HostnameNotProtected implements FleetRule {

    @Override
    public Stream<Problem> check(Fleet fleet) {
        return ConnectionHostname.ofAll(fleet)
                .flatMap(
                        hostname -> fleet.network().protectedDomains().stream()
                                .filter(domain ->
                                        hostname.name().isAtOrBelow(domain) || domain.isAtOrBelow(hostname.name()))
                                .map(
                                        domain -> new Problem(
                                                hostname.at(),
                                                ProblemCode.PL308,
                                                "the hostname \"%s\" would hide names of the protected domain \"%s\""
                                                        .formatted(hostname.name(), domain),
                                                "ask for a name that is not at, below or above one in protectedDomains of network.yaml")));
    }
}
