package com.elementarydata.privatelink.judge;

import static com.elementarydata.privatelink.judge.ConnectionState.Kind.BROKEN;
import static com.elementarydata.privatelink.judge.ConnectionState.Kind.DONE;
import static com.elementarydata.privatelink.judge.ConnectionState.Kind.WAITING;

import java.util.Locale;

/** Where a connection is on its way from its file to traffic. The words are contract. */
public enum ConnectionState {
    /** There is no endpoint yet. */
    NOT_DEPLOYED("not-deployed", WAITING),
    /** CloudFormation is at work on the customer's stacks. */
    IN_PROGRESS("in-progress", WAITING),
    /** The deployment failed before there was an endpoint. */
    STACK_FAILED("stack-failed", BROKEN),
    /** The stack's endpoint is not there any more. */
    ENDPOINT_MISSING("endpoint-missing", BROKEN),
    /** The service's owner has yet to accept. */
    PENDING_ACCEPTANCE("pending-acceptance", WAITING),
    /** Accepted; AWS sets the endpoint up. */
    PENDING("pending", WAITING),
    /** The service's owner has refused, or cut the connection. */
    REJECTED("rejected", BROKEN),
    /** Nobody accepted in time. */
    EXPIRED("expired", BROKEN),
    /** AWS could not set the endpoint up. */
    FAILED("failed", BROKEN),
    /** Somebody deletes the endpoint. */
    DELETING("deleting", BROKEN),
    /** The endpoint is in a state that is not known here. */
    UNKNOWN("unknown", WAITING),
    /** The endpoint leads to another service, or stands in other zones, than the file says. */
    CHANGED("changed", WAITING),
    /** Accepted, and the names are to lead there, and do not yet. */
    NAMES_NOT_DEPLOYED("names-not-deployed", WAITING),
    /** Accepted, and the names are not to lead there, and still do. */
    NAMES_LEFT_BEHIND("names-left-behind", BROKEN),
    /** Accepted, and waiting for somebody to switch the names on. */
    PREPARED("prepared", DONE),
    /** As it is written. */
    AVAILABLE("available", DONE);

    /** What a state means for whoever waits. */
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

    /** The state of a connection whose endpoint EC2 says this of. */
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
