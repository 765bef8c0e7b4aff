package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.EndpointConnection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.VpcEndpointConnection;

/**
 * The connections to the endpoint services of an account in a Region: read, and accepted. Nothing else of this project
 * changes anything on AWS by itself.
 *
 * @param access with the credentials of the services' owner
 * @param region the Region
 */
public record EndpointServiceConnections(AwsAccess access, Region region) {

    /** What AWS calls a resource that is not in the state that a call is for. */
    private static final Set<String> OF_STATE = Set.of("IncorrectState", "InvalidState");

    static final String SERVICE = "arn:{partition}:ec2:{region}:{account}:vpc-endpoint-service/{service}";

    static final List<Permission> ASKED = Permission.all(
            Permission.of("ec2", "DescribeVpcEndpointConnections"),
            Permission.on(SERVICE, "ec2", "AcceptVpcEndpointConnections"));

    /** Those of an account that wait at any of the services. */
    public List<EndpointConnection> waiting(AccountId endpointOwner) {
        return all(request -> {}).stream()
                .filter(connection ->
                        connection.waits() && connection.endpointOwner().equals(endpointOwner))
                .toList();
    }

    /** All of one service, in the order of the endpoints' ids. */
    public List<EndpointConnection> of(String serviceId) {
        return all(request -> request.filters(NetworkReader.where("service-id", List.of(serviceId))));
    }

    private List<EndpointConnection> all(Consumer<DescribeVpcEndpointConnectionsRequest.Builder> request) {
        return access.ask(
                region,
                Ec2Client.builder(),
                ec2 -> ec2.describeVpcEndpointConnectionsPaginator(request).vpcEndpointConnections().stream()
                        .map(EndpointServiceConnections::connection)
                        .sorted(Comparator.comparing(EndpointConnection::endpointId))
                        .toList());
    }

    private static EndpointConnection connection(VpcEndpointConnection connection) {
        return new EndpointConnection(
                connection.serviceId(),
                connection.vpcEndpointId(),
                AccountId.parse(connection.vpcEndpointOwner()),
                connection.vpcEndpointStateAsString());
    }

    /**
     * Accepts connections.
     *
     * @throws NotAcceptedException if AWS left one unaccepted
     */
    public void accept(List<EndpointConnection> connections) {
        connections.stream()
                .collect(Collectors.groupingBy(
                        EndpointConnection::serviceId,
                        Collectors.mapping(EndpointConnection::endpointId, Collectors.toList())))
                .forEach(this::accept);
    }

    private void accept(String serviceId, List<String> endpointIds) {
        try (Ec2Client ec2 = access.client(region, Ec2Client.builder())) {
            ec2.acceptVpcEndpointConnections(
                            request -> request.serviceId(serviceId).vpcEndpointIds(endpointIds))
                    .unsuccessful()
                    .forEach(item -> {
                        throw new NotAcceptedException(
                                item.resourceId(), serviceId, item.error().message());
                    });
        } catch (Ec2Exception refusal) {
            Said said = Said.of(refusal);
            if (OF_STATE.contains(said.code())) {
                throw new NotAcceptedException(String.join(", ", endpointIds), serviceId, said.message());
            }
            throw refusal;
        }
    }
}
