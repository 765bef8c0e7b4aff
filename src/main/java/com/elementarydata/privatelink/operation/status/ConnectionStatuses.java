package com.elementarydata.privatelink.operation.status;

import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.aws.DeployedFleet;
import com.elementarydata.privatelink.aws.EnabledRegions;
import com.elementarydata.privatelink.fleet.ExpectedNetwork;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.fleet.ExpectedPaths;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.judge.PathStacks;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The status of customers' connections, as AWS says at a moment. */
public final class ConnectionStatuses {

    private ConnectionStatuses() {}

    /** Which of the Regions that customers' endpoints are in can be read. */
    public static EnabledRegions regions(AwsAccess access, Fleet fleet, List<Customer> customers) {
        Production production = fleet.network().production();
        Set<Region> regions = customers.stream()
                .flatMap(customer -> customer.connections().stream())
                .map(connection -> connection.endpointRegion(production))
                .collect(Collectors.toSet());
        return EnabledRegions.among(access, production.region(), regions);
    }

    /** Asks AWS, and judges. */
    public static List<ConnectionStatus> read(
            AwsAccess access, EnabledRegions regions, Fleet fleet, List<Customer> customers) {
        ExpectedPaths expected = new ExpectedPaths(fleet);
        List<List<ExpectedPath>> paths = customers.stream().map(expected::of).toList();
        List<String> hostnames = paths.stream()
                .flatMap(List::stream)
                .flatMap(path -> path.hostnames().stream())
                .distinct()
                .toList();
        DeployedFleet deployed =
                DeployedFleet.read(access, regions, fleet.network().production(), hostnames);
        return paths.stream()
                .flatMap(customer -> of(expected.network(), customer, deployed))
                .toList();
    }

    private static Stream<ConnectionStatus> of(
            ExpectedNetwork network, List<ExpectedPath> paths, DeployedFleet deployed) {
        List<PathStacks> connections = paths.stream()
                .map(path -> new PathStacks(network, path, deployed))
                .toList();
        CustomerNames names = CustomerNames.of(connections);
        return connections.stream().map(stacks -> {
            ExpectedPath path = stacks.path();
            return deployed.notRead(path.endpointRegion())
                    .or(() -> deployed.notRead(network.region()))
                    .map(why -> ConnectionStatus.notRead(stacks, names, why))
                    .orElseGet(() -> ConnectionStatus.of(stacks, names));
        });
    }
}
