package com.elementarydata.privatelink.stack;

import com.elementarydata.privatelink.fleet.LogicalIds;
import com.elementarydata.privatelink.model.AdoptedEndpoint;
import com.elementarydata.privatelink.model.AdoptedNetwork;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Connectivity;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.ImportedEndpoint;
import com.elementarydata.privatelink.model.ImportedGroup;
import com.elementarydata.privatelink.net.Cidr;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.CfnSecurityGroup;
import software.amazon.awscdk.services.ec2.CfnVPCEndpoint;

/**
 * Endpoints that existed before the fleet, taken over with security groups of their own. They have what AWS says of them,
 * by ids and without outputs, so that an import is all that they need. A deployment in place of an import fails at the
 * group, whose name is taken.
 *
 * @param stack the customer's
 * @param network their VPC
 * @param clientCidrs the clients that may connect
 */
record ImportedEndpoints(Stack stack, AdoptedNetwork network, List<Cidr> clientCidrs) {

    void add(Connection connection) {
        Identifier id = connection.id().value();
        ImportedEndpoint imported =
                connection.endpoint().flatMap(AdoptedEndpoint::imported).orElseThrow();
        String name = LogicalIds.endpoint(id);
        var builder = CfnVPCEndpoint.Builder.create(stack, name)
                .vpcEndpointType("Interface")
                .serviceName(connection.address().serviceName().value().toString())
                .vpcId(network.vpcId().value())
                .subnetIds(subnets(connection))
                .securityGroupIds(imported.allGroupIds());
        if (connection.connectivity() == Connectivity.CROSS_REGION) {
            builder.serviceRegion(connection.serviceRegion().code());
        }
        CfnVPCEndpoint endpoint = Imports.of(builder.build(), name);
        imported.group().map(own -> group(connection, own)).ifPresent(endpoint::addResourceDependency);
    }

    private List<String> subnets(Connection connection) {
        return connection.availabilityZoneIds().stream()
                .map(zone -> Objects.requireNonNull(network.subnetIds().get(zone.value())))
                .toList();
    }

    private CfnSecurityGroup group(Connection connection, ImportedGroup group) {
        String name = LogicalIds.securityGroup(connection.id().value());
        return Imports.of(
                CfnSecurityGroup.Builder.create(stack, name)
                        .groupName(group.name())
                        .groupDescription(group.description())
                        .vpcId(network.vpcId().value())
                        .securityGroupIngress(connection.address().ports().stream()
                                .flatMap(port -> clientCidrs.stream()
                                        .map(cidr -> CfnSecurityGroup.IngressProperty.builder()
                                                .ipProtocol("tcp")
                                                .fromPort(port.number())
                                                .toPort(port.number())
                                                .cidrIp(cidr.toString())
                                                .build()))
                                .toList())
                        .build(),
                name);
    }
}
