package com.elementarydata.privatelink.model;

import java.util.Optional;

/**
 * An interface endpoint that existed before the fleet. It is used, and stays what it is.
 *
 * @param id {@code vpce-…}
 * @param dnsName its regional DNS name, {@code vpce-….vpce-svc-….<region>.vpce.amazonaws.com}
 * @param hostedZoneId AWS's hosted zone of that name, {@code Z…}
 * @param imported what its customer's stack took over; empty where no stack of the fleet has it
 */
public record AdoptedEndpoint(
        Located<String> id, String dnsName, String hostedZoneId, Optional<ImportedEndpoint> imported) {

    /** Whether another says the same of the endpoint. */
    public boolean isDescribedAs(AdoptedEndpoint other) {
        return dnsName.equals(other.dnsName) && hostedZoneId.equals(other.hostedZoneId);
    }
}
