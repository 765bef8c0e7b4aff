package com.elementarydata.privatelink.aws;

/** AWS did not accept an endpoint: in its state, no one can. */
public final class NotAcceptedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotAcceptedException(String endpointId, String serviceId, String why) {
        super("AWS did not accept %s of %s: %s".formatted(endpointId, serviceId, why));
    }
}
