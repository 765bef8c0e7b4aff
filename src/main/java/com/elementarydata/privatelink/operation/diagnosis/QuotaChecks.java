package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.fleet.ExpectedNetwork;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Limits;
import com.elementarydata.privatelink.model.Quota;
import com.elementarydata.privatelink.observed.NameFacts;
import com.elementarydata.privatelink.observed.NetworkFacts;
import com.elementarydata.privatelink.observed.NetworkFacts.Peering;
import com.elementarydata.privatelink.observed.NetworkFacts.Route;
import com.elementarydata.privatelink.observed.NetworkFacts.RouteTable;
import com.elementarydata.privatelink.observed.NetworkFacts.Vpc;
import com.elementarydata.privatelink.observed.NotSeenException;
import com.elementarydata.privatelink.observed.PathFacts;
import com.elementarydata.privatelink.observed.QuotaFacts;
import com.elementarydata.privatelink.observed.QuotaFacts.HostedZones;
import com.elementarydata.privatelink.observed.QuotaFacts.InRegion;
import com.elementarydata.privatelink.observed.Reading;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the account's quotas suffice for a deployment, with all else that the account has.
 *
 * @param network Elementary's network
 * @param regionalCidrs the addresses of the regional VPCs, by Region
 * @param paths the connections that are deployed
 * @param facts what was observed of production
 * @param quotas what was counted
 * @param limits the quotas where AWS does not say
 * @param profile whose credentials commands use, unless the environment says
 */
public record QuotaChecks(
        ExpectedNetwork network,
        SortedMap<String, String> regionalCidrs,
        List<ExpectedPath> paths,
        PathFacts facts,
        QuotaFacts quotas,
        Limits limits,
        Optional<String> profile) {

    /** Where AWS keeps the quotas of services without Regions. */
    private static final String GLOBAL = "us-east-1";

    /** A finding for each quota; those of a Region where it can be counted. */
    public List<Finding> findings() {
        Stream<Supplier<Finding>> regional = quotas.regions().keySet().stream().flatMap(this::regional);
        return Stream.concat(regional, Stream.of(this::peerings, this::routes, this::hostedZones))
                .map(question -> Preconditions.seen(PathCheck.QUOTAS, question))
                .toList();
    }

    private Stream<Supplier<Finding>> regional(String region) {
        List<ExpectedPath> here = paths.stream()
                .filter(path -> path.endpointRegion().equals(region))
                .toList();
        Stream<Supplier<Finding>> vpcs =
                regionalCidrs.containsKey(region) ? Stream.of(() -> vpcs(region)) : Stream.empty();
        return here.isEmpty()
                ? vpcs
                : Stream.concat(vpcs, Stream.of(() -> endpoints(region, here), () -> rules(region, here)));
    }

    private InRegion in(String region) {
        return Optional.ofNullable(quotas.regions().get(region))
                .orElseThrow(() -> new NotSeenException("nothing was counted in " + region));
    }

    private Finding judge(Quota quota, String region, String of, long used, long added) {
        Reading<SortedMap<String, Long>> applied = in(region).applied();
        return new QuotaUse(quota, region, of, used, added)
                .judge(
                        new Reading<>(
                                applied.value().flatMap(all -> Optional.ofNullable(all.get(quota.code()))),
                                applied.refusal()),
                        limits.of(quota),
                        profile);
    }

    /** The regional VPC, where there is one yet. */
    private Optional<Vpc> regionalVpc(String region) {
        String cidr = Objects.requireNonNull(regionalCidrs.get(region), region);
        return in(region).vpcs().get().stream()
                .filter(vpc -> vpc.cidrs().contains(cidr))
                .findFirst();
    }

    private Finding vpcs(String region) {
        long used = in(region).vpcs().get().size();
        return judge(
                Quota.VPCS_PER_REGION,
                region,
                "VPCs in %s".formatted(region),
                used,
                regionalVpc(region).isPresent() ? 0 : 1);
    }

    /** A connection has its endpoint if there is one to its service that no other connection needs. */
    private Finding endpoints(String region, List<ExpectedPath> here) {
        Optional<Vpc> vpc = regionalVpc(region);
        Map<String, Long> existing = in(region).endpoints().get().stream()
                .filter(endpoint ->
                        vpc.filter(of -> of.id().equals(endpoint.vpcId())).isPresent())
                .collect(Collectors.groupingBy(QuotaFacts.Endpoint::serviceName, TreeMap::new, Collectors.counting()));
        Map<String, Long> planned = here.stream()
                .filter(ExpectedPath.firstOfEndpoint())
                .collect(Collectors.groupingBy(ExpectedPath::serviceName, TreeMap::new, Collectors.counting()));
        long added = planned.entrySet().stream()
                .mapToLong(service -> Math.max(0, service.getValue() - existing.getOrDefault(service.getKey(), 0L)))
                .sum();
        return judge(
                Quota.ENDPOINTS_PER_VPC,
                region,
                "interface endpoints in the regional VPC of %s".formatted(region),
                existing.values().stream().mapToLong(Long::longValue).sum(),
                added);
    }

    private Finding rules(String region, List<ExpectedPath> here) {
        ExpectedPath most = here.stream()
                .max(Comparator.comparingInt(path -> path.ports().size()))
                .orElseThrow();
        return judge(
                Quota.RULES_PER_SECURITY_GROUP,
                region,
                "inbound rules of the security group of %s".formatted(most.name()),
                (long) network.clientCidrs().size() * most.ports().size(),
                0);
    }

    private NetworkFacts home() {
        return facts.in(network.region());
    }

    private Finding peerings() {
        List<Peering> active =
                home().peerings().get().stream().filter(Peering::isActive).toList();
        long added = regionalCidrs.keySet().stream()
                .filter(region -> quotas.regions().containsKey(region))
                .filter(region -> regionalVpc(region)
                        .filter(vpc -> active.stream().anyMatch(peering -> peering.connects(vpc.id(), network.vpcId())))
                        .isEmpty())
                .count();
        return judge(
                Quota.PEERING_CONNECTIONS_PER_VPC,
                network.region(),
                "active peering connections of the production VPC",
                active.size(),
                added);
    }

    /** Of the table that would have most. */
    private Finding routes() {
        return home().routeTables().get().stream()
                .filter(table -> network.routeTableIds().contains(table.id()))
                .max(Comparator.comparingLong(table -> table.routes().size() + missing(table)))
                .map(table -> judge(
                        Quota.ROUTES_PER_ROUTE_TABLE,
                        network.region(),
                        "routes in %s".formatted(table.id()),
                        table.routes().size(),
                        missing(table)))
                .orElseThrow(() -> new NotSeenException("no route table of production was found"));
    }

    private long missing(RouteTable table) {
        List<String> destinations =
                table.routes().stream().map(Route::destination).toList();
        return regionalCidrs.values().stream()
                .filter(cidr -> !destinations.contains(cidr))
                .count();
    }

    private Finding hostedZones() {
        HostedZones counted = quotas.hostedZones().get();
        List<String> present =
                facts.names().zones().get().stream().map(NameFacts.Zone::name).toList();
        long added = ExpectedPath.active(paths, ExpectedPath::hostedZones).stream()
                .filter(zone -> !present.contains(zone))
                .count();
        return new QuotaUse(
                        Quota.HOSTED_ZONES_PER_ACCOUNT, GLOBAL, "hosted zones in the account", counted.used(), added)
                .judge(Reading.of(counted.quota()), limits.of(Quota.HOSTED_ZONES_PER_ACCOUNT), profile);
    }
}
