package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.net.AccountId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AcceptVpcEndpointConnectionsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.Filter;

/**
 * The connections to the endpoint services of an account in a Region: read, and accepted. Nothing else of this project
 * changes anything on AWS by itself.
 *
 * @param ec2 with the credentials of the services' owner
 */
public record EndpointServiceConnections(Ec2Client ec2) {

    /** Those of an account that wait at any of the services. */
    public List<EndpointConnection> waiting(AccountId endpointOwner) {
        return all(request -> {}).stream()
                .filter(connection ->
                        connection.waits() && connection.endpointOwner().equals(endpointOwner))
                .toList();
    }

    /** All of one service, in the order of the endpoints' ids. */
    public List<EndpointConnection> of(String serviceId) {
        return all(request -> request.filters(
                Filter.builder().name("service-id").values(serviceId).build()));
    }

    private List<EndpointConnection> all(Consumer<DescribeVpcEndpointConnectionsRequest.Builder> request) {
        return ec2.describeVpcEndpointConnectionsPaginator(request).vpcEndpointConnections().stream()
                .map(EndpointConnection::of)
                .sorted(Comparator.comparing(EndpointConnection::endpointId))
                .toList();
    }

    /**
     * Accepts connections.
     *
     * @throws IllegalStateException if AWS left one unaccepted
     */
    public void accept(List<EndpointConnection> connections) {
        connections.stream()
                .collect(Collectors.groupingBy(
                        EndpointConnection::serviceId,
                        Collectors.mapping(EndpointConnection::endpointId, Collectors.toList())))
                .forEach(this::accept);
    }

    private void accept(String serviceId, List<String> endpointIds) {
        AcceptVpcEndpointConnectionsResponse answer = ec2.acceptVpcEndpointConnections(
                request -> request.serviceId(serviceId).vpcEndpointIds(endpointIds));
        if (!answer.unsuccessful().isEmpty()) {
            throw new IllegalStateException("AWS did not accept %s of %s: %s"
                    .formatted(
                            answer.unsuccessful().get(0).resourceId(),
                            serviceId,
                            answer.unsuccessful().get(0).error().message()));
        }
    }
}
