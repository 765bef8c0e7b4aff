package com.elementarydata.privatelink.model;

import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.Port;
import java.util.List;

/**
 * Where an integration's service is reached: what each integration derives from its own keys.
 *
 * @param serviceName the endpoint service
 * @param hostnames the names that clients connect to, sorted
 * @param ports the TCP ports, sorted
 */
public record ServiceAddress(
        Located<EndpointServiceName> serviceName, List<Located<Hostname>> hostnames, List<Port> ports) {

    /** Sorts, so that the order in a file never matters. */
    public ServiceAddress {
        hostnames = hostnames.stream()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .toList();
        ports = ports.stream().sorted().toList();
    }
}
