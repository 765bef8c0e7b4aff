package com.elementarydata.privatelink.operation.runbook;

import com.elementarydata.privatelink.model.Refusal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is known about a connection's deployment, which may be nothing.
 *
 * @param endpointId the endpoint, as {@code vpce-…}
 * @param state the endpoint's, in EC2's words
 * @param dnsActive whether its hostnames are known to point to the endpoint
 */
public record DeployedConnection(Optional<String> endpointId, Optional<String> state, boolean dnsActive) {

    private static final Pattern ENDPOINT_ID = Pattern.compile("vpce-[0-9a-z]+");

    /** Refuses anything but the id of an endpoint: it becomes a word of commands that customers run. */
    public DeployedConnection {
        endpointId.filter(id -> !ENDPOINT_ID.matcher(id).matches()).ifPresent(id -> {
            throw Refusal.of("\"%s\" is not the id of an endpoint; check what answers in AWS's place".formatted(id));
        });
    }

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
