package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.fleet.ExpectedPath.ExpectedEndpoint;
import com.elementarydata.privatelink.fleet.ExpectedPath.ExpectedStacks;
import com.elementarydata.privatelink.fleet.ExpectedPath.ExpectedVpc;
import com.elementarydata.privatelink.model.AdoptedEndpoint;
import com.elementarydata.privatelink.model.AdoptedNetwork;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Network;
import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.model.RegionalAddresses;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.Port;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a diagnosis needs to know about a fleet.
 *
 * @param fleet the fleet
 */
public record ExpectedPaths(Fleet fleet) {

    /** Elementary's network. */
    public ExpectedNetwork network() {
        Network network = fleet.network();
        Production production = network.production();
        return new ExpectedNetwork(
                network.account().value(),
                production.region().code(),
                production.vpcId(),
                production.cidr().value().toString(),
                production.clientCidrs().stream().map(Cidr::toString).toList(),
                production.routeTableIds());
    }

    /** The paths of all connections of a customer. */
    public List<ExpectedPath> of(Customer customer) {
        List<String> zones = Hostname.zonesOf(customer.connections().stream()
                        .filter(Connection::isActive)
                        .flatMap(connection -> connection.address().names().stream())
                        .toList())
                .stream()
                .map(Hostname::value)
                .toList();
        return customer.connections().stream()
                .map(connection -> of(customer, connection, zones))
                .toList();
    }

    private ExpectedPath of(Customer customer, Connection connection, List<String> zones) {
        Region region = connection.endpointRegion(fleet.network().production());
        boolean hosted = fleet.network().isHostedByCustomer(connection);
        Optional<RegionalAddresses> addresses =
                Optional.ofNullable(fleet.ledger().regions().get(region));
        return new ExpectedPath(
                connection.nameOf(customer.id().value()),
                customer.file(),
                connection.integration().toString(),
                hosted,
                hosted ? connection.awsAccountId().map(AccountId::value) : Optional.empty(),
                connection.address().serviceName().value().toString(),
                connection.serviceRegion().code(),
                region.code(),
                connection.availabilityZoneIds().stream()
                        .map(zone -> zone.value().value())
                        .toList(),
                addresses.map(known -> known.cidr().value().toString()).orElse(""),
                connection.address().names().stream().map(Hostname::value).toList(),
                connection.isWatched() ? List.of() : of(connection, zones),
                connection.address().ports().stream().map(Port::number).toList(),
                connection.isNamed(),
                connection.isWatched(),
                addresses.flatMap(RegionalAddresses::adopted).map(ExpectedPaths::adopted),
                connection.endpoint().map(ExpectedPaths::adopted),
                stacks(customer, connection, region));
    }

    /** The zones that hold names of a connection. */
    private static List<String> of(Connection connection, List<String> zones) {
        return zones.stream()
                .filter(zone -> connection.address().names().stream()
                        .anyMatch(hostname -> hostname.isAtOrBelow(Hostname.parse(zone))))
                .toList();
    }

    private static ExpectedEndpoint adopted(AdoptedEndpoint endpoint) {
        return new ExpectedEndpoint(endpoint.id().value(), endpoint.dnsName());
    }

    private static ExpectedVpc adopted(AdoptedNetwork network) {
        SortedMap<String, String> subnets = new TreeMap<>();
        network.subnetIds().forEach((zone, id) -> subnets.put(zone.value(), id));
        return new ExpectedVpc(network.vpcId().value(), network.peeringConnectionId(), subnets, network.routed());
    }

    private static ExpectedStacks stacks(Customer customer, Connection connection, Region region) {
        SortedMap<String, String> subnets = new TreeMap<>();
        connection
                .availabilityZoneIds()
                .forEach(zone -> subnets.put(zone.value().value(), OutputNames.subnetId(zone.value())));
        return new ExpectedStacks(
                StackNames.region(region),
                StackNames.PRODUCTION,
                StackNames.customer(customer.id().value(), region),
                StackNames.dns(customer.id().value()),
                OutputNames.VPC_ID,
                OutputNames.PEERING_CONNECTION_ID,
                subnets,
                OutputNames.endpointId(connection.id().value()),
                OutputNames.dnsName(connection.id().value()));
    }
}
