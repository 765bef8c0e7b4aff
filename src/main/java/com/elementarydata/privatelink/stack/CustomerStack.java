package com.elementarydata.privatelink.stack;

import com.elementarydata.privatelink.construct.InterfaceEndpointForService;
import com.elementarydata.privatelink.fleet.OutputNames;
import com.elementarydata.privatelink.fleet.PlannedStack;
import com.elementarydata.privatelink.fleet.StackNames;
import com.elementarydata.privatelink.model.AdoptedNetwork;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Connectivity;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Port;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.constructs.Construct;

/** A customer's interface endpoints in one Region, one per connection. */
final class CustomerStack extends Stack {

    private final Region region;
    private final List<Cidr> clientCidrs;
    private final Optional<AdoptedNetwork> adopted;

    CustomerStack(Construct scope, PlannedStack.OfCustomer planned, StackProps props) {
        super(scope, planned.name(), props);
        region = planned.region();
        clientCidrs = planned.clientCidrs();
        adopted = planned.adopted();
        List<Connection> made = planned.connections().stream()
                .filter(connection -> connection.endpoint().isEmpty())
                .toList();
        if (!made.isEmpty()) {
            define(made);
        }
        planned.connections().stream()
                .filter(connection -> connection.endpoint().isPresent())
                .forEach(connection -> new ImportedEndpoints(this, adopted.orElseThrow(), clientCidrs).add(connection));
        Tags.of(this).add("customer", planned.customer().value());
    }

    private void define(List<Connection> connections) {
        List<AvailabilityZoneId> zones = connections.stream()
                .flatMap(connection -> zones(connection).stream())
                .distinct()
                .sorted()
                .toList();
        IVpc vpc = regionalVpc(zones);
        // routes belong to the regional stack
        Annotations.of(this).acknowledgeWarning("@aws-cdk/aws-ec2:noSubnetRouteTableId");
        for (Connection connection : connections) {
            List<ISubnet> subnets = zones(connection).stream()
                    .map(zone -> vpc.getIsolatedSubnets().get(zones.indexOf(zone)))
                    .toList();
            define(connection, vpc, subnets);
        }
    }

    private IVpc regionalVpc(List<AvailabilityZoneId> zones) {
        return Vpc.fromVpcAttributes(
                this,
                "RegionalVpc",
                VpcAttributes.builder()
                        .vpcId(adopted.map(network -> network.vpcId().value())
                                .orElseGet(() -> regional(OutputNames.VPC_ID)))
                        .availabilityZones(
                                zones.stream().map(AvailabilityZoneId::value).toList())
                        .isolatedSubnetIds(zones.stream().map(this::subnetId).toList())
                        .build());
    }

    private String subnetId(AvailabilityZoneId zone) {
        return adopted.map(network -> Objects.requireNonNull(network.subnetIds().get(zone), zone.value()))
                .orElseGet(() -> regional(OutputNames.subnetId(zone)));
    }

    private void define(Connection connection, IVpc vpc, List<ISubnet> subnets) {
        Identifier id = connection.id().value();
        var builder = InterfaceEndpointForService.Builder.create(this, id.value())
                .vpc(vpc)
                .subnets(SubnetSelection.builder().subnets(subnets).build())
                .serviceName(connection.address().serviceName().value().toString())
                .ports(connection.address().ports().stream().map(Port::number).toList())
                .clientCidrs(clientCidrs.stream().map(Cidr::toString).toList());
        if (connection.connectivity() == Connectivity.CROSS_REGION) {
            builder.serviceRegion(connection.serviceRegion().code());
        }
        InterfaceEndpointForService endpoint = builder.build();
        Tags.of(endpoint).add("connection", id.value());
        Tags.of(endpoint).add("integration", connection.integration().toString());
        handOut(id, connection.address().serviceName().value().toString(), endpoint);
    }

    private void handOut(Identifier id, String serviceName, InterfaceEndpointForService endpoint) {
        StackOutput.write(
                this, OutputNames.endpointId(id), endpoint.getEndpointId(), "The interface endpoint of " + id);
        StackOutput.write(this, OutputNames.serviceName(id), serviceName, "The endpoint service of " + id);
        StackOutput.write(
                this, OutputNames.dnsName(id), endpoint.getDnsName(), "The DNS name of the endpoint of " + id);
        StackOutput.write(
                this,
                OutputNames.dnsHostedZoneId(id),
                endpoint.getDnsHostedZoneId(),
                "The hosted zone of the DNS name of the endpoint of " + id);
    }

    private static List<AvailabilityZoneId> zones(Connection connection) {
        return connection.availabilityZoneIds().stream()
                .map(zone -> zone.value())
                .toList();
    }

    private String regional(String output) {
        return StackOutput.imported(StackNames.region(region), output);
    }
}
