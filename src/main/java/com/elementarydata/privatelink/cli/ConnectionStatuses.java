package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.aws.DeployedFleet;
import com.elementarydata.privatelink.aws.EnabledRegions;
import com.elementarydata.privatelink.diagnose.ConnectionFacts;
import com.elementarydata.privatelink.diagnose.ConnectionStatus;
import com.elementarydata.privatelink.diagnose.ExpectedStack;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.OutputNames;
import com.elementarydata.privatelink.fleet.StackNames;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The status of customers' connections, as AWS says at a moment.
 *
 * @param fleet as it is written
 * @param deployed what is deployed
 */
record ConnectionStatuses(Fleet fleet, DeployedFleet deployed) {

    /** Which of the Regions that customers' endpoints stand in can be read. */
    static EnabledRegions regions(AwsAccess access, Fleet fleet, List<Customer> customers) {
        Production production = fleet.network().production();
        Set<Region> regions = customers.stream()
                .flatMap(customer -> customer.connections().stream())
                .map(connection -> connection.endpointRegion(production))
                .collect(Collectors.toSet());
        return EnabledRegions.among(access, production.region(), regions);
    }

    /** Asks AWS, and judges. */
    static List<ConnectionStatus> read(
            AwsAccess access, EnabledRegions regions, Fleet fleet, List<Customer> customers) {
        var statuses = new ConnectionStatuses(
                fleet, DeployedFleet.read(access, regions, fleet.network().production()));
        return customers.stream()
                .flatMap(customer -> statuses.of(customer).stream())
                .toList();
    }

    private List<ConnectionStatus> of(Customer customer) {
        List<Hostname> active = customer.connections().stream()
                .filter(Connection::isActive)
                .flatMap(connection -> connection.address().hostnames().stream())
                .map(Located::value)
                .toList();
        var names = new ConnectionFacts.Names(active, deployed.zones());
        return customer.connections().stream()
                .map(connection -> facts(customer.id().value(), connection, names))
                .map(ConnectionStatus::of)
                .toList();
    }

    private ConnectionFacts facts(Identifier customer, Connection connection, ConnectionFacts.Names names) {
        Region region = connection.endpointRegion(fleet.network().production());
        Identifier id = connection.id().value();
        ConnectionFacts.Stacks stacks = stacks(customer, region);
        Optional<String> endpointId = stacks.endpoints().output(OutputNames.endpointId(id));
        return new ConnectionFacts(
                customer,
                connection,
                stacks,
                endpointId,
                stacks.endpoints().output(OutputNames.dnsName(id)),
                endpointId.flatMap(endpoint -> deployed.endpoint(region, endpoint)),
                stacks.regional().output(OutputNames.VPC_ID),
                subnetIds(stacks.regional(), region),
                names);
    }

    private SortedMap<AvailabilityZoneId, String> subnetIds(ExpectedStack regional, Region region) {
        SortedMap<AvailabilityZoneId, String> subnetIds = new TreeMap<>();
        Stream.ofNullable(fleet.ledger().regions().get(region))
                .flatMap(addresses -> addresses.subnets().keySet().stream())
                .forEach(zone ->
                        regional.output(OutputNames.subnetId(zone)).ifPresent(subnet -> subnetIds.put(zone, subnet)));
        return subnetIds;
    }

    private ConnectionFacts.Stacks stacks(Identifier customer, Region region) {
        Region home = fleet.network().production().region();
        return new ConnectionFacts.Stacks(
                stack(region, StackNames.region(region)),
                stack(home, StackNames.PRODUCTION),
                stack(region, StackNames.customer(customer, region)),
                stack(home, StackNames.dns(customer)));
    }

    private ExpectedStack stack(Region region, String name) {
        return new ExpectedStack(name, deployed.stack(region, name));
    }
}
