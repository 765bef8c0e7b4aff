package com.elementarydata.privatelink.observed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What EC2 says of an interface endpoint.
 *
 * @param id {@code vpce-…}
 * @param serviceName the endpoint service that it connects to
 * @param state {@code pendingAcceptance}, {@code pending}, {@code available}, {@code rejected}, {@code expired},
 *     {@code failed}, {@code deleting} or {@code deleted}; EC2 writes some of them with a capital letter at times
 * @param created when it was requested
 * @param vpcId the VPC that it is in
 * @param subnetIds where in it, sorted
 * @param securityGroupIds what admits to it, sorted
 * @param dnsNames its own names, the one of the Region first
 * @param lastError what AWS says went wrong with it, if anything
 */
public record DeployedEndpoint(
        String id,
        String serviceName,
        String state,
        Instant created,
        String vpcId,
        List<String> subnetIds,
        List<String> securityGroupIds,
        List<String> dnsNames,
        Optional<String> lastError) {

    /** Copies and sorts. */
    public DeployedEndpoint {
        subnetIds = subnetIds.stream().sorted().toList();
        securityGroupIds = securityGroupIds.stream().sorted().toList();
        dnsNames = List.copyOf(dnsNames);
    }

    /** Whether it is in a state, however EC2 writes it. */
    public boolean is(String expected) {
        return state.equalsIgnoreCase(expected);
    }
}
