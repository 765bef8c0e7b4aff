package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.DeployedEndpoint;
import com.elementarydata.privatelink.observed.GroupRule;
import com.elementarydata.privatelink.observed.NetworkFacts;
import com.elementarydata.privatelink.observed.NetworkFacts.Endpoint;
import com.elementarydata.privatelink.observed.NetworkFacts.Peering;
import com.elementarydata.privatelink.observed.NetworkFacts.SecurityGroup;
import com.elementarydata.privatelink.observed.NetworkFacts.Subnet;
import com.elementarydata.privatelink.observed.NetworkFacts.Vpc;
import com.elementarydata.privatelink.observed.Reading;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockAssociation;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/**
 * The VPCs of a Region that packets pass.
 *
 * @param ec2 in that Region
 * @param region the Region
 */
record NetworkReader(Ec2Client ec2, Region region) {

    private static final String GONE = "InvalidVpcEndpointId.NotFound";

    static final List<Permission> VPCS = Permission.all(
            Permission.of("ec2", "DescribeSubnets", "DescribeVpcPeeringConnections", "DescribeVpcs"),
            RoutingReader.ASKED);

    static final List<Permission> ENDPOINTS = Permission.all(
            Permission.of("ec2", "DescribeNetworkInterfaces", "DescribeSecurityGroups", "DescribeVpcEndpoints"),
            PrefixLists.ASKED);

    /**
     * Reads them.
     *
     * @param vpcIds the VPCs that are known
     * @param endpointIds the endpoints, whose VPCs are read too
     * @param productionVpcId whose peering connections are read
     */
    NetworkFacts read(Collection<String> vpcIds, List<String> endpointIds, String productionVpcId) {
        Reading<List<Endpoint>> endpoints = Asked.of("ec2:DescribeVpcEndpoints", region, () -> endpoints(endpointIds));
        List<DeployedEndpoint> there = endpoints.value().orElse(List.of()).stream()
                .map(Endpoint::endpoint)
                .toList();
        SortedSet<String> vpcs = new TreeSet<>(vpcIds);
        there.forEach(endpoint -> vpcs.add(endpoint.vpcId()));
        if (vpcs.isEmpty()) {
            // a filter without values is refused
            return new NetworkFacts(none(), none(), none(), none(), none(), endpoints, none());
        }
        Filter within = where("vpc-id", vpcs);
        PrefixLists lists = new PrefixLists(ec2, region);
        RoutingReader routing = new RoutingReader(ec2, within, lists);
        return new NetworkFacts(
                Asked.of("ec2:DescribeVpcs", region, () -> vpcs(within)),
                Asked.of("ec2:DescribeSubnets", region, () -> subnets(within)),
                Asked.of("ec2:DescribeRouteTables", region, routing::routeTables),
                Asked.of("ec2:DescribeNetworkAcls", region, routing::networkAcls),
                Asked.of("ec2:DescribeVpcPeeringConnections", region, () -> peerings(productionVpcId)),
                endpoints,
                Asked.of("ec2:DescribeSecurityGroups", region, () -> groups(there, lists)));
    }

    /** Chooses what has one of some values. */
    static Filter where(String name, Collection<String> values) {
        return Filter.builder().name(name).values(values).build();
    }

    private static <T> Reading<List<T>> none() {
        return Reading.of(List.of());
    }

    private List<Vpc> vpcs(Filter within) {
        return ec2.describeVpcsPaginator(request -> request.filters(within)).vpcs().stream()
                .map(NetworkReader::vpc)
                .toList();
    }

    /** A VPC with the blocks that it has at the moment. */
    static Vpc vpc(software.amazon.awssdk.services.ec2.model.Vpc vpc) {
        return new Vpc(
                vpc.vpcId(),
                vpc.cidrBlockAssociationSet().stream()
                        .filter(block -> block.cidrBlockState() == null
                                || block.cidrBlockState().stateAsString().equals("associated"))
                        .map(VpcCidrBlockAssociation::cidrBlock)
                        .toList());
    }

