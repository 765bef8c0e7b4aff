package com.elementarydata.privatelink.judge;

import com.elementarydata.privatelink.model.Words;
import java.util.Locale;

/** Where a connection is between its file and traffic. The words are contract. */
public enum ConnectionState {
    /** Its Region could not be read. */
    NOT_READ,
    /** There is no endpoint yet. */
    NOT_DEPLOYED,
    /** CloudFormation is working on the customer's stacks. */
    IN_PROGRESS,
    /** The deployment failed before there was an endpoint. */
    STACK_FAILED,
    /** The stack's endpoint no longer exists. */
    ENDPOINT_MISSING,
    /** The service's owner has yet to accept. */
    PENDING_ACCEPTANCE,
    /** Accepted; AWS sets the endpoint up. */
    PENDING,
    /** The service's owner has refused, or cut the connection. */
    REJECTED,
    /** It was not accepted in time. */
    EXPIRED,
    /** AWS could not set the endpoint up. */
    FAILED,
    /** The endpoint is being deleted. */
    DELETING,
    /** The endpoint is in a state that is not known here. */
    UNKNOWN,
    /** The endpoint connects to another service, or is in other zones, than the file says. */
    CHANGED,
    /** Accepted, and the names should point there, but do not yet. */
    NAMES_NOT_DEPLOYED,
    /** Accepted, and the names should lead there, but lead elsewhere. */
    NAMES_ELSEWHERE,
    /** Accepted, and the names lead there until those of the connection that takes over are deployed. */
    NAMES_TO_MOVE,
    /** Accepted, and the names should not lead there, but still do. */
    NAMES_LEFT_BEHIND,
    /** Accepted, and waiting for the names to be switched on. */
    PREPARED,
    /** As it is written. */
    AVAILABLE;

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
        return switch (this) {
            case STACK_FAILED, ENDPOINT_MISSING, REJECTED, EXPIRED, FAILED, DELETING, NAMES_LEFT_BEHIND -> true;
            case NOT_READ, NOT_DEPLOYED, IN_PROGRESS, PENDING_ACCEPTANCE, PENDING, UNKNOWN, CHANGED -> false;
            case NAMES_NOT_DEPLOYED, NAMES_ELSEWHERE, NAMES_TO_MOVE, PREPARED, AVAILABLE -> false;
        };
    }

    @Override
    public String toString() {
        return Words.of(this);
    }
}
