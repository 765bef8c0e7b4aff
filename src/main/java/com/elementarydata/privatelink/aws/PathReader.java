package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.fleet.ExpectedNetwork;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.fleet.ExpectedPath.ExpectedEndpoint;
import com.elementarydata.privatelink.fleet.ExpectedPath.ExpectedStacks;
import com.elementarydata.privatelink.fleet.ExpectedPath.ExpectedVpc;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.DeployedStack;
import com.elementarydata.privatelink.observed.NameFacts;
import com.elementarydata.privatelink.observed.NetworkFacts;
import com.elementarydata.privatelink.observed.PathFacts;
import com.elementarydata.privatelink.observed.Reading;
import com.google.common.collect.SortedSetMultimap;
import com.google.common.collect.TreeMultimap;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * Everything that AWS says about the paths of some connections. What they have in common is read once.
 *
 * @param access with the credentials of Elementary's account
 */
public record PathReader(AwsAccess access) {

    static final List<Permission> PRECONDITIONS = Permission.all(
            AwsAccess.OWN, EnabledRegions.ASKED, NetworkReader.VPCS, NameReader.ASKED, EndpointServices.ASKED);

    static final List<Permission> ASKED =
            Permission.all(PRECONDITIONS, Stacks.NAMED, NetworkReader.ENDPOINTS, ZoneReader.RECORDS);

    /**
     * Reads it.
     *
     * @param network Elementary's network
     * @param paths the connections
     */
    public PathFacts read(ExpectedNetwork network, List<ExpectedPath> paths) {
        List<String> hostedZones = ExpectedPath.active(paths, ExpectedPath::hostedZones);
        SortedSet<String> networks = new TreeSet<>(List.of(network.region()));
        paths.forEach(path -> networks.add(path.endpointRegion()));
        return read(
                network,
                used(network, paths),
                paths,
                wanted(network, paths),
                networks,
                names -> names.read(ExpectedPath.active(paths, ExpectedPath::hostnames), hostedZones));
    }

    /**
     * Reads only what the preconditions judge, with a few calls and one for each endpoint service.
     *
     * @param network Elementary's network
     * @param regions the Regions in use
     * @param paths the connections whose names and services matter
     */
    public PathFacts preconditions(ExpectedNetwork network, Collection<String> regions, List<ExpectedPath> paths) {
        SortedSet<String> used = new TreeSet<>(regions);
        used.add(network.region());
        List<String> hostnames = paths.stream()
                .flatMap(path -> path.hostnames().stream())
                .distinct()
                .toList();
        SortedSet<String> home = new TreeSet<>(List.of(network.region()));
        return read(network, used, paths, TreeMultimap.create(), home, names -> names.read(hostnames));
    }

    private PathFacts read(
            ExpectedNetwork network,
            SortedSet<String> used,
            List<ExpectedPath> paths,
            SortedSetMultimap<String, String> wanted,
            SortedSet<String> networks,
            Function<NameReader, NameFacts> names) {
        Region home = Region.parse(network.region());
        AccountReader whole = new AccountReader(access, home);
        String account = access.account(home).value();
        if (!account.equals(network.account())) {
            return whole.nothing(account, network, paths);
        }
        SortedMap<String, Reading<List<DeployedStack>>> stacks =
                InParallel.forEach(wanted.keySet(), region -> stacks(region, wanted.get(region)));
        return new PathFacts(
                Reading.of(account),
                whole.regions(used),
                stacks,
                InParallel.forEach(networks, region -> network(region, network, paths, stacks)),
                names.apply(new NameReader(access, home, network.vpcId(), network.account())),
                whole.services(paths),
                Optional.empty());
    }

    /** The names of the stacks that paths need, by Region. */
    private static SortedSetMultimap<String, String> wanted(ExpectedNetwork network, List<ExpectedPath> paths) {
        SortedSetMultimap<String, String> wanted = TreeMultimap.create();
        for (ExpectedPath path : paths) {
            ExpectedStacks stacks = path.stacks();
            if (path.adoptedEndpoint().isEmpty()) {
                wanted.put(path.endpointRegion(), stacks.customer());
            }
            if (path.adoptedVpc().isEmpty()) {
                wanted.put(path.endpointRegion(), stacks.regional());
            }
            wanted.put(network.region(), stacks.production());
            if (!path.external()) {
                wanted.put(network.region(), stacks.dns());
            }
        }
        return wanted;
    }

    private static SortedSet<String> used(ExpectedNetwork network, List<ExpectedPath> paths) {
        SortedSet<String> used = new TreeSet<>(List.of(network.region()));
        paths.forEach(path -> used.addAll(List.of(path.endpointRegion(), path.serviceRegion())));
        return used;
    }

    private Reading<List<DeployedStack>> stacks(String region, Collection<String> names) {
        Stacks stacks = new Stacks(access, Region.parse(region));
        return Asked.of(
                "cloudformation:DescribeStacks",
                region,
                () -> names.stream()
                        .flatMap(name -> stacks.named(name).stream())
                        .toList());
    }

    private NetworkFacts network(
            String region,
            ExpectedNetwork network,
            List<ExpectedPath> paths,
            SortedMap<String, Reading<List<DeployedStack>>> stacks) {
        NavigableSet<String> vpcs = new TreeSet<>();
        NavigableSet<String> endpoints = new TreeSet<>();
        if (region.equals(network.region())) {
            vpcs.add(network.vpcId());
        }
        List<DeployedStack> here =
                Optional.ofNullable(stacks.get(region)).flatMap(Reading::value).orElse(List.of());
        for (ExpectedPath path : paths) {
            if (path.endpointRegion().equals(region)) {
                ExpectedStacks names = path.stacks();
                path.adoptedVpc()
                        .map(ExpectedVpc::vpcId)
                        .or(() -> output(here, names.regional(), names.vpcId()))
                        .ifPresent(vpcs::add);
                path.adoptedEndpoint()
                        .map(ExpectedEndpoint::id)
                        .or(() -> output(here, names.customer(), names.endpointId()))
                        .ifPresent(endpoints::add);
            }
        }
        Region parsed = Region.parse(region);
        return access.ask(
                parsed,
                Ec2Client.builder(),
                ec2 -> new NetworkReader(ec2, parsed).read(vpcs, List.copyOf(endpoints), network.vpcId()));
    }

    private static Optional<String> output(List<DeployedStack> stacks, String stack, String output) {
        return stacks.stream()
                .filter(candidate -> candidate.name().equals(stack))
                .findFirst()
                .flatMap(found -> found.output(output));
    }
}
