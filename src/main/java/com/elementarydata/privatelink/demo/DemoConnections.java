package com.elementarydata.privatelink.demo;

import com.elementarydata.privatelink.aws.EndpointServiceConnections;
import com.elementarydata.privatelink.aws.Endpoints;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.fleet.OutputNames;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.DeployedEndpoint;
import java.io.PrintWriter;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The connections of a deployed fleet, up to the state that both sides want.
 *
 * @param out where to show them
 * @param aws where they are
 * @param fleet what was deployed
 * @param outputs of the fleet's stacks, as the CDK CLI writes them
 */
public record DemoConnections(PrintWriter out, LocalAws aws, Fleet fleet, JsonNode outputs) {

    private static final String AVAILABLE = "available";

    /** Accepts each with the credentials of its service's owner, and shows what that does. */
    boolean accept() {
        fleet.connections().forEach(owned -> {
            String before = state(owned);
            accept(owned);
            out.println("  %-20s %-22s %s -> %s".formatted(owned.name(), endpointId(owned), before, state(owned)));
            out.flush();
        });
        return true;
    }

    public boolean showWhetherAllAreAvailable() {
        long all = fleet.connections().count();
        long available = fleet.connections()
                .filter(owned -> state(owned).equals(AVAILABLE))
                .count();
        out.println();
        out.println("%d of %d connections available".formatted(available, all));
        return available == all;
    }

    private void accept(CustomerConnection owned) {
        Connection connection = owned.connection();
        EndpointServiceConnections service =
                new EndpointServiceConnections(aws.as(LocalWorld.ownerOf(connection)), connection.serviceRegion());
        service.accept(service.of(connection.address().serviceName().value().serviceId()).stream()
                .filter(one -> one.endpointId().equals(endpointId(owned)))
                .toList());
    }

    private String state(CustomerConnection owned) {
        Region region = owned.connection().endpointRegion(fleet.network().production());
        Endpoints endpoints = new Endpoints(aws.as(fleet.network().account()), region);
        return Optional.ofNullable(endpoints.all().get(endpointId(owned)))
                .map(DeployedEndpoint::state)
                .orElse("missing");
    }

    private String endpointId(CustomerConnection owned) {
        return outputs.path(owned.stack(fleet.network().production()))
                .path(OutputNames.endpointId(owned.connection().id().value()))
                .asString();
    }
}
