package com.elementarydata.privatelink.operation.status;

import com.elementarydata.privatelink.judge.ConnectionState;
import com.elementarydata.privatelink.judge.EndpointJudgement;
import com.elementarydata.privatelink.judge.ExpectedStack;
import com.elementarydata.privatelink.judge.PathStacks;
import com.elementarydata.privatelink.judge.StackJudgement;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Party;
import com.elementarydata.privatelink.observed.DeployedEndpoint;
import com.elementarydata.privatelink.observed.DeployedStack;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What state a connection is in, and whose turn it is.
 *
 * @param facts what that follows from
 * @param state how far it is
 * @param dns whether its names resolve
 * @param findings what is wrong besides its state
 */
public record ConnectionStatus(
        ConnectionFacts facts, ConnectionState state, DnsDeployment dns, List<Finding> findings) {

    private static final String MOVE = "move the connection (docs/operations.md, Moving a connection)";

    /** Judges a connection. */
    public static ConnectionStatus of(ConnectionFacts facts) {
        DnsDeployment dns = DnsDeployment.of(facts);
        return new ConnectionStatus(facts, state(facts, dns), dns, findings(facts, dns));
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
        ConnectionState state = ConnectionState.ofEndpoint(endpoint.state());
        if (state != ConnectionState.AVAILABLE) {
            return state;
        }
        if (facts.stacks().isChangedInFile(endpoint)) {
            return ConnectionState.CHANGED;
        }
        return switch (dns) {
            case ACTIVE -> ConnectionState.AVAILABLE;
            case NOT_DEPLOYED -> ConnectionState.NAMES_NOT_DEPLOYED;
            case PREPARED -> ConnectionState.PREPARED;
            case LEFT_BEHIND -> ConnectionState.NAMES_LEFT_BEHIND;
        };
    }

    private static List<Finding> findings(ConnectionFacts facts, DnsDeployment dns) {
        Stream<Finding> failed = facts.stacks().all().stream()
                .filter(ExpectedStack::isFailed)
                .map(stack -> new StackJudgement(stack).finding(StatusCheck.STACK_FAILED));
        Stream<Finding> ofEndpoint = facts.endpoint().stream()
                .flatMap(endpoint -> Stream.concat(missing(facts, dns), stale(facts, endpoint)));
        return Stream.concat(failed, ofEndpoint).toList();
    }

    /** What was deployed in order exists before the endpoint, or before the names' zones. */
    private static Stream<Finding> missing(ConnectionFacts facts, DnsDeployment dns) {
        PathStacks stacks = facts.stacks();
        Stream<ExpectedStack> needed = Stream.of(stacks.regional(), stacks.production(), stacks.dns())
                .filter(stack -> dns == DnsDeployment.ACTIVE || !stack.equals(stacks.dns()));
        return needed.filter(stack -> stack.deployed().isEmpty())
                .map(stack -> new StackJudgement(stack).finding(StatusCheck.STACK_MISSING));
    }

    private static Stream<Finding> stale(ConnectionFacts facts, DeployedEndpoint endpoint) {
        return facts
                .stacks()
                .staleDnsName(endpoint)
                .map(found -> StatusCheck.DNS_NAME_STALE.failed(found, Party.ELEMENTARY, MOVE))
                .stream();
    }

    /** Whether something is wrong that waiting never fixes. */
    public boolean isBroken() {
        return state.isBroken() || findings.stream().anyMatch(Finding::isBlamed);
    }

    /** Whether the endpoint is accepted and up. */
    public boolean isAvailable() {
        return facts.endpoint().filter(endpoint -> endpoint.is("available")).isPresent();
    }

    /** What the endpoint's own state asks for. */
    public EndpointJudgement ofEndpoint() {
        return facts.endpoint()
                .map(endpoint -> EndpointJudgement.of(endpoint, facts.path()))
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
            case NOT_DEPLOYED, STACK_FAILED, CHANGED, NAMES_NOT_DEPLOYED, NAMES_LEFT_BEHIND, PREPARED ->
                Party.ELEMENTARY;
        };
    }

    /** What its stacks are in one word: the worst of them. */
    public String deployment() {
        List<ExpectedStack> all = facts.stacks().all();
        if (all.stream().anyMatch(ExpectedStack::isFailed)) {
            return "failed";
        }
        if (all.stream().anyMatch(ExpectedStack::isInProgress)) {
            return "in progress";
        }
        boolean missing = all.stream()
                .filter(stack ->
                        facts.path().active() || !stack.equals(facts.stacks().dns()))
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
                facts.endpoint()
                        .filter(endpoint -> endpoint.is("available") || endpoint.is("pending"))
                        .map(endpoint -> "accepted")
                        .orElse("unknown");
        };
    }

    /** When the endpoint was requested, or else when its stack last changed: AWS does not record when a state began. */
    public Optional<Instant> since() {
        return facts.endpoint()
                .map(DeployedEndpoint::created)
                .or(() -> facts.stacks().endpoints().deployed().map(DeployedStack::changed));
    }
}
