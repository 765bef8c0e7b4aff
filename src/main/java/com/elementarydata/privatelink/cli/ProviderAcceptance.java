package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.aws.EndpointServiceConnections;
import com.elementarydata.privatelink.aws.NotAcceptedException;
import com.elementarydata.privatelink.judge.EndpointJudgement;
import com.elementarydata.privatelink.net.Elementary;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.observed.EndpointConnection;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The acceptance of Elementary's connection and no other.
 *
 * @param service the endpoint service
 * @param endpointId the endpoint, where it was named
 * @param afterRejection whether an endpoint that was rejected is accepted without a question
 * @param dryRun whether nothing is accepted, but only shown
 */
record ProviderAcceptance(
        EndpointServiceName service, Optional<String> endpointId, boolean afterRejection, boolean dryRun) {

    private static final Set<String> YES = Set.of("y", "yes");

    /** Accepts what waits, or what was named though it was rejected; returns the exit code. */
    int run(EndpointServiceConnections connections, Questions questions, PrintWriter out, PrintWriter err) {
        List<EndpointConnection> all = connections.of(service.serviceId());
        List<EndpointConnection> waiting =
                all.stream().filter(EndpointConnection::waits).toList();
        List<EndpointConnection> ours = waiting.stream().filter(this::isWanted).toList();
        waiting.stream()
                .filter(connection -> !ours.contains(connection))
                .forEach(connection -> out.println("left alone: " + words(connection)));
        if (ours.size() > 1) {
            ours.forEach(connection -> out.println("waits: " + words(connection)));
            err.println("several of Elementary's connections are pending; name one with --endpoint-id");
            return ExitCode.FINDINGS;
        }
        if (ours.size() == 1) {
            accept(connections, ours.get(0), out);
            return ExitCode.FINE;
        }
        List<EndpointConnection> rejected = all.stream()
                .filter(this::isWanted)
                .filter(EndpointConnection::isRejected)
                .toList();
        if (endpointId.isPresent() && !rejected.isEmpty()) {
            return ExitCode.of(acceptAfterAll(connections, rejected.get(0), questions, out, err));
        }
        rejected.forEach(connection -> out.println("rejected: " + words(connection)));
        return refuseNothing(all, !rejected.isEmpty(), out, err);
    }

    private boolean isWanted(EndpointConnection connection) {
        return connection.endpointOwner().toString().equals(Elementary.ACCOUNT_ID)
                && endpointId.filter(id -> !id.equals(connection.endpointId())).isEmpty();
    }

    private void accept(EndpointServiceConnections connections, EndpointConnection connection, PrintWriter out) {
        out.println((dryRun ? "would accept: " : "accepting: ") + words(connection));
        if (!dryRun) {
            connections.accept(List.of(connection));
        }
    }

    private boolean acceptAfterAll(
            EndpointServiceConnections connections,
            EndpointConnection rejected,
            Questions questions,
            PrintWriter out,
            PrintWriter err) {
        if (!dryRun && !afterRejection && !isMeant(rejected, questions, err)) {
            return false;
        }
        try {
            accept(connections, rejected, out);
            return true;
        } catch (NotAcceptedException refused) {
            err.println("%s; %s".formatted(refused.getMessage(), EndpointJudgement.SECOND_OF_ELEMENTARY));
            return false;
        }
    }

    private static boolean isMeant(EndpointConnection rejected, Questions questions, PrintWriter err) {
        Optional<String> answer =
                questions.ask("%s was rejected; accept it after all? y/N".formatted(rejected.endpointId()), any -> {});
        boolean meant = answer.filter(YES::contains).isPresent();
        if (!meant) {
            err.println(
                    answer.isEmpty()
                            ? "%s was rejected; to accept it after all, add --after-rejection"
                                    .formatted(rejected.endpointId())
                            : "nothing was accepted");
        }
        return meant;
    }

    /** An accepted connection is what was wanted. */
    private int refuseNothing(List<EndpointConnection> all, boolean rejected, PrintWriter out, PrintWriter err) {
        List<EndpointConnection> accepted = all.stream()
                .filter(connection -> isWanted(connection) && connection.state().equalsIgnoreCase("available"))
                .toList();
        accepted.forEach(connection -> out.println("already accepted: " + words(connection)));
        if (accepted.isEmpty()) {
            err.println("no connection of Elementary's account %s%s is pending at %s; %s"
                    .formatted(
                            Elementary.ACCOUNT_ID,
                            endpointId.map(" from "::concat).orElse(""),
                            service,
                            rejected
                                    ? "to accept a rejected one after all, name it with --endpoint-id"
                                    : "ask Elementary whether its endpoint is deployed"));
        }
        return ExitCode.of(!accepted.isEmpty());
    }

    private static String words(EndpointConnection connection) {
        return "%s of account %s, %s"
                .formatted(connection.endpointId(), connection.endpointOwner(), connection.state());
    }
}
