package com.elementarydata.privatelink.judge;

import com.elementarydata.privatelink.command.PrivatelinkCommands;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.model.Party;
import com.elementarydata.privatelink.observed.DeployedEndpoint;
import java.util.List;

/**
 * What the state of an endpoint asks for: the one answer of {@code status}, {@code diagnose} and
 * {@code provider check}.
 *
 * @param party who must act
 * @param remedy what to do; empty if nothing is to be done
 * @param commands to paste
 */
public record EndpointJudgement(Party party, String remedy, List<String> commands) {

    public static final String SECOND_CONNECTION =
            "add a second connection in its place, and move to it (docs/operations.md, Moving a connection)";
    /** What follows where AWS does not let a rejected endpoint be accepted. */
    public static final String SECOND_OF_ELEMENTARY = "Elementary adds a second connection";

    public static final String WHERE_REFUSED = "if AWS refuses that, " + SECOND_OF_ELEMENTARY;

    /** An endpoint that EC2 does not know. */
    public static EndpointJudgement missing() {
        return of(Party.ELEMENTARY, SECOND_CONNECTION);
    }

    /** An endpoint of a connection. */
    public static EndpointJudgement of(DeployedEndpoint endpoint, ExpectedPath path) {
        return of(endpoint.id(), endpoint.state(), path.serviceName(), ServiceOwner.of(path));
    }

    /**
     * An endpoint as either side sees it.
     *
     * @param id {@code vpce-…}
     * @param state in EC2's words
     * @param serviceName the endpoint service
     * @param owner who accepts there
     */
    public static EndpointJudgement of(String id, String state, String serviceName, ServiceOwner owner) {
        return switch (ConnectionState.ofEndpoint(state)) {
            case AVAILABLE -> of(Party.NOBODY, "");
            case PENDING_ACCEPTANCE ->
                new EndpointJudgement(owner.acceptor(), waiting(id, owner), accept(id, serviceName, owner));
            case REJECTED ->
                new EndpointJudgement(owner.acceptor(), rejected(id, owner), accept(id, serviceName, owner));
            case PENDING -> of(Party.AWS, "wait until AWS has set the endpoint up");
            case UNKNOWN -> of(Party.AWS, "EC2 says \"%s\"; wait, then check again".formatted(state));
            case EXPIRED -> of(Party.ELEMENTARY, "it was not accepted in time; " + SECOND_CONNECTION);
            case FAILED ->
                of(Party.ELEMENTARY, SECOND_CONNECTION + "; if that fails too, open a case with AWS Support");
            default -> missing();
        };
    }

    private static EndpointJudgement of(Party party, String remedy) {
        return new EndpointJudgement(party, remedy, List.of());
    }

    private static String waiting(String id, ServiceOwner owner) {
        return switch (owner.acceptance()) {
            case CUSTOMER -> "have the customer accept it, with its own credentials";
            case REGISTRATION ->
                "have the customer register %s in its %s account console".formatted(id, owner.vendor());
            case VENDOR_SUPPORT ->
                "ask %s to accept %s; privatelink runbook has the text for the case".formatted(owner.support(), id);
        };
    }

    private static String rejected(String id, ServiceOwner owner) {
        String afterAll = switch (owner.acceptance()) {
            case CUSTOMER -> "ask the customer why, and to accept %s after all, with its own credentials".formatted(id);
            case REGISTRATION ->
                "ask the customer why, and to register %s after all in its %s account console"
                        .formatted(id, owner.vendor());
            case VENDOR_SUPPORT -> "ask %s why, and to accept %s after all".formatted(owner.support(), id);
        };
        return "%s; %s".formatted(afterAll, WHERE_REFUSED);
    }

    private static List<String> accept(String id, String serviceName, ServiceOwner owner) {
        return owner.isCustomer() ? List.of(PrivatelinkCommands.accept(serviceName, id)) : List.of();
    }
}
