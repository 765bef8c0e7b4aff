package com.elementarydata.privatelink.operation.status;

import com.elementarydata.privatelink.judge.ConnectionState;
import com.elementarydata.privatelink.judge.EndpointJudgement;
import com.elementarydata.privatelink.judge.ExpectedStack;
import com.elementarydata.privatelink.judge.PathStacks;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Party;
import com.elementarydata.privatelink.model.Verdict;
import com.elementarydata.privatelink.observed.DeployedEndpoint;
import com.elementarydata.privatelink.observed.DeployedStack;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What state a connection is in, and whose turn it is.
 *
 * @param stacks what that follows from
 * @param names what the customer's connections have to do with each other's names
 * @param state how far it is
 * @param dns whether its names resolve
 * @param findings what is wrong besides its state
 */
public record ConnectionStatus(
        PathStacks stacks, CustomerNames names, ConnectionState state, DnsDeployment dns, List<Finding> findings) {

    /** Judges a connection. */
    public static ConnectionStatus of(PathStacks stacks, CustomerNames names) {
        DnsDeployment dns = DnsDeployment.of(stacks);
        return new ConnectionStatus(
                stacks, names, state(stacks, names, dns), dns, new StatusFindings(stacks, names, dns).all());
    }

    /** Of a connection in a Region that was not read, for a reason, only what is elsewhere can be judged. */
    static ConnectionStatus notRead(PathStacks stacks, CustomerNames names, String why) {
        DnsDeployment dns = DnsDeployment.of(stacks);
        Finding notRead = StatusCheck.NOT_READ.unknown(why, StatusFindings.ALLOW);
        List<Finding> findings = Stream.concat(
                        Stream.of(notRead), new StatusFindings(stacks, names, dns).all().stream())
                .toList();
        return new ConnectionStatus(stacks, names, ConnectionState.NOT_READ, dns, findings);
    }

    private static ConnectionState state(PathStacks stacks, CustomerNames names, DnsDeployment dns) {
        if (Stream.of(stacks.endpoints(), stacks.dns())
                .flatMap(Optional::stream)
                .anyMatch(ExpectedStack::isInProgress)) {
            return ConnectionState.IN_PROGRESS;
        }
        if (stacks.endpointId().isEmpty()) {
            return stacks.endpoints().filter(ExpectedStack::isFailed).isPresent()
                    ? ConnectionState.STACK_FAILED
                    : ConnectionState.NOT_DEPLOYED;
        }
        return stacks.endpoint()
                .map(endpoint -> state(stacks, names, dns, endpoint))
                .orElse(ConnectionState.ENDPOINT_MISSING);
    }

    private static ConnectionState state(
            PathStacks stacks, CustomerNames names, DnsDeployment dns, DeployedEndpoint endpoint) {
        ConnectionState state = ConnectionState.ofEndpoint(endpoint.state());
        if (state != ConnectionState.AVAILABLE) {
            return state;
        }
        if (stacks.isChangedInFile(endpoint)) {
            return ConnectionState.CHANGED;
        }
        return switch (dns) {
            case ACTIVE, EXTERNAL -> ConnectionState.AVAILABLE;
            case NOT_DEPLOYED -> ConnectionState.NAMES_NOT_DEPLOYED;
            case PREPARED -> ConnectionState.PREPARED;
            case ELSEWHERE -> ConnectionState.NAMES_ELSEWHERE;
            case LEFT_BEHIND ->
                names.hasActive(stacks.path().hostnames())
                        ? ConnectionState.NAMES_TO_MOVE
                        : ConnectionState.NAMES_LEFT_BEHIND;
        };
    }

    /** Whether something is wrong that waiting never fixes. */
    public boolean isBroken() {
        return state.isBroken() || findings.stream().anyMatch(Finding::isBlamed);
    }

    /** Whether AWS could be asked about all of it. */
    public boolean isRead() {
        return findings.stream().noneMatch(finding -> finding.verdict() == Verdict.UNKNOWN);
    }

    /** Whether the endpoint is accepted and up. */
    public boolean isAvailable() {
        return stacks.endpoint().filter(endpoint -> endpoint.is("available")).isPresent();
    }

    /** What the endpoint's own state asks for. */
    public EndpointJudgement ofEndpoint() {
        return stacks.endpoint()
                .map(endpoint -> EndpointJudgement.of(endpoint, stacks.path()))
                .orElseGet(EndpointJudgement::missing);
    }

    /** Who must act. A warning counts only if nothing else does. */
    public Party turn() {
        if (findings.stream().anyMatch(Finding::isBlamed)) {
            return Party.ELEMENTARY;
        }
        return switch (state) {
            case IN_PROGRESS -> Party.AWS;
            case PENDING_ACCEPTANCE, PENDING, REJECTED, EXPIRED, FAILED, DELETING, ENDPOINT_MISSING, UNKNOWN ->
                ofEndpoint().party();
            case AVAILABLE -> findings.stream().map(Finding::party).findFirst().orElse(Party.NOBODY);
            case NOT_READ,
                    NOT_DEPLOYED,
                    STACK_FAILED,
                    CHANGED,
                    NAMES_NOT_DEPLOYED,
                    NAMES_ELSEWHERE,
                    NAMES_TO_MOVE,
                    NAMES_LEFT_BEHIND,
                    PREPARED -> Party.ELEMENTARY;
        };
    }

    /** What its stacks are in one word: the worst of them. */
    public String deployment() {
        if (state == ConnectionState.NOT_READ) {
            return "not read";
        }
        List<ExpectedStack> all = stacks.all();
        if (all.stream().anyMatch(ExpectedStack::isFailed)) {
            return "failed";
        }
        if (all.stream().anyMatch(ExpectedStack::isInProgress)) {
            return "in progress";
        }
        boolean missing = all.stream()
                .filter(stack -> stacks.path().active()
                        || !stack.name().equals(stacks.path().stacks().dns()))
                .anyMatch(stack -> stack.deployed().isEmpty());
        return missing ? "missing" : "complete";
    }

    /** Whether the service's owner has accepted, as far as the endpoint's state says. */
    public String acceptance() {
        return switch (state) {
            case PENDING_ACCEPTANCE -> "waiting";
            case REJECTED -> "rejected";
            case EXPIRED -> "expired";
            default ->
                stacks.endpoint()
                        .filter(endpoint -> endpoint.is("available") || endpoint.is("pending"))
                        .map(endpoint -> "accepted")
                        .orElse("unknown");
        };
    }

    /** When the endpoint was requested, or else when its stack last changed: AWS does not record when a state began. */
    public Optional<Instant> since() {
        return stacks.endpoint()
                .map(DeployedEndpoint::created)
                .or(() -> stacks.endpoints().flatMap(ExpectedStack::deployed).map(DeployedStack::changed));
    }
}
