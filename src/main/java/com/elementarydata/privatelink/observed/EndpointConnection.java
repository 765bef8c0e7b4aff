package com.elementarydata.privatelink.observed;

import com.elementarydata.privatelink.net.AccountId;

/**
 * A connection as the owner of the endpoint service sees it.
 *
 * @param serviceId the endpoint service, as {@code vpce-svc-…}
 * @param endpointId the endpoint that asks, as {@code vpce-…}
 * @param endpointOwner the account of the endpoint
 * @param state EC2's word: {@code pendingAcceptance}, {@code available}, {@code rejected} and so on
 */
public record EndpointConnection(String serviceId, String endpointId, AccountId endpointOwner, String state) {

    /** Whether it is for the service's owner to accept it. */
    public boolean waits() {
        return state.equalsIgnoreCase("pendingAcceptance");
    }

    /** Whether the service's owner has refused it, or cut it. */
    public boolean isRejected() {
        return state.equalsIgnoreCase("rejected");
    }
}
