package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.DeployedEndpoint;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DnsEntry;
import software.amazon.awssdk.services.ec2.model.SecurityGroupIdentifier;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/**
 * The interface endpoints of an account in a Region.
 *
 * @param access with the credentials of the endpoints' owner
 * @param region the Region
 */
public record Endpoints(AwsAccess access, Region region) {

    private static final int LARGEST_PAGE = 1000;

    static final List<Permission> ASKED = Permission.of("ec2", "DescribeVpcEndpoints");

    /** All of them by their ids. */
    public SortedMap<String, DeployedEndpoint> all() {
        return access.ask(
                region,
                Ec2Client.builder(),
                ec2 ->
                        ec2
                                .describeVpcEndpointsPaginator(request -> request.maxResults(LARGEST_PAGE))
                                .vpcEndpoints()
                                .stream()
                                .collect(Collectors.toMap(
                                        VpcEndpoint::vpcEndpointId,
                                        Endpoints::deployed,
                                        (one, other) -> other,
                                        TreeMap::new)));
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
