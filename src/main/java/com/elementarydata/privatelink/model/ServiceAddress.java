package com.elementarydata.privatelink.model;

import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.Port;
import java.util.List;
import java.util.Optional;

/**
 * Where an integration's service is reached: what each integration derives from its own keys.
 *
 * @param serviceName the endpoint service
 * @param hostnames the names that clients connect to, sorted
 * @param ports the TCP ports, sorted
 * @param account the account that clients name when they log in, if they have to: Snowflake's account
 *     identifier
 */
public record ServiceAddress(
        Located<EndpointServiceName> serviceName,
        List<Located<Hostname>> hostnames,
        List<Port> ports,
        Optional<String> account) {

    /** For services whose clients name no account. */
    public ServiceAddress(
            Located<EndpointServiceName> serviceName, List<Located<Hostname>> hostnames, List<Port> ports) {
        this(serviceName, hostnames, ports, Optional.empty());
    }

    /** Sorts, so that the order in a file never matters. */
    public ServiceAddress {
        hostnames = hostnames.stream()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .toList();
        ports = ports.stream().sorted().toList();
    }

    /** The hostnames, wherever they are written. */
    public List<Hostname> names() {
        return hostnames.stream().map(Located::value).toList();
    }
}
