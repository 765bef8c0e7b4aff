package com.elementarydata.privatelink.model;

/**
 * An interface endpoint that existed before the fleet. No stack has it: it is used, and never changed.
 *
 * @param id {@code vpce-…}
 * @param dnsName its regional DNS name, {@code vpce-….vpce-svc-….<region>.vpce.amazonaws.com}
 * @param hostedZoneId AWS's hosted zone of that name, {@code Z…}
 */
public record AdoptedEndpoint(Located<String> id, String dnsName, String hostedZoneId) {

    /** Whether another says the same of the endpoint. */
    public boolean isDescribedAs(AdoptedEndpoint other) {
        return dnsName.equals(other.dnsName) && hostedZoneId.equals(other.hostedZoneId);
    }
}
