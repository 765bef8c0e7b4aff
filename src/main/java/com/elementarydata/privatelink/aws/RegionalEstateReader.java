package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.EstateFacts.FoundEndpoint;
import com.elementarydata.privatelink.observed.EstateFacts.FoundGroup;
import com.elementarydata.privatelink.observed.EstateFacts.FoundPeering;
import com.elementarydata.privatelink.observed.EstateFacts.FoundSubnet;
import com.elementarydata.privatelink.observed.EstateFacts.FoundVpc;
import com.elementarydata.privatelink.observed.EstateFacts.InRegion;
import com.elementarydata.privatelink.observed.NetworkFacts.RouteTable;
import com.elementarydata.privatelink.observed.Tags;
import com.google.common.collect.Lists;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DnsEntry;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnection;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnectionVpcInfo;

/**
 * What is in a Region around a production VPC.
 *
 * @param ec2 in that Region
 * @param region the Region
 * @param home production's
 * @param production production's VPC
 */
record RegionalEstateReader(Ec2Client ec2, Region region, Region home, String production) {

    /** EC2 takes no more values in one filter. */
    private static final int VALUES = 200;

    private static final Set<String> GONE = Set.of("deleted", "deleting", "expired", "failed", "rejected");

    static final List<Permission> ASKED = Permission.all(
            Permission.of(
                    "ec2",
                    "DescribeNetworkInterfaces",
                    "DescribeSecurityGroups",
                    "DescribeSubnets",
                    "DescribeVpcEndpoints",
                    "DescribeVpcPeeringConnections",
                    "DescribeVpcs"),
            RoutingReader.ROUTE_TABLES);

    /** Reads it. */
    InRegion read() {
        List<VpcEndpoint> endpoints = endpoints();
        List<FoundPeering> peerings = peerings();
        SortedSet<String> vpcs = new TreeSet<>();
        endpoints.forEach(endpoint -> vpcs.add(endpoint.vpcId()));
        peerings.stream()
                .filter(peering -> peering.peerRegion().equals(region.code()))
                .forEach(peering -> vpcs.add(peering.peerVpcId()));
        if (region.equals(home)) {
            vpcs.add(production);
        }
        if (vpcs.isEmpty()) {
            return InRegion.empty();
        }
        SortedMap<String, NetworkInterface> interfaces = interfaces(endpoints);
        return new InRegion(
                chosen("vpc-id", vpcs, this::vpcs),
                chosen("vpc-id", vpcs, this::subnets),
                peerings,
                endpoints.stream().map(endpoint -> found(endpoint, interfaces)).toList(),
                groups(endpoints),
                chosen("vpc-id", vpcs, this::routeTables));
    }

    /** What many values of a filter choose, in as few calls as EC2 admits. */
    private static <T> List<T> chosen(String filter, Collection<String> values, Function<Filter, List<T>> asked) {
        return Lists.partition(List.copyOf(values), VALUES).stream()
                .map(some -> NetworkReader.where(filter, some))
                .flatMap(some -> asked.apply(some).stream())
                .toList();
    }

