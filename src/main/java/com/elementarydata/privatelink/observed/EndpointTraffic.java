package com.elementarydata.privatelink.observed;

/**
 * What went through an endpoint in the last hour, as far as CloudWatch knows.
 *
 * @param endpointId the endpoint
 * @param measured whether AWS measures it at all, which it does not where PrivateLink crosses Regions
 * @param connections those that were open at a time, or new
 * @param bytes in both directions
 */
public record EndpointTraffic(String endpointId, boolean measured, long connections, long bytes) {

    /** Whether it was used. */
    public boolean flows() {
        return connections > 0 || bytes > 0;
    }
}
