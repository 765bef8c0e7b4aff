package com.elementarydata.privatelink.stack;

import com.elementarydata.privatelink.construct.InterfaceEndpointForService;
import com.elementarydata.privatelink.fleet.OutputNames;
import com.elementarydata.privatelink.fleet.PlannedStack;
import com.elementarydata.privatelink.model.AdoptedNetwork;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Connectivity;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Port;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** A customer's interface endpoints in one Region, one per connection. */
final class CustomerStack extends Stack {

    private final Region region;
    private final List<Cidr> clientCidrs;
    private final Optional<AdoptedNetwork> adopted;
    private final Map<String, String> tags;
    private final RegionalImports imports;

    CustomerStack(Construct scope, PlannedStack.OfCustomer planned, RegionalImports imports, StackProps props) {
        super(scope, planned.name(), props);
        this.imports = imports;
        region = planned.region();
        clientCidrs = planned.clientCidrs();
        adopted = planned.adopted();
        tags = planned.tags();
        planned.connections().stream()
                .filter(connection -> connection.endpoint().isEmpty())
                .forEach(this::define);
        planned.connections().stream()
                .filter(connection -> connection.endpoint().isPresent())
                .forEach(connection -> new ImportedEndpoints(this, adopted.orElseThrow(), clientCidrs).add(connection));
    }

    private void define(Connection connection) {
        Identifier id = connection.id().value();
        String serviceName = connection.address().serviceName().value().toString();
        var builder = InterfaceEndpointForService.Builder.create(this, id.value())
                .vpcId(adopted.map(network -> network.vpcId().value()).orElseGet(() -> regional(OutputNames.VPC_ID)))
                .subnetIds(zones(connection).stream().map(this::subnetId).toList())
                .serviceName(serviceName)
                .ports(connection.address().ports().stream().map(Port::number).toList())
                .clientCidrs(clientCidrs.stream().map(Cidr::toString).toList())
                .tags(tags(connection));
        if (connection.connectivity() == Connectivity.CROSS_REGION) {
            builder.serviceRegion(connection.serviceRegion().code());
        }
        handOut(id, serviceName, builder.build());
    }

    private Map<String, String> tags(Connection connection) {
        Map<String, String> all = new TreeMap<>(tags);
        all.put("connection", connection.id().value().value());
        all.put("integration", connection.integration().toString());
        return all;
    }

    private String subnetId(AvailabilityZoneId zone) {
        return adopted.map(network -> Objects.requireNonNull(network.subnetIds().get(zone), zone.value()))
                .orElseGet(() -> regional(OutputNames.subnetId(zone)));
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
        return imports.of(region, output);
    }
}
