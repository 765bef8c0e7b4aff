package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.net.Hostname;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A hostname points to one endpoint, so it is in at most one active connection of its customer. */
final class HostnameActiveOnce implements FleetRule {

    @Override
    public Stream<Problem> check(Fleet fleet) {
        Map<Hostname, List<ConnectionHostname>> active = ConnectionHostname.ofAll(fleet)
                .filter(hostname -> hostname.connection().isActive())
                .collect(Collectors.groupingBy(ConnectionHostname::name));
        return active.values().stream().flatMap(HostnameActiveOnce::check);
    }

    private static Stream<Problem> check(List<ConnectionHostname> sameName) {
        return sameName.stream()
                .flatMap(one -> sameName.stream()
                        .filter(other -> other.isOfSameCustomerAs(one) && !other.isOfSameConnectionAs(one))
                        .map(other -> new Problem(
                                one.at(),
                                ProblemCode.PL301,
                                "the hostname \"%s\" is also active in the connection \"%s\""
                                        .formatted(
                                                one.name(), other.connection().id()),
                                "put several ports of one service on one connection; to move a connection, set"
                                        + " \"dns: prepared\" on one of the two")));
    }
}
