package com.elementarydata.privatelink.operation.deployment;

import com.elementarydata.privatelink.aws.AvailabilityZones;
import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.aws.PathReader;
import com.elementarydata.privatelink.aws.QuotaReader;
import com.elementarydata.privatelink.aws.Stacks;
import com.elementarydata.privatelink.dns.DnsResolver;
import com.elementarydata.privatelink.fleet.ExpectedNetwork;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.fleet.ExpectedPaths;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.judge.NameMoves;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Ledger;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.PathFacts;
import com.elementarydata.privatelink.observed.QuotaFacts;
import com.elementarydata.privatelink.operation.diagnosis.AvailabilityZoneChecks;
import com.elementarydata.privatelink.operation.diagnosis.Preconditions;
import com.elementarydata.privatelink.operation.diagnosis.QuotaChecks;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What has to be true on AWS before a plan is deployed, and that no stack can bring about.
 *
 * @param findings the finding of each precondition
 */
public record LivePreconditions(List<Finding> findings) {

    private static final String REGIONS = "PD102";

    /**
     * Asks AWS, which is only read, about the connections of some customers and what all of them share, and a resolver
     * where their new names point today.
     *
     * @param access with the fleet's credentials
     * @param resolver where names are asked for
     * @param fleet as it is written
     * @param customers those that are asked for
     * @param profile whose credentials commands use, unless the environment says
     */
    public static LivePreconditions of(
            AwsAccess access, DnsResolver resolver, Fleet fleet, List<Customer> customers, Optional<String> profile) {
        ExpectedPaths expected = new ExpectedPaths(fleet);
        List<ExpectedPath> paths = customers.stream()
                .flatMap(customer -> expected.of(customer).stream())
                .toList();
        List<String> regions = Stream.concat(
                        fleet.ledger().regions().keySet().stream().map(Region::code),
                        paths.stream().map(ExpectedPath::serviceRegion))
                .distinct()
                .toList();
        PathFacts facts = new PathReader(access).preconditions(expected.network(), regions, paths);
        List<Region> enabled = enabled(
                Stream.concat(
                        Stream.of(expected.network().region()),
                        fleet.ledger().regions().keySet().stream().map(Region::code)),
                facts);
        return new LivePreconditions(Stream.of(
                        Preconditions.of(expected.network(), regions, paths, facts),
                        zones(access, enabled, fleet.ledger(), paths),
                        quotas(access, enabled, fleet, paths, facts, profile),
                        NewNames.of(customers, facts).askedOf(resolver),
                        moves(access, Region.parse(expected.network().region()), customers, facts))
                .flatMap(List::stream)
                .toList());
    }

    /** Nothing can be said of them where zones or stacks were not read, which others say. */
    private static List<Finding> moves(AwsAccess access, Region home, List<Customer> customers, PathFacts facts) {
        return facts.names()
                .zones()
                .value()
                .filter(zones -> !zones.isEmpty())
                .map(zones -> new NameMoves(
                                customers, zones, new Stacks(access, home).all().keySet())
                        .findings())
                .orElse(List.of());
    }

    private static List<Finding> zones(
            AwsAccess access, List<Region> regions, Ledger ledger, List<ExpectedPath> paths) {
        SortedMap<String, List<String>> zones = new TreeMap<>();
        ledger.regions()
                .forEach((region, addresses) -> zones.put(
                        region.code(),
                        addresses.subnets().keySet().stream()
                                .map(AvailabilityZoneId::value)
                                .toList()));
        return new AvailabilityZoneChecks(zones, paths, new AvailabilityZones(access).in(regions)).findings();
    }

    private static List<Finding> quotas(
            AwsAccess access,
            List<Region> regions,
            Fleet fleet,
            List<ExpectedPath> paths,
            PathFacts facts,
            Optional<String> profile) {
        ExpectedNetwork network = new ExpectedPaths(fleet).network();
        SortedMap<String, String> cidrs = new TreeMap<>();
        fleet.ledger()
                .regions()
                .forEach((region, addresses) ->
                        cidrs.put(region.code(), addresses.cidr().value().toString()));
        QuotaFacts quotas = new QuotaReader(access, network.account()).read(Region.parse(network.region()), regions);
        return new QuotaChecks(
                        network, cidrs, paths, facts, quotas, fleet.network().limits(), profile)
                .findings();
    }

    /** In a Region that is not enabled AWS refuses everything. */
    private static List<Region> enabled(Stream<String> regions, PathFacts facts) {
        SortedMap<String, String> status = facts.regions().value().orElseGet(TreeMap::new);
        return regions.distinct()
                .filter(region -> !status.getOrDefault(region, "").startsWith("not"))
                .map(Region::parse)
                .toList();
    }

    /** Whether none prevents a deployment. */
    public boolean isFine() {
        return findings.stream().noneMatch(Finding::isBlamed);
    }

    /** Whether every Region answers, so that it can be asked for more. */
    public boolean areRegionsEnabled() {
        return findings.stream()
                .noneMatch(finding -> finding.isBlamed() && finding.code().equals(REGIONS));
    }
}
