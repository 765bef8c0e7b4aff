package com.elementarydata.privatelink.observed;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was observed of the path from production to some endpoint services, in AWS's words.
 *
 * @param account whose credentials were used
 * @param regions whether Regions are enabled: {@code opt-in-not-required}, {@code opted-in}, {@code not-opted-in}
 * @param stacks Elementary's stacks that the path needs, by Region; those that are not deployed are missing
 * @param networks the networks by Region, production's among them
 * @param names what decides names in the production VPC
 * @param services the endpoint services that are visible, by name; an empty answer where one is not
 * @param here what was tried from within the production VPC, if requested
 */
public record PathFacts(
        Reading<String> account,
        Reading<SortedMap<String, String>> regions,
        SortedMap<String, Reading<List<DeployedStack>>> stacks,
        SortedMap<String, NetworkFacts> networks,
        NameFacts names,
        SortedMap<String, Reading<List<VisibleService>>> services,
        Optional<HereFacts> here)
        implements Deployed {

    /** Copies. */
    public PathFacts {
        stacks = Collections.unmodifiableSortedMap(new TreeMap<>(stacks));
        networks = Collections.unmodifiableSortedMap(new TreeMap<>(networks));
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    }

    /** Whether AWS refused any answer. */
    public boolean hasRefusals() {
        Stream<Reading<?>> ofNetworks = networks.values().stream()
                .flatMap(network -> Stream.of(
                        network.vpcs(),
                        network.subnets(),
                        network.routeTables(),
                        network.networkAcls(),
                        network.peerings(),
                        network.endpoints(),
                        network.securityGroups()));
        Stream<Reading<?>> ofEndpoints = networks.values().stream()
                .flatMap(network -> network.endpoints().value().stream())
                .flatMap(List::stream)
                .map(NetworkFacts.Endpoint::addresses);
        Stream<Reading<?>> ofNames = Stream.of(
                names.vpcDns(), names.nameServers(), names.rules(), names.zones(), names.elsewhere(), account, regions);
        return Stream.of(stacks.values().stream(), services.values().stream(), ofNetworks, ofEndpoints, ofNames)
                .flatMap(readings -> readings)
                .anyMatch(Reading::isRefused);
    }

    /** The networks of a Region. */
    public NetworkFacts in(String region) {
        return Optional.ofNullable(networks.get(region))
                .orElseThrow(() -> new NotSeenException("nothing was read in " + region));
    }

    @Override
    public Optional<DeployedStack> stack(String region, String name) {
        return Optional.ofNullable(stacks.get(region))
                .orElseThrow(() -> new NotSeenException("nothing was read in " + region))
                .get()
                .stream()
                .filter(stack -> stack.name().equals(name))
                .findFirst();
    }

    @Override
    public Optional<DeployedEndpoint> endpoint(String region, String id) {
        return in(region).endpoint(id).map(NetworkFacts.Endpoint::endpoint);
    }

    @Override
    public NameLookup lookup() {
        return new NameLookup(names.zones().get());
    }

    /** The same with what was tried from within the production VPC. */
    public PathFacts with(HereFacts tried) {
        return new PathFacts(account, regions, stacks, networks, names, services, Optional.of(tried));
    }
}
