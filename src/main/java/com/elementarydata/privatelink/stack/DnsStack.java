package com.elementarydata.privatelink.stack;

import com.elementarydata.privatelink.construct.EndpointHostedZones;
import com.elementarydata.privatelink.fleet.OutputNames;
import com.elementarydata.privatelink.fleet.PlannedStack;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.net.Hostname;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.constructs.Construct;

/**
 * The hosted zones of a customer's active connections: a separate layer, so that switching, moving or rolling back a
 * connection changes only records.
 */
final class DnsStack extends Stack {

    DnsStack(Construct scope, PlannedStack.OfDns planned, StackProps props) {
        super(scope, planned.name(), props);
        var zones = EndpointHostedZones.Builder.create(this, "Zones").vpc(productionVpc(planned.production()));
        zones.existingZones(
                planned.importedZones().stream().map(Hostname::value).toList());
        for (Connection connection : planned.active()) {
            Identifier id = connection.id().value();
            String service = connection.address().serviceName().value().toString();
            List<String> target = connection
                    .endpoint()
                    .map(endpoint -> List.of(endpoint.dnsName(), endpoint.hostedZoneId()))
                    .orElseGet(() -> StackOutput.lookedUp(
                            this,
                            "Endpoint-" + id,
                            "The DNS name of the endpoint to %s, and its hosted zone".formatted(service),
                            connection.endpointRegion(planned.production()),
                            planned.stackOf(connection),
                            OutputNames.dnsName(id),
                            OutputNames.dnsHostedZoneId(id)));
            List<String> hostnames = connection.address().hostnames().stream()
                    .map(hostname -> hostname.value().value())
                    .toList();
            zones.hostnames(hostnames, target.get(0), target.get(1), service);
        }
        zones.build();
        Tags.of(this).add("customer", planned.customer().value());
    }

    private IVpc productionVpc(Production production) {
        return Vpc.fromVpcAttributes(
                this,
                "ProductionVpc",
                VpcAttributes.builder()
                        .vpcId(production.vpcId())
                        .region(production.region().code())
                        // its zone does not matter here, but the CDK requires one
                        .availabilityZones(List.of(production.region().code()))
                        .build());
    }
}
