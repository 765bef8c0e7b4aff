package com.elementarydata.privatelink.operation.status;

import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.judge.PathStacks;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the connections of a customer have to do with each other's names.
 *
 * @param active the hostnames of all active ones
 * @param endpoints which connection an endpoint is of, by the endpoint's id
 */
public record CustomerNames(List<String> active, SortedMap<String, String> endpoints) {

    private static final Pattern DNS_NAME = Pattern.compile("(vpce-[0-9a-f]+)-[^.]+\\..*");

    /** Those of all connections of a customer. */
    static CustomerNames of(List<PathStacks> connections) {
        SortedMap<String, String> endpoints = new TreeMap<>();
        connections.forEach(one ->
                one.endpointId().ifPresent(id -> endpoints.put(id, one.path().name())));
        return new CustomerNames(
                ExpectedPath.active(connections.stream().map(PathStacks::path).toList(), ExpectedPath::hostnames),
                endpoints);
    }

    /** The connection whose endpoint has a DNS name. */
    Optional<String> connectionOf(String dnsName) {
        Matcher endpoint = DNS_NAME.matcher(dnsName);
        return endpoint.matches() ? Optional.ofNullable(endpoints.get(endpoint.group(1))) : Optional.empty();
    }

    /** Whether any connection that is active has one of some hostnames. */
    boolean hasActive(List<String> hostnames) {
        return hostnames.stream().anyMatch(active::contains);
    }
}
