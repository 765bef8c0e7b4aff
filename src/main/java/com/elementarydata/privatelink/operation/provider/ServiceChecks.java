package com.elementarydata.privatelink.operation.provider;

import static com.elementarydata.privatelink.model.Party.ELEMENTARY;

import com.elementarydata.privatelink.command.AwsCommands;
import com.elementarydata.privatelink.judge.ConnectionState;
import com.elementarydata.privatelink.judge.EndpointJudgement;
import com.elementarydata.privatelink.judge.ServiceOwner;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.net.Elementary;
import com.elementarydata.privatelink.observed.ProviderFacts;
import java.util.List;
import java.util.stream.Collectors;

/** Who may use an endpoint service. */
final class ServiceChecks {

    private static final String ELEMENTARYS = AwsCommands.principal(Elementary.ACCOUNT_ID);

    private ServiceChecks() {}

    static Finding service(ProviderFacts facts) {
        return facts.state().equalsIgnoreCase("Available")
                ? ProviderCheck.ENDPOINT_SERVICE.passed(facts.serviceName())
                : ProviderCheck.ENDPOINT_SERVICE.failed(
                        "%s is %s".formatted(facts.serviceName(), facts.state()), "wait until it is Available");
    }

    static Finding acceptance(ProviderFacts facts) {
        return facts.acceptanceRequired()
                ? ProviderCheck.ACCEPTANCE.passed("required")
                : ProviderCheck.ACCEPTANCE.warning(
                        "not required: an allowed principal is connected at once", "require acceptance");
    }

    static Finding principals(ProviderFacts facts) {
        List<String> principals = facts.allowedPrincipals();
        if (principals.contains("*")) {
            return ProviderCheck.PRINCIPALS.failed(
                    "every AWS account is an allowed principal", "allow only " + ELEMENTARYS);
        }
        if (principals.stream().noneMatch(arn -> arn.contains("::" + Elementary.ACCOUNT_ID + ":"))) {
            return ProviderCheck.PRINCIPALS.failed(
                    "Elementary's account is not an allowed principal", "allow " + ELEMENTARYS);
        }
        return ProviderCheck.PRINCIPALS.passed(String.join(", ", principals));
    }

    static Finding connections(ProviderFacts facts) {
        List<ProviderFacts.Connection> ours = facts.connections().stream()
                .filter(connection -> connection.owner().equals(Elementary.ACCOUNT_ID))
                .toList();
        if (ours.isEmpty()) {
            return ProviderCheck.CONNECTIONS.unknown(
                    "Elementary has not connected yet", "send the handoff document to Elementary");
        }
        String states = ours.stream()
                .map(connection -> "%s %s".formatted(connection.endpointId(), connection.state()))
                .collect(Collectors.joining(", "));
        List<ProviderFacts.Connection> waiting = in(ConnectionState.PENDING_ACCEPTANCE, ours);
        if (!waiting.isEmpty()) {
            return ProviderCheck.CONNECTIONS.warning(states, "accept it").typing(accept(facts, waiting));
        }
        if (!in(ConnectionState.AVAILABLE, ours).isEmpty()) {
            return ProviderCheck.CONNECTIONS.passed(states);
        }
        List<ProviderFacts.Connection> rejected = in(ConnectionState.REJECTED, ours);
        return rejected.isEmpty()
                ? lost(facts, states, ours.get(0))
                : ProviderCheck.CONNECTIONS
                        .failed(states, "accept it after all; " + EndpointJudgement.WHERE_REFUSED)
                        .typing(accept(facts, rejected));
    }

    private static List<ProviderFacts.Connection> in(
            ConnectionState state, List<ProviderFacts.Connection> connections) {
        return connections.stream()
                .filter(connection -> ConnectionState.ofEndpoint(connection.state()) == state)
                .toList();
    }

    private static Finding lost(ProviderFacts facts, String states, ProviderFacts.Connection connection) {
        EndpointJudgement judgement = judge(facts, connection);
        return ProviderCheck.CONNECTIONS.failed(
                states,
                judgement.party(),
                judgement.party() == ELEMENTARY ? "ask Elementary to connect again" : judgement.remedy());
    }

    private static List<String> accept(ProviderFacts facts, List<ProviderFacts.Connection> connections) {
        return connections.stream()
                .flatMap(connection -> judge(facts, connection).commands().stream())
                .toList();
    }

    private static EndpointJudgement judge(ProviderFacts facts, ProviderFacts.Connection connection) {
        return EndpointJudgement.of(
                connection.endpointId(), connection.state(), facts.serviceName(), ServiceOwner.CUSTOMER);
    }
}
