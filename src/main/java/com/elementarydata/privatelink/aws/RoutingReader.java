package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.observed.NetworkFacts.Entry;
import com.elementarydata.privatelink.observed.NetworkFacts.NetworkAcl;
import com.elementarydata.privatelink.observed.NetworkFacts.Route;
import com.elementarydata.privatelink.observed.NetworkFacts.RouteTable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NetworkAclAssociation;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;
import software.amazon.awssdk.services.ec2.model.PortRange;
import software.amazon.awssdk.services.ec2.model.RouteState;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;
import software.amazon.awssdk.services.ec2.model.RuleAction;

/**
 * Where packets go in some VPCs, and which are let through. IPv4 only.
 *
 * @param ec2 in their Region
 * @param within chooses the VPCs
 */
record RoutingReader(Ec2Client ec2, Filter within) {

    private static final int LAST_PORT = 65_535;

    static final List<Permission> ASKED = Permission.of("ec2", "DescribeNetworkAcls", "DescribeRouteTables");

    List<RouteTable> routeTables() {
        return ec2.describeRouteTablesPaginator(request -> request.filters(within)).routeTables().stream()
                .map(table -> new RouteTable(
                        table.routeTableId(),
                        table.vpcId(),
                        table.associations().stream().anyMatch(association -> Boolean.TRUE.equals(association.main())),
                        table.associations().stream()
                                .map(RouteTableAssociation::subnetId)
                                .filter(Objects::nonNull)
                                .toList(),
                        table.routes().stream()
                                .filter(route -> route.destinationCidrBlock() != null)
                                .map(RoutingReader::route)
                                .toList()))
                .toList();
    }

    private static Route route(software.amazon.awssdk.services.ec2.model.Route route) {
        return new Route(
                route.destinationCidrBlock(),
                Stream.of(
                                route.vpcPeeringConnectionId(),
                                route.transitGatewayId(),
                                route.natGatewayId(),
                                route.networkInterfaceId(),
                                route.instanceId(),
                                route.localGatewayId(),
                                route.carrierGatewayId(),
                                route.coreNetworkArn(),
                                route.gatewayId())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("nothing"),
                route.state() != RouteState.BLACKHOLE);
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
