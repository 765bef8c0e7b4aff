package com.elementarydata.privatelink.operation.status;

import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.aws.DeployedFleet;
import com.elementarydata.privatelink.aws.EnabledRegions;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.fleet.ExpectedPaths;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The status of customers' connections, as AWS says at a moment.
 *
 * @param fleet as it is written
 * @param deployed what is deployed
 */
public record ConnectionStatuses(Fleet fleet, DeployedFleet deployed) {

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
        var statuses = new ConnectionStatuses(
                fleet, DeployedFleet.read(access, regions, fleet.network().production()));
        return customers.stream()
                .flatMap(customer -> statuses.of(customer).stream())
                .toList();
    }

    private List<ConnectionStatus> of(Customer customer) {
        ExpectedPaths expected = new ExpectedPaths(fleet);
        List<ExpectedPath> paths = expected.of(customer);
        List<String> active = paths.stream()
                .filter(ExpectedPath::active)
                .flatMap(path -> path.hostnames().stream())
                .toList();
        return paths.stream()
                .map(path -> ConnectionFacts.of(expected.network(), path, active, deployed))
                .map(ConnectionStatus::of)
                .toList();
    }
}
