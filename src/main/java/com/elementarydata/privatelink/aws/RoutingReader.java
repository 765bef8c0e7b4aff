package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.observed.NetworkFacts.Entry;
import com.elementarydata.privatelink.observed.NetworkFacts.NetworkAcl;
import com.elementarydata.privatelink.observed.NetworkFacts.Route;
import com.elementarydata.privatelink.observed.NetworkFacts.RouteTable;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NetworkAclAssociation;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;
import software.amazon.awssdk.services.ec2.model.PortRange;
import software.amazon.awssdk.services.ec2.model.RouteOrigin;
import software.amazon.awssdk.services.ec2.model.RouteState;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociationStateCode;
import software.amazon.awssdk.services.ec2.model.RuleAction;

/**
 * Where packets go in some VPCs, and which are let through. IPv4 only.
 *
 * @param ec2 in their Region
 * @param within chooses the VPCs
 * @param lists the prefix lists of the Region
 */
record RoutingReader(Ec2Client ec2, Filter within, PrefixLists lists) {

    private static final int LAST_PORT = 65_535;

    static final List<Permission> ROUTE_TABLES =
            Permission.all(Permission.of("ec2", "DescribeRouteTables"), PrefixLists.ASKED);

    static final List<Permission> ASKED = Permission.all(Permission.of("ec2", "DescribeNetworkAcls"), ROUTE_TABLES);

    List<RouteTable> routeTables() {
        return ec2.describeRouteTablesPaginator(request -> request.filters(within)).routeTables().stream()
                .map(table -> new RouteTable(
                        table.routeTableId(),
                        table.vpcId(),
                        table.associations().stream().anyMatch(association -> Boolean.TRUE.equals(association.main())),
                        table.associations().stream()
                                .filter(RoutingReader::isInForce)
                                .map(RouteTableAssociation::subnetId)
                                .filter(Objects::nonNull)
                                .toList(),
                        table.routes().stream()
                                // of two for the same block, that of a gateway counts less
                                .sorted(Comparator.comparing(
                                        route -> route.origin() == RouteOrigin.ENABLE_VGW_ROUTE_PROPAGATION))
                                .flatMap(this::routes)
                                .toList(),
                        table.routes().stream().flatMap(this::unread).toList()))
                .toList();
    }

    private static boolean isInForce(RouteTableAssociation association) {
        return association.associationState() == null
                || association.associationState().state() != RouteTableAssociationStateCode.FAILED;
    }

    private Stream<Route> routes(software.amazon.awssdk.services.ec2.model.Route route) {
        Optional<String> list = Optional.ofNullable(route.destinationPrefixListId());
        Stream<String> blocks = list.map(id -> lists.blocks(id).value().stream().flatMap(List::stream))
                .orElseGet(() -> Stream.ofNullable(route.destinationCidrBlock()));
        return blocks.filter(block -> !isIpv6(block))
                .map(block -> new Route(block, target(route), route.state() != RouteState.BLACKHOLE, list));
    }

    private static boolean isIpv6(String block) {
        return block.contains(":");
    }

    private Stream<String> unread(software.amazon.awssdk.services.ec2.model.Route route) {
        return Stream.ofNullable(route.destinationPrefixListId())
                .flatMap(id -> lists.blocks(id).refusal().stream()
                        .map(why -> "%s to %s (%s)".formatted(id, target(route), why)));
    }

    private static String target(software.amazon.awssdk.services.ec2.model.Route route) {
        return Stream.of(
                        route.vpcPeeringConnectionId(),
                        route.transitGatewayId(),
                        route.natGatewayId(),
                        route.networkInterfaceId(),
                        route.instanceId(),
                        route.localGatewayId(),
                        route.carrierGatewayId(),
                        route.coreNetworkArn(),
                        route.odbNetworkArn(),
                        route.gatewayId())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("nothing");
    }

    List<NetworkAcl> networkAcls() {
        return ec2.describeNetworkAclsPaginator(request -> request.filters(within)).networkAcls().stream()
                .map(acl -> new NetworkAcl(
                        acl.networkAclId(),
                        acl.associations().stream()
                                .map(NetworkAclAssociation::subnetId)
                                .toList(),
                        acl.entries().stream()
                                .filter(entry -> entry.cidrBlock() != null)
                                .map(RoutingReader::entry)
                                .toList()))
                .toList();
    }

    private static Entry entry(NetworkAclEntry entry) {
        Optional<PortRange> ports = Optional.ofNullable(entry.portRange());
        return new Entry(
                entry.ruleNumber(),
                entry.egress(),
                entry.ruleAction() == RuleAction.ALLOW,
                entry.protocol(),
                entry.cidrBlock(),
                ports.map(PortRange::from).orElse(0),
                ports.map(PortRange::to).orElse(LAST_PORT));
    }
}