    private List<VpcEndpoint> endpoints() {
        Filter ofInterfaces = NetworkReader.where("vpc-endpoint-type", List.of("Interface"));
        return ec2.describeVpcEndpointsPaginator(request -> request.filters(ofInterfaces)).vpcEndpoints().stream()
                .filter(endpoint -> endpoint.serviceName().contains(".vpce-svc-"))
                .filter(endpoint -> !Set.of("deleted", "deleting")
                        .contains(Endpoints.deployed(endpoint).state().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private FoundEndpoint found(VpcEndpoint endpoint, SortedMap<String, NetworkInterface> interfaces) {
        return new FoundEndpoint(
                Endpoints.deployed(endpoint),
                Optional.ofNullable(endpoint.serviceRegion()).orElse(region.code()),
                endpoint.dnsEntries().stream().findFirst().map(DnsEntry::hostedZoneId),
                endpoint.networkInterfaceIds().stream()
                        .flatMap(id -> Optional.ofNullable(interfaces.get(id)).stream())
                        .map(NetworkInterface::privateIpAddress)
                        .sorted()
                        .toList(),
                tags(endpoint.tags()));
    }

    private SortedMap<String, NetworkInterface> interfaces(List<VpcEndpoint> endpoints) {
        List<String> ids = endpoints.stream()
                .flatMap(endpoint -> endpoint.networkInterfaceIds().stream())
                .toList();
        return chosen("network-interface-id", ids, this::interfaces).stream()
                .collect(Collectors.toMap(
                        NetworkInterface::networkInterfaceId, one -> one, (one, other) -> one, TreeMap::new));
    }

    private List<NetworkInterface> interfaces(Filter some) {
        return ec2.describeNetworkInterfacesPaginator(request -> request.filters(some)).networkInterfaces().stream()
                .toList();
    }

    private List<FoundVpc> vpcs(Filter some) {
        return ec2.describeVpcsPaginator(request -> request.filters(some)).vpcs().stream()
                .map(vpc -> new FoundVpc(
                        vpc.vpcId(),
                        blocks(vpc.cidrBlock(), NetworkReader.vpc(vpc).cidrs()),
                        tags(vpc.tags())))
                .toList();
    }

    private static List<String> blocks(String first, List<String> all) {
        return Stream.concat(Stream.of(first), all.stream()).distinct().toList();
    }

    private List<FoundSubnet> subnets(Filter some) {
        return ec2.describeSubnetsPaginator(request -> request.filters(some)).subnets().stream()
                .filter(subnet -> subnet.cidrBlock() != null)
                .map(subnet -> new FoundSubnet(
                        subnet.subnetId(), subnet.vpcId(), subnet.cidrBlock(), subnet.availabilityZoneId()))
                .toList();
    }

    private List<FoundPeering> peerings() {
        return ec2.describeVpcPeeringConnectionsPaginator().vpcPeeringConnections().stream()
                .filter(peering -> !GONE.contains(peering.status().codeAsString()))
                .flatMap(peering -> found(peering).stream())
                .toList();
    }

    private Optional<FoundPeering> found(VpcPeeringConnection peering) {
        boolean asked = peering.requesterVpcInfo().vpcId().equals(production);
        boolean wasAsked = peering.accepterVpcInfo().vpcId().equals(production);
        if (!asked && !wasAsked) {
            return Optional.empty();
        }
        VpcPeeringConnectionVpcInfo peer = asked ? peering.accepterVpcInfo() : peering.requesterVpcInfo();
        return Optional.of(new FoundPeering(
                peering.vpcPeeringConnectionId(),
                peering.status().codeAsString(),
                peer.vpcId(),
                peer.region(),
                peer.ownerId(),
                tags(peering.tags())));
    }

    private SortedMap<String, FoundGroup> groups(List<VpcEndpoint> endpoints) {
        SortedSet<String> ids = new TreeSet<>();
        endpoints.forEach(endpoint -> endpoint.groups().forEach(group -> ids.add(group.groupId())));
        SortedMap<String, FoundGroup> groups = new TreeMap<>();
        chosen("group-id", ids, this::groups)
                .forEach(group -> groups.put(
                        group.groupId(),
                        new FoundGroup(
                                group.groupName(), group.description(), GroupPorts.of(group), tags(group.tags()))));
        return groups;
    }

    private List<RouteTable> routeTables(Filter some) {
        return new RoutingReader(ec2, some, new PrefixLists(ec2, region)).routeTables();
    }

    private List<SecurityGroup> groups(Filter some) {
        return ec2.describeSecurityGroupsPaginator(request -> request.filters(some)).securityGroups().stream()
                .toList();
    }

    private static Tags tags(List<Tag> tags) {
        SortedMap<String, String> byKey = new TreeMap<>();
        tags.forEach(tag -> byKey.put(tag.key(), tag.value()));
        return new Tags(byKey);
    }
}
