package com.elementarydata.privatelink.operation.removal;

import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.aws.DeployedFleet;
import com.elementarydata.privatelink.aws.EnabledRegions;
import com.elementarydata.privatelink.aws.EndpointMetrics;
import com.elementarydata.privatelink.aws.Endpoints;
import com.elementarydata.privatelink.aws.Stacks;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.StackNames;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.DeployedEndpoint;
import com.elementarydata.privatelink.observed.DeployedStack;
import com.elementarydata.privatelink.observed.EndpointTraffic;
import com.elementarydata.privatelink.observed.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What AWS has of a customer, whether it still has a file or not.
 *
 * @param access with the fleet's credentials
 * @param fleet as it is written
 * @param id the customer
 */
public record CustomerRemoval(AwsAccess access, Fleet fleet, Identifier id) {

    /** The customer's file as it was read, if there is one. */
    public Optional<Customer> customer() {
        return fleet.customers().stream()
                .filter(customer -> customer.id().value().equals(id))
                .findFirst();
    }

    /** Every Region that an endpoint can ever have been in, as the ledger forgets none, and which can be read. */
    public EnabledRegions regions() {
        Set<Region> regions = new TreeSet<>(fleet.ledger().regions().keySet());
        regions.addAll(fleet.neededZones().keySet());
        return EnabledRegions.among(access, home(), regions);
    }

    private Region home() {
        return fleet.network().production().region();
    }

    /**
     * What exists, as the commands that remove it.
     *
     * @param profile whose credentials the commands use, unless the environment says
     */
    public RemovalPlan plan(EnabledRegions regions, Optional<String> profile) {
        SortedMap<Region, Reading<Optional<StackEndpoints>>> readings = regions.read(this::endpoints);
        SortedMap<Region, StackEndpoints> endpoints = new TreeMap<>();
        readings.forEach((region, reading) ->
                reading.value().flatMap(found -> found).ifPresent(found -> endpoints.put(region, found)));
        Optional<DeployedStack> dns = Optional.ofNullable(readings.get(home()))
                .flatMap(Reading::value)
                .flatMap(read -> named(home(), StackNames.dns(id)));
        return new RemovalPlan(
                id.value(),
                home(),
                dns,
                endpoints,
                connections().flatMap(CustomerRemoval::adopted).toList(),
                customer().map(Customer::file),
                profile,
                EnabledRegions.notRead(readings));
    }

    private Optional<StackEndpoints> endpoints(Region region) {
        return named(region, StackNames.customer(id, region))
                .map(stack -> StackEndpoints.of(
                        stack,
                        new Endpoints(access, region)
                                .all().values().stream()
                                        .filter(endpoint -> !isAdopted(endpoint))
                                        .toList()));
    }

    /** What existed before the fleet is never deleted, whoever's it is. */
    private boolean isAdopted(DeployedEndpoint endpoint) {
        return fleet.connections().flatMap(owned -> adopted(owned.connection())).anyMatch(endpoint.id()::equals);
    }

    private static Stream<String> adopted(Connection connection) {
        return connection.endpoint().stream().map(adopted -> adopted.id().value());
    }

    private Optional<DeployedStack> named(Region region, String name) {
        return new Stacks(access, region).named(name);
    }

    /** What the removal is judged by. */
    public RemovalFacts facts(RemovalPlan plan, Instant now) {
        return new RemovalFacts(
                connections()
                        .filter(CustomerRemoval::isInUse)
                        .map(connection -> connection.nameOf(id))
                        .toList(),
                plan.dns().stream().map(DeployedStack::name).toList(),
                zones(),
                plan.endpoints().entrySet().stream()
                        .flatMap(region -> traffic(region.getKey(), region.getValue(), now))
                        .toList());
    }

    /** Whether its names would point to nothing: those of others do not once its endpoint is deleted. */
    private static boolean isInUse(Connection connection) {
        return connection.isActive()
                || (connection.isNamed() && connection.endpoint().isEmpty());
    }

    private Stream<Connection> connections() {
        return customer().stream().flatMap(customer -> customer.connections().stream());
    }

    private List<String> zones() {
        List<Hostname> names = connections()
                .flatMap(connection -> connection.address().names().stream())
                .toList();
        Set<String> there = names.isEmpty()
                ? Set.of()
                : DeployedFleet.zones(access, fleet.network().production());
        return Hostname.zonesOf(names).stream()
                .map(Hostname::value)
                .filter(there::contains)
                .toList();
    }

    private Stream<EndpointTraffic> traffic(Region region, StackEndpoints endpoints, Instant now) {
        EndpointMetrics metrics = new EndpointMetrics(access, region);
        return endpoints.all().map(endpoint -> metrics.lastHour(endpoint, now));
    }
}
