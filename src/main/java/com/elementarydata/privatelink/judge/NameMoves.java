package com.elementarydata.privatelink.judge;

import com.elementarydata.privatelink.fleet.StackNames;
import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.observed.DomainNames;
import com.elementarydata.privatelink.observed.NameFacts.Zone;
import com.elementarydata.privatelink.observed.NameLookup;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which hosted zone answers for names today, and which will after a deployment.
 *
 * @param customers whose active names matter
 * @param zones the hosted zones of production's VPC that have to do with them
 * @param stacks the stacks that exist in production's Region
 */
public record NameMoves(List<Customer> customers, List<Zone> zones, Set<String> stacks) {

    /** No zone of others has the very name of one that the fleet is to make. */
    public static final Check CHECK = new Check("PD209", "names taken over");

    /** A finding for each zone that stands in the way, and for each name that moves. */
    public List<Finding> findings() {
        return customers.stream().flatMap(this::of).toList();
    }

    private Stream<Finding> of(Customer customer) {
        List<Hostname> names = customer.connections().stream()
                .filter(Connection::isActive)
                .flatMap(connection -> connection.address().names().stream())
                .distinct()
                .toList();
        List<String> own = Hostname.zonesOf(names).stream().map(Hostname::value).toList();
        NameLookup lookup = new NameLookup(zones);
        Stream<Finding> moved = names.stream()
                .flatMap(name -> lookup
                        .winner(name.value())
                        .filter(zone -> own.stream().noneMatch(zone.name()::equals))
                        .map(zone -> CHECK.passed("%s is answered by %s (%s) today, and by the fleet's %s once deployed"
                                .formatted(
                                        name,
                                        zone.name(),
                                        zone.id(),
                                        of(name, own).orElseThrow())))
                        .stream());
        return Stream.concat(refused(customer, own), moved);
    }

    /** Zones of the very names that no stack of the customer's made. */
    private Stream<Finding> refused(Customer customer, List<String> own) {
        return stacks.contains(StackNames.dns(customer.id().value()))
                ? Stream.empty()
                : zones.stream()
                        .filter(zone -> own.contains(zone.name()))
                        .map(zone -> CHECK.failed(
                                "the zone %s (%s) exists already, and Route 53 refuses a second one of the same name in a VPC"
                                        .formatted(zone.name(), zone.id()),
                                "set \"dns: external\" in %s to leave the names where they are"
                                        .formatted(customer.file())));
    }

    private static Optional<String> of(Hostname name, List<String> own) {
        return own.stream()
                .filter(zone -> DomainNames.covers(zone, name.withoutWildcard().value()))
                .max(Comparator.comparingInt(String::length));
    }
}
