package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Ledger;
import com.elementarydata.privatelink.model.Network;
import com.elementarydata.privatelink.model.RegionalAddresses;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        SortedMap<Region, RegionalAddresses> routed = new TreeMap<>();
        ledger.regions().forEach((region, addresses) -> {
            if (addresses.hasStack()) {
                stacks.add(new PlannedStack.OfRegion(region, addresses, network.production()));
            }
            if (addresses.isRouted()) {
                routed.put(region, addresses);
            }
        });
        if (!routed.isEmpty()) {
            stacks.add(new PlannedStack.OfProduction(network.production(), routed));
        }
        customers.forEach(customer -> stacks.addAll(of(network, ledger, customer, !routed.isEmpty())));
        return new Plan(network.account(), List.copyOf(stacks));
    }

    /** The stacks by customer, in their order; those that all share come first, by an empty name, and may be none. */
    public Map<String, List<PlannedStack>> byCustomer() {
        Map<String, List<PlannedStack>> all = new LinkedHashMap<>();
        all.put("", new ArrayList<>());
        stacks.forEach(stack -> all.computeIfAbsent(
                        stack instanceof PlannedStack.OfOneCustomer own
                                ? own.customer().value()
                                : "",
                        customer -> new ArrayList<>())
                .add(stack));
        return all;
    }

    /** Without the stacks of some customers. */
    public Plan without(Set<String> customers) {
        return new Plan(
                account,
                stacks.stream()
                        .filter(stack -> !(stack instanceof PlannedStack.OfOneCustomer own
                                && customers.contains(own.customer().value())))
                        .toList());
    }

    private static List<PlannedStack> of(Network network, Ledger ledger, Customer customer, boolean hasRoutes) {
        var id = customer.id().value();
        SortedMap<Region, List<Connection>> byRegion = customer.connections().stream()
                .filter(Connection::hasStack)
                .collect(Collectors.groupingBy(
                        connection -> connection.endpointRegion(network.production()),
                        TreeMap::new,
                        Collectors.toList()));
        List<PlannedStack> stacks = new ArrayList<>();
        byRegion.forEach((region, connections) -> stacks.add(new PlannedStack.OfCustomer(
                id,
                region,
                connections,
                network.production().clientCidrs(),
                Optional.ofNullable(ledger.regions().get(region)).flatMap(RegionalAddresses::adopted))));
        List<Connection> zoned =
                customer.connections().stream().filter(Connection::hasZones).toList();
        if (!zoned.isEmpty()) {
            stacks.add(new PlannedStack.OfDns(id, zoned, network.production(), hasRoutes));
        }
        return stacks;
    }
}
