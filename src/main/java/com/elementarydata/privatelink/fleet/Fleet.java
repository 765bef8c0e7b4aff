package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Ledger;
import com.elementarydata.privatelink.model.Network;
import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Region;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All customers with the network and the ledger.
 *
 * @param network Elementary's side
 * @param ledger the addresses of the regional VPCs
 * @param customers all customers, sorted by id
 */
public record Fleet(Network network, Ledger ledger, List<Customer> customers) {

    /** Sorts, so that the order of files never matters. */
    public Fleet {
        customers = customers.stream()
                .sorted(Comparator.comparing(customer -> customer.id().value()))
                .toList();
    }

    /**
     * A connection and its customer.
     *
     * @param customer the customer
     * @param connection one of its connections
     */
    public record CustomerConnection(Customer customer, Connection connection) {

        /** As in {@code acme/git}. */
        public String name() {
            return connection.nameOf(customer.id().value());
        }

        /** All of a customer's. */
        public static Stream<CustomerConnection> of(Customer customer) {
            return customer.connections().stream().map(connection -> new CustomerConnection(customer, connection));
        }

        /** The name of the stack with the endpoint. */
        public String stack(Production production) {
            return StackNames.customer(customer.id().value(), connection.endpointRegion(production));
        }
    }

    /** All connections of all customers. */
    public Stream<CustomerConnection> connections() {
        return customers.stream().flatMap(CustomerConnection::of);
    }

    /** The zones that endpoints need, by the endpoints' Region. */
    public SortedMap<Region, SortedSet<AvailabilityZoneId>> neededZones() {
        SortedMap<Region, SortedSet<AvailabilityZoneId>> needed = new TreeMap<>();
        connections().map(CustomerConnection::connection).forEach(connection -> {
            SortedSet<AvailabilityZoneId> zones =
                    needed.computeIfAbsent(connection.endpointRegion(network.production()), region -> new TreeSet<>());
            connection.availabilityZoneIds().forEach(zone -> zones.add(zone.value()));
        });
        return needed;
    }
}
