package com.elementarydata.privatelink.stack;

import com.elementarydata.privatelink.construct.EndpointHostedZones;
import com.elementarydata.privatelink.fleet.OutputNames;
import com.elementarydata.privatelink.fleet.PlannedStack;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.net.Hostname;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/**
 * The hosted zones of a customer's active connections: a separate layer, so that switching, moving or rolling back a
 * connection changes only records.
 */
final class DnsStack extends Stack {

    DnsStack(Construct scope, PlannedStack.OfDns planned, StackProps props) {
        super(scope, planned.name(), props);
        var zones = EndpointHostedZones.Builder.create(this, "Zones")
                .vpcId(
                        planned.production().vpcId(),
                        planned.production().region().code())
                .tags(planned.tags());
        zones.existingZones(
                planned.importedZones().stream().map(Hostname::value).toList());
        for (Connection connection : planned.active()) {
            List<String> hostnames = connection.address().hostnames().stream()
                    .map(hostname -> hostname.value().value())
                    .toList();
            List<String> target = connection
                    .endpoint()
                    .map(endpoint -> List.of(endpoint.dnsName(), endpoint.hostedZoneId()))
                    .orElseGet(() -> lookedUp(planned, connection));
            zones.hostnames(hostnames, target.get(0), target.get(1), service(connection));
        }
        zones.build();
    }

    private List<String> lookedUp(PlannedStack.OfDns planned, Connection connection) {
        Identifier id = connection.id().value();
        return StackOutput.lookedUp(
                this,
                "Endpoint-" + id,
                "The DNS name of the endpoint to %s, and its hosted zone".formatted(service(connection)),
                new StackOutput.Of(
                        connection.endpointRegion(planned.production()),
                        planned.stackOf(connection),
                        List.of(OutputNames.dnsName(id), OutputNames.dnsHostedZoneId(id))),
                planned.tags());
    }

    private static String service(Connection connection) {
        return connection.address().serviceName().value().toString();
    }
}
