package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.fleet.ExpectedNetwork;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.NameFacts;
import com.elementarydata.privatelink.observed.NetworkFacts;
import com.elementarydata.privatelink.observed.PathFacts;
import com.elementarydata.privatelink.observed.Reading;
import com.elementarydata.privatelink.observed.VisibleService;
import com.google.common.collect.Maps;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * What is of an account, and of no network in it.
 *
 * @param access with its credentials
 * @param home a Region that is enabled
 */
record AccountReader(AwsAccess access, Region home) {

    private static final String ANOTHER_ACCOUNT = "not asked, as the credentials are for another account";

    /** What can be said with the credentials of another account. */
    PathFacts nothing(String account, ExpectedNetwork network, List<ExpectedPath> paths) {
        SortedSet<String> regions = new TreeSet<>(List.of(network.region()));
        SortedSet<String> services = new TreeSet<>();
        paths.forEach(path -> {
            regions.add(path.endpointRegion());
            services.add(path.serviceName());
        });
        return new PathFacts(
                Reading.of(account),
                unread(),
                Maps.asMap(regions, region -> unread()),
                Maps.asMap(
                        regions,
                        region ->
                                new NetworkFacts(unread(), unread(), unread(), unread(), unread(), unread(), unread())),
                new NameFacts(unread(), unread(), unread(), unread(), unread()),
                Maps.asMap(services, service -> unread()),
                Optional.empty());
    }

    private static <T> Reading<T> unread() {
        return Reading.refused(ANOTHER_ACCOUNT);
    }

    /** Whether each Region of the partition is enabled. */
    Reading<SortedMap<String, String>> regions() {
        return regions(any -> true);
    }

    /** The same of some. */
    Reading<SortedMap<String, String>> regions(Collection<String> some) {
        return regions(some::contains);
    }

    private Reading<SortedMap<String, String>> regions(Predicate<String> which) {
        return Asked.of(
                "ec2:DescribeRegions",
                home,
                () -> access.ask(home, Ec2Client.builder(), ec2 -> {
                    SortedMap<String, String> status = new TreeMap<>();
                    ec2.describeRegions(request -> request.allRegions(true)).regions().stream()
                            .filter(region -> which.test(region.regionName()))
                            .forEach(region -> status.put(region.regionName(), region.optInStatus()));
                    return status;
                }));
    }

    /** The services of some connections, each from the Region of its endpoint. */
    SortedMap<String, Reading<List<VisibleService>>> services(List<ExpectedPath> paths) {
        SortedMap<String, ExpectedPath> byName = new TreeMap<>();
        paths.forEach(path -> byName.put(path.serviceName(), path));
        return InParallel.forEach(
                byName.keySet(),
                name -> service(
                        Region.parse(Objects.requireNonNull(byName.get(name)).endpointRegion()),
                        EndpointServiceName.parse(name)));
    }

    private Reading<List<VisibleService>> service(Region from, EndpointServiceName name) {
        return Asked.of(
                "ec2:DescribeVpcEndpointServices",
                from,
                () -> new EndpointServices(access, from).seen(name).stream().toList());
    }
}
