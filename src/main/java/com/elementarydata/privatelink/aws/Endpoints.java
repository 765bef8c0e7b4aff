package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.diagnose.DeployedEndpoint;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DnsEntry;
import software.amazon.awssdk.services.ec2.model.SecurityGroupIdentifier;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/**
 * The interface endpoints of an account in a Region.
 *
 * @param ec2 with the credentials of the endpoints' owner
 */
public record Endpoints(Ec2Client ec2) {

    private static final int LARGEST_PAGE = 1000;

    /** All of them by their ids. */
    public SortedMap<String, DeployedEndpoint> all() {
        SortedMap<String, DeployedEndpoint> endpoints = new TreeMap<>();
        ec2.describeVpcEndpointsPaginator(request -> request.maxResults(LARGEST_PAGE))
                .vpcEndpoints()
                .forEach(endpoint -> endpoints.put(endpoint.vpcEndpointId(), deployed(endpoint)));
        return endpoints;
    }

    static DeployedEndpoint deployed(VpcEndpoint endpoint) {
        return new DeployedEndpoint(
                endpoint.vpcEndpointId(),
                endpoint.serviceName(),
                endpoint.stateAsString(),
                endpoint.creationTimestamp(),
                endpoint.vpcId(),
                endpoint.subnetIds(),
                endpoint.groups().stream().map(SecurityGroupIdentifier::groupId).toList(),
                endpoint.dnsEntries().stream().map(DnsEntry::dnsName).toList(),
                Optional.ofNullable(endpoint.lastError())
                        .map(error -> "%s: %s".formatted(error.code(), error.message())));
    }
}
