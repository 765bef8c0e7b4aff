package com.elementarydata.privatelink.judge;

import static com.elementarydata.privatelink.judge.ConnectionState.Kind.BROKEN;
import static com.elementarydata.privatelink.judge.ConnectionState.Kind.DONE;
import static com.elementarydata.privatelink.judge.ConnectionState.Kind.WAITING;

import java.util.Locale;

/** Where a connection is between its file and traffic. The words are contract. */
public enum ConnectionState {
    /** There is no endpoint yet. */
    NOT_DEPLOYED("not-deployed", WAITING),
    /** CloudFormation is working on the customer's stacks. */
    IN_PROGRESS("in-progress", WAITING),
    /** The deployment failed before there was an endpoint. */
    STACK_FAILED("stack-failed", BROKEN),
    /** The stack's endpoint no longer exists. */
    ENDPOINT_MISSING("endpoint-missing", BROKEN),
    /** The service's owner has yet to accept. */
    PENDING_ACCEPTANCE("pending-acceptance", WAITING),
    /** Accepted; AWS sets the endpoint up. */
    PENDING("pending", WAITING),
    /** The service's owner has refused, or cut the connection. */
    REJECTED("rejected", BROKEN),
    /** It was not accepted in time. */
    EXPIRED("expired", BROKEN),
    /** AWS could not set the endpoint up. */
    FAILED("failed", BROKEN),
    /** The endpoint is being deleted. */
    DELETING("deleting", BROKEN),
    /** The endpoint is in a state that is not known here. */
    UNKNOWN("unknown", WAITING),
    /** The endpoint connects to another service, or is in other zones, than the file says. */
    CHANGED("changed", WAITING),
    /** Accepted, and the names should point there, but do not yet. */
    NAMES_NOT_DEPLOYED("names-not-deployed", WAITING),
    /** Accepted, and the names should not point there, but still do. */
    NAMES_LEFT_BEHIND("names-left-behind", BROKEN),
    /** Accepted, and waiting for the names to be switched on. */
    PREPARED("prepared", DONE),
    /** As it is written. */
    AVAILABLE("available", DONE);

    /** Whether a state is final, passes by itself, or has to be fixed. */
    enum Kind {
        DONE,
        WAITING,
        BROKEN
    }

    private final String word;
    private final Kind kind;

    ConnectionState(String word, Kind kind) {
        this.word = word;
        this.kind = kind;
    }

    /** The state of a connection by what EC2 says about its endpoint. */
    public static ConnectionState ofEndpoint(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "available" -> AVAILABLE;
            case "pendingacceptance" -> PENDING_ACCEPTANCE;
            case "pending" -> PENDING;
            case "rejected" -> REJECTED;
            case "expired" -> EXPIRED;
            case "failed" -> FAILED;
            case "deleting" -> DELETING;
            case "deleted" -> ENDPOINT_MISSING;
            default -> UNKNOWN;
        };
    }

    /** Whether waiting alone never helps. */
    public boolean isBroken() {
        return kind == BROKEN;
    }

    @Override
    public String toString() {
        return word;
    }
}
