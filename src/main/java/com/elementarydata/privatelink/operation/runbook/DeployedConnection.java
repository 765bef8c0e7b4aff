package com.elementarydata.privatelink.operation.runbook;

import java.util.Optional;

/**
 * What is known about a connection's deployment, which may be nothing.
 *
 * @param endpointId the endpoint, as {@code vpce-…}
 * @param state the endpoint's, in EC2's words
 * @param dnsActive whether its hostnames are known to point to the endpoint
 */
public record DeployedConnection(Optional<String> endpointId, Optional<String> state, boolean dnsActive) {

    /** Of a connection that is not deployed, or not known to be. */
    public static final DeployedConnection UNKNOWN = new DeployedConnection(Optional.empty(), Optional.empty(), false);

    /** Whether the service's owner has accepted it: it is then, or will soon be, available. */
    boolean isAccepted() {
        return isAvailable() || state.filter("pending"::equalsIgnoreCase).isPresent();
    }

    boolean isAvailable() {
        return state.filter("available"::equalsIgnoreCase).isPresent();
    }
}
