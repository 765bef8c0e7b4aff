package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Ledger;
import com.elementarydata.privatelink.model.Network;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The stacks of a fleet, in an order in which they can be deployed: first the Regions', then production's, then each
 * customer's. The Regions' and production's follow from the network and the whole ledger alone, whichever customers are
 * asked for.
 *
 * @param account the account that all of them are in
 * @param stacks the stacks
 */
public record Plan(AccountId account, List<PlannedStack> stacks) {

    /** Plans the stacks of some customers, and those that all of them share. */
    public static Plan of(Network network, Ledger ledger, List<Customer> customers) {
        List<PlannedStack> stacks = new ArrayList<>();
        SortedMap<Region, Cidr> cidrs = new TreeMap<>();
        ledger.regions().forEach((region, addresses) -> {
            stacks.add(new PlannedStack.OfRegion(region, addresses, network.production()));
            cidrs.put(region, addresses.cidr().value());
        });
        if (!cidrs.isEmpty()) {
            stacks.add(new PlannedStack.OfProduction(network.production(), cidrs));
        }
        customers.forEach(customer -> stacks.addAll(of(network, customer)));
        return new Plan(network.account(), List.copyOf(stacks));
    }

    private static List<PlannedStack> of(Network network, Customer customer) {
        var id = customer.id().value();
        SortedMap<Region, List<Connection>> byRegion = customer.connections().stream()
                .collect(Collectors.groupingBy(
                        connection -> connection.endpointRegion(network.production()),
                        TreeMap::new,
                        Collectors.toList()));
        List<PlannedStack> stacks = new ArrayList<>();
        byRegion.forEach((region, connections) -> stacks.add(new PlannedStack.OfCustomer(
                id, region, connections, network.production().clientCidrs())));
        List<Connection> active =
                customer.connections().stream().filter(Connection::isActive).toList();
        if (!active.isEmpty()) {
            stacks.add(new PlannedStack.OfDns(id, active, network.production()));
        }
        return stacks;
    }
}
