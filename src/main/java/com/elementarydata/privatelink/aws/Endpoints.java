package com.elementarydata.privatelink.aws;

import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * The interface endpoints of an account in a Region.
 *
 * @param ec2 with the credentials of the endpoints' owner
 */
public record Endpoints(Ec2Client ec2) {

    /** Their states by their ids, in EC2's words: {@code pendingAcceptance}, {@code available} and so on. */
    public SortedMap<String, String> states() {
        SortedMap<String, String> states = new TreeMap<>();
        ec2.describeVpcEndpointsPaginator()
                .vpcEndpoints()
                .forEach(endpoint -> states.put(endpoint.vpcEndpointId(), endpoint.stateAsString()));
        return states;
    }
}