    private List<Subnet> subnets(Filter within) {
        return ec2.describeSubnetsPaginator(request -> request.filters(within)).subnets().stream()
                // one only for IPv6 has none
                .filter(subnet -> subnet.cidrBlock() != null)
                .map(subnet ->
                        new Subnet(subnet.subnetId(), subnet.vpcId(), subnet.cidrBlock(), subnet.availabilityZoneId()))
                .toList();
    }

    private List<Peering> peerings(String productionVpcId) {
        return ec2.describeVpcPeeringConnectionsPaginator().vpcPeeringConnections().stream()
                .map(peering -> new Peering(
                        peering.vpcPeeringConnectionId(),
                        peering.status().codeAsString(),
                        peering.requesterVpcInfo().vpcId(),
                        peering.accepterVpcInfo().vpcId()))
                .filter(peering -> peering.requesterVpcId().equals(productionVpcId)
                        || peering.accepterVpcId().equals(productionVpcId))
                .toList();
    }

    private List<Endpoint> endpoints(List<String> ids) {
        return ids.stream()
                .flatMap(id -> endpoint(id).stream())
                .map(endpoint -> new Endpoint(Endpoints.deployed(endpoint), addresses(endpoint)))
                .toList();
    }

    private Optional<VpcEndpoint> endpoint(String id) {
        return Asked.unless(
                GONE,
                "",
                () -> ec2.describeVpcEndpoints(request -> request.vpcEndpointIds(id)).vpcEndpoints().stream()
                        .findFirst());
    }

    /** Without them the endpoint is there all the same. */
    private Reading<List<String>> addresses(VpcEndpoint endpoint) {
        if (endpoint.networkInterfaceIds().isEmpty()) {
            return none();
        }
        return Asked.of(
                "ec2:DescribeNetworkInterfaces",
                region,
                () -> ec2
                        .describeNetworkInterfaces(
                                request -> request.networkInterfaceIds(endpoint.networkInterfaceIds()))
                        .networkInterfaces()
                        .stream()
                        .flatMap(one -> Stream.concat(
                                Stream.ofNullable(one.privateIpAddress()),
                                one.ipv6Addresses().stream().map(address -> address.ipv6Address())))
                        .sorted()
                        .toList());
    }

    private List<SecurityGroup> groups(List<DeployedEndpoint> endpoints, PrefixLists lists) {
        List<String> ids = endpoints.stream()
                .flatMap(endpoint -> endpoint.securityGroupIds().stream())
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Filter these = where("group-id", ids);
        return ec2.describeSecurityGroupsPaginator(request -> request.filters(these)).securityGroups().stream()
                .map(group -> new SecurityGroup(
                        group.groupId(),
                        group.ipPermissions().stream()
                                .flatMap(NetworkReader::rules)
                                .flatMap(rule -> blocks(rule, lists))
                                .toList()))
                .toList();
    }

    /** What a permission allows, a rule for each source. */
    static Stream<GroupRule> rules(IpPermission permission) {
        Stream<String> sources = Stream.of(
                        permission.ipRanges().stream().map(range -> range.cidrIp()),
                        permission.ipv6Ranges().stream().map(range -> range.cidrIpv6()),
                        permission.prefixListIds().stream().map(list -> list.prefixListId()),
                        permission.userIdGroupPairs().stream().map(group -> group.groupId()))
                .flatMap(found -> found);
        return sources.map(source -> new GroupRule(
                permission.ipProtocol(),
                Optional.ofNullable(permission.fromPort()).orElse(-1),
                Optional.ofNullable(permission.toPort()).orElse(-1),
                source));
    }

    /** A list that cannot be read stays one. */
    private static Stream<GroupRule> blocks(GroupRule rule, PrefixLists lists) {
        return rule.isOfPrefixList()
                ? lists.blocks(rule.source()).value().orElse(List.of(rule.source())).stream()
                        .map(block -> new GroupRule(rule.protocol(), rule.fromPort(), rule.toPort(), block))
                : Stream.of(rule);
    }
}
