package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.AdoptedNetwork;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.DnsState;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.model.RegionalAddresses;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** A planned stack, and what is to be in it. */
public sealed interface PlannedStack {

    /** The stack's name. */
    String name();

    /** The Region that it is deployed to. */
    Region region();

    /** The names of the stacks that are deployed before it, sorted. */
    List<String> dependencies();

    /** The connections that it is for, as {@code acme/git}, sorted; none for a stack that all customers share. */
    default List<String> carried() {
        return List.of();
    }

    /** The tags of the stack and all of its resources. */
    default Map<String, String> tags() {
        return Map.of();
    }

    /** One that is for connections of a single customer. */
    sealed interface OfOneCustomer extends PlannedStack {

        /** The customer. */
        Identifier customer();

        /** The connections, at least one. */
        List<Connection> connections();

        @Override
        default Map<String, String> tags() {
            return Map.of("customer", customer().value());
        }

        @Override
        default List<String> carried() {
            return connections().stream()
                    .map(connection -> connection.nameOf(customer()))
                    .toList();
        }
    }

    /**
     * The regional VPC of a Region.
     *
     * @param region the Region
     * @param addresses the addresses of the VPC and its subnets
     * @param production the VPC that it is peered with
     */
    record OfRegion(Region region, RegionalAddresses addresses, Production production) implements PlannedStack {

        @Override
        public String name() {
            return StackNames.region(region);
        }

        @Override
        public List<String> dependencies() {
            return List.of();
        }
    }

    /**
     * The routes from production to the regional VPCs.
     *
     * @param production the production VPC
     * @param regions the regional VPCs, by Region
     */
    record OfProduction(Production production, SortedMap<Region, RegionalAddresses> regions) implements PlannedStack {

        @Override
        public String name() {
            return StackNames.PRODUCTION;
        }

        @Override
        public Region region() {
            return production.region();
        }

        @Override
        public List<String> dependencies() {
            return regions.entrySet().stream()
                    .filter(region -> !region.getValue().isAdopted())
                    .map(region -> StackNames.region(region.getKey()))
                    .toList();
        }
    }

    /**
     * A customer's endpoints in one Region.
     *
     * @param customer the customer
     * @param region the endpoints' Region
     * @param connections the connections they are for
     * @param clientCidrs the clients that may connect
     * @param adopted the VPC where it existed before the fleet
     */
    record OfCustomer(
            Identifier customer,
            Region region,
            List<Connection> connections,
            List<Cidr> clientCidrs,
            Optional<AdoptedNetwork> adopted)
            implements OfOneCustomer {

        @Override
        public String name() {
            return StackNames.customer(customer, region);
        }

        @Override
        public List<String> dependencies() {
            return adopted.isPresent() ? List.of() : List.of(StackNames.region(region));
        }
    }

    /**
     * The hosted zones of a customer's connections that are active, or whose zones are imported.
     *
     * @param customer the customer
     * @param connections those
     * @param production the VPC that they are for
     * @param hasRoutes whether the fleet makes any of production's routes
     */
    record OfDns(Identifier customer, List<Connection> connections, Production production, boolean hasRoutes)
            implements OfOneCustomer {

        @Override
        public String name() {
            return StackNames.dns(customer);
        }

        @Override
        public Region region() {
            return production.region();
        }

        @Override
        public List<String> dependencies() {
            // a name must not resolve to an address that production has no route to yet
            Stream<String> routes = hasRoutes && connections.stream().anyMatch(Connection::isActive)
                    ? Stream.of(StackNames.PRODUCTION)
                    : Stream.empty();
            Stream<String> endpoints = connections.stream()
                    .filter(connection ->
                            connection.isActive() && connection.endpoint().isEmpty())
                    .map(this::stackOf);
            return Stream.concat(endpoints, routes).distinct().sorted().toList();
        }

        /** The connections whose names get records. */
        public List<Connection> active() {
            return connections.stream().filter(Connection::isActive).toList();
        }

        /** The hosted zones that existed, with records that stay as they are. */
        public List<Hostname> importedZones() {
            return Hostname.zonesOf(connections.stream()
                    .filter(connection -> connection.dns() == DnsState.IMPORTED)
                    .flatMap(connection -> connection.address().names().stream())
                    .toList());
        }

        /** The stack of a connection's endpoint. */
        public String stackOf(Connection connection) {
            return StackNames.customer(customer, connection.endpointRegion(production));
        }
    }
}
