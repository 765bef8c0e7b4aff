package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.fleet.ExpectedNetwork;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.fleet.ExpectedPath.ExpectedStacks;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.DeployedStack;
import com.elementarydata.privatelink.observed.NameFacts;
import com.elementarydata.privatelink.observed.NetworkFacts;
import com.elementarydata.privatelink.observed.PathFacts;
import com.elementarydata.privatelink.observed.Reading;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * Everything that AWS says about the paths of some connections. What they have in common is read once.
 *
 * @param access with the credentials of Elementary's account
 */
public record PathReader(AwsAccess access) {

    /**
     * Reads it.
     *
     * @param network Elementary's network
     * @param paths the connections
     */
    public PathFacts read(ExpectedNetwork network, List<ExpectedPath> paths) {
        Region home = Region.parse(network.region());
        AccountReader whole = new AccountReader(access, home);
        String account = access.account(home).value();
        if (!account.equals(network.account())) {
            return whole.nothing(account, network, paths);
        }
        SortedMap<String, SortedSet<String>> wanted = wanted(network, paths);
        SortedMap<String, Reading<List<DeployedStack>>> stacks = InParallel.forEach(
                wanted.keySet(), region -> stacks(region, Objects.requireNonNull(wanted.get(region))));
        SortedSet<String> regions = new TreeSet<>(wanted.keySet());
        regions.add(network.region());
        return new PathFacts(
                Reading.of(account),
                whole.regions(used(network, paths)),
                stacks,
                InParallel.forEach(regions, region -> network(region, network, paths, stacks)),
                names(home, network, paths),
                whole.services(paths),
                Optional.empty());
    }

    private record Place(String region, String stack) {}

    /** The names of the stacks that paths need, by Region. */
    private static SortedMap<String, SortedSet<String>> wanted(ExpectedNetwork network, List<ExpectedPath> paths) {
        SortedMap<String, SortedSet<String>> wanted = new TreeMap<>();
        paths.forEach(path -> Stream.of(
                        new Place(path.endpointRegion(), path.stacks().regional()),
                        new Place(path.endpointRegion(), path.stacks().customer()),
                        new Place(network.region(), path.stacks().production()),
                        new Place(network.region(), path.stacks().dns()))
                .forEach(place -> wanted.computeIfAbsent(place.region(), absent -> new TreeSet<>())
                        .add(place.stack())));
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
                output(here, names.regional(), names.vpcId()).ifPresent(vpcs::add);
                output(here, names.customer(), names.endpointId()).ifPresent(endpoints::add);
            }
        }
        Region parsed = Region.parse(region);
        try (Ec2Client ec2 = access.ec2(parsed)) {
            return new NetworkReader(ec2, parsed).read(vpcs, List.copyOf(endpoints), network.vpcId());
        }
    }

    private static Optional<String> output(List<DeployedStack> stacks, String stack, String output) {
        return stacks.stream()
                .filter(candidate -> candidate.name().equals(stack))
                .findFirst()
                .flatMap(found -> found.output(output));
    }

    private NameFacts names(Region home, ExpectedNetwork network, List<ExpectedPath> paths) {
        List<ExpectedPath> active = paths.stream().filter(ExpectedPath::active).toList();
        return new NameReader(access, home, network.vpcId(), network.account())
                .read(
                        active.stream()
                                .flatMap(path -> path.hostnames().stream())
                                .distinct()
                                .toList(),
                        active.stream()
                                .flatMap(path -> path.hostedZones().stream())
                                .distinct()
                                .toList());
    }
}
