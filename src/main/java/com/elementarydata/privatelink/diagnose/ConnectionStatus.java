package com.elementarydata.privatelink.diagnose;

import com.elementarydata.privatelink.diagnose.StatusFinding.Code;
import com.elementarydata.privatelink.integration.Acceptance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What state a connection is in, and whose turn it is.
 *
 * @param facts what that follows from
 * @param state where it is on its way
 * @param dns whether its names lead anywhere
 * @param findings what is wrong beside its state
 */
public record ConnectionStatus(
        ConnectionFacts facts, ConnectionState state, DnsDeployment dns, List<StatusFinding> findings) {

    /** Judges a connection. */
    public static ConnectionStatus of(ConnectionFacts facts) {
        DnsDeployment dns = DnsDeployment.of(facts);
        return new ConnectionStatus(facts, state(facts, dns), dns, findings(facts));
    }

    private static ConnectionState state(ConnectionFacts facts, DnsDeployment dns) {
        if (facts.stacks().endpoints().isInProgress() || facts.stacks().dns().isInProgress()) {
            return ConnectionState.IN_PROGRESS;
        }
        if (facts.endpointId().isEmpty()) {
            return facts.stacks().endpoints().isFailed() ? ConnectionState.STACK_FAILED : ConnectionState.NOT_DEPLOYED;
        }
        return facts.endpoint().map(endpoint -> state(facts, dns, endpoint)).orElse(ConnectionState.ENDPOINT_MISSING);
    }

    private static ConnectionState state(ConnectionFacts facts, DnsDeployment dns, DeployedEndpoint endpoint) {
        ConnectionState state = ofEndpoint(endpoint);
        if (state != ConnectionState.AVAILABLE) {
            return state;
        }
        if (new StaleIds(facts, endpoint).isChangedInFile()) {
            return ConnectionState.CHANGED;
        }
        return switch (dns) {
            case ACTIVE -> ConnectionState.AVAILABLE;
            case NOT_DEPLOYED -> ConnectionState.NAMES_NOT_DEPLOYED;
            case PREPARED -> ConnectionState.PREPARED;
            case LEFT_BEHIND -> ConnectionState.NAMES_LEFT_BEHIND;
        };
    }

    private static ConnectionState ofEndpoint(DeployedEndpoint endpoint) {
        return Stream.of(
                        ConnectionState.AVAILABLE,
                        ConnectionState.PENDING,
                        ConnectionState.REJECTED,
                        ConnectionState.EXPIRED,
                        ConnectionState.FAILED,
                        ConnectionState.DELETING)
                .filter(state -> endpoint.is(state.toString()))
                .findFirst()
                .orElseGet(() -> {
                    if (endpoint.is("pendingAcceptance")) {
                        return ConnectionState.PENDING_ACCEPTANCE;
                    }
                    return endpoint.is("deleted") ? ConnectionState.ENDPOINT_MISSING : ConnectionState.UNKNOWN;
                });
    }

    private static List<StatusFinding> findings(ConnectionFacts facts) {
        Stream<StatusFinding> failed =
                facts.stacks().all().stream().filter(ExpectedStack::isFailed).map(ConnectionStatus::failed);
        Stream<StatusFinding> stale =
                facts.endpoint().stream().flatMap(endpoint -> new StaleIds(facts, endpoint).findings());
        return Stream.concat(failed, stale).toList();
    }

    private static StatusFinding failed(ExpectedStack stack) {
        DeployedStack deployed = stack.deployed().orElseThrow();
        return new StatusFinding(
                Code.STACK_FAILED,
                "%s is %s%s"
                        .formatted(
                                stack.name(),
                                deployed.status(),
                                deployed.reason().map(": %s"::formatted).orElse("")),
                "its events say why; go on as docs/operations.md says");
    }

    /** Whether something is wrong that waiting never mends. */
    public boolean isBroken() {
        return state.isBroken() || !findings.isEmpty();
    }

    /** Whether the endpoint is accepted and up. */
    public boolean isAvailable() {
        return facts.endpoint().filter(endpoint -> endpoint.is("available")).isPresent();
    }

    /** Who has to do something. */
    public Party turn() {
        if (!findings.isEmpty()) {
            return Party.ELEMENTARY;
        }
        return switch (state) {
            case IN_PROGRESS, PENDING, UNKNOWN -> Party.AWS;
            case PENDING_ACCEPTANCE -> isWaitingForVendor() ? Party.VENDOR : Party.CUSTOMER;
            case AVAILABLE -> Party.NOBODY;
            default -> Party.ELEMENTARY;
        };
    }

    /** A workspace's owner registers the endpoint, and Databricks then accepts by itself. */
    private boolean isWaitingForVendor() {
        return facts.connection().integration().acceptance() == Acceptance.VENDOR_SUPPORT;
    }

    /** Whether the service's owner has accepted, as far as the endpoint's state says. */
    public String acceptance() {
        return switch (state) {
            case PENDING_ACCEPTANCE -> "waiting";
            case REJECTED -> "rejected";
            case EXPIRED -> "expired";
            default ->
                facts.endpoint()
                                .filter(endpoint -> endpoint.is("available") || endpoint.is("pending"))
                                .isPresent()
                        ? "accepted"
                        : "unknown";
        };
    }

    /** When the endpoint was asked for, or else when its stack last changed: AWS does not say since when a state is. */
    public Optional<Instant> since() {
        return facts.endpoint()
                .map(DeployedEndpoint::created)
                .or(() -> facts.stacks().endpoints().deployed().map(DeployedStack::changed));
    }
}
