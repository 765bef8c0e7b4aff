package com.elementarydata.privatelink.diagnose;

import com.elementarydata.privatelink.diagnose.StatusFinding.Code;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether what an endpoint was made from is still what the stacks say: a stack is not told when an output that it has read
 * changes.
 *
 * @param facts the connection
 * @param endpoint its endpoint
 */
record StaleIds(ConnectionFacts facts, DeployedEndpoint endpoint) {

    private static final String MOVE = "move the connection as docs/operations.md says";

    Stream<StatusFinding> findings() {
        return Stream.of(vpc(), subnets(), dnsName()).flatMap(Optional::stream);
    }

    private Optional<StatusFinding> vpc() {
        return facts.vpcId()
                .filter(vpc -> !vpc.equals(endpoint.vpcId()))
                .map(vpc -> new StatusFinding(
                        Code.VPC_STALE,
                        "%s is in \"%s\", but %s says \"%s\""
                                .formatted(endpoint.id(), endpoint.vpcId(), regionalStack(), vpc),
                        MOVE));
    }

    private Optional<StatusFinding> subnets() {
        List<String> unknown = unknownSubnets();
        if (facts.subnetIds().isEmpty() || unknown.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StatusFinding(
                Code.SUBNETS_STALE,
                "%s is in \"%s\", which %s does not name"
                        .formatted(endpoint.id(), String.join("\", \"", unknown), regionalStack()),
                MOVE));
    }

    private List<String> unknownSubnets() {
        return endpoint.subnetIds().stream()
                .filter(subnet -> !facts.subnetIds().containsValue(subnet))
                .toList();
    }

    private Optional<StatusFinding> dnsName() {
        return facts.dnsName()
                .filter(name ->
                        !endpoint.dnsNames().isEmpty() && !endpoint.dnsNames().contains(name))
                .map(name -> new StatusFinding(
                        Code.DNS_NAME_STALE,
                        "%s has the name \"%s\", but %s says \"%s\""
                                .formatted(
                                        endpoint.id(),
                                        endpoint.dnsNames().get(0),
                                        facts.stacks().endpoints().name(),
                                        name),
                        MOVE));
    }

    private String regionalStack() {
        return facts.stacks().regional().name();
    }

    /** Whether the endpoint is of this network, but not as the file says now. */
    boolean isChangedInFile() {
        Set<String> written = facts.connection().availabilityZoneIds().stream()
                .map(zone -> Objects.toString(facts.subnetIds().get(zone.value()), ""))
                .collect(Collectors.toSet());
        boolean otherZones = !facts.subnetIds().isEmpty()
                && unknownSubnets().isEmpty()
                && !written.equals(Set.copyOf(endpoint.subnetIds()));
        return otherZones
                || !endpoint.serviceName()
                        .equals(facts.connection().address().serviceName().toString());
    }
}
