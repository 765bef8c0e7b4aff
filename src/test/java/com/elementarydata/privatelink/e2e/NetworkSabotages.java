package com.elementarydata.privatelink.e2e;

import com.elementarydata.privatelink.e2e.Sabotage.Undo;
import com.elementarydata.privatelink.fleet.OutputNames;
import com.elementarydata.privatelink.fleet.StackNames;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;
import software.amazon.awssdk.services.ec2.model.RuleAction;
import software.amazon.awssdk.services.ec2.model.Subnet;

/** What goes wrong in Elementary's networks. */
final class NetworkSabotages {

    private NetworkSabotages() {}

    static List<Sabotage> all() {
        return List.of(
                new Sabotage("production's route is gone", Hop.CLIENT_ROUTE, NetworkSabotages::deleteRoute),
                new Sabotage(
                        "the clients' subnet has another route table", Hop.CLIENT_ROUTE, NetworkSabotages::exchange),
                new Sabotage("a narrower route leads to another network", Hop.PEERING, NetworkSabotages::leadAstray),
                new Sabotage("the route back is gone", Hop.RETURN_ROUTE, NetworkSabotages::deleteReturn),
                new Sabotage(
                        "the clients' network ACL refuses requests",
                        Hop.CLIENT_NETWORK_ACL,
                        scene -> deny(
                                scene.homeEc2(), scene.home(), scene.clientSubnet(), scene.regionalCidr(), 443, 443)),
                new Sabotage(
                        "the endpoint's network ACL refuses answers",
                        Hop.ENDPOINT_NETWORK_ACL,
                        scene -> deny(
                                scene.abroadEc2(),
                                scene.abroad(),
                                scene.endpointSubnet(),
                                scene.client().toString(),
                                32768,
                                60999)),
                new Sabotage(
                        "the endpoint's group admits a client no more", Hop.ENDPOINT_GROUP, NetworkSabotages::shut),
                new Sabotage("the endpoint has another group", Hop.ENDPOINT_GROUP, NetworkSabotages::regroup),
                // last, as what mends it has another id
                new Sabotage("the peering is deleted", Hop.PEERING, NetworkSabotages::deletePeering));
    }

    private static Undo deleteRoute(Scene scene) {
        String table = scene.clientTable().routeTableId();
        String peering = scene.peering();
        scene.homeEc2().deleteRoute(request -> request.routeTableId(table).destinationCidrBlock(scene.regionalCidr()));
        return () -> scene.homeEc2()
                .createRoute(request -> request.routeTableId(table)
                        .destinationCidrBlock(scene.regionalCidr())
                        .vpcPeeringConnectionId(peering));
    }

    private static Undo exchange(Scene scene) {
        Ec2Client ec2 = scene.homeEc2();
        RouteTable own = scene.clientTable();
        String subnet = scene.clientSubnet().subnetId();
        String association = own.associations().stream()
                .filter(candidate -> subnet.equals(candidate.subnetId()))
                .map(RouteTableAssociation::routeTableAssociationId)
                .findFirst()
                .orElseThrow();
        String other = ec2.createRouteTable(
                        request -> request.vpcId(scene.production().vpcId()))
                .routeTable()
                .routeTableId();
        String present = ec2.replaceRouteTableAssociation(
                        request -> request.associationId(association).routeTableId(other))
                .newAssociationId();
        return () -> {
            ec2.replaceRouteTableAssociation(
                    request -> request.associationId(present).routeTableId(own.routeTableId()));
            ec2.deleteRouteTable(request -> request.routeTableId(other));
        };
    }

    private static Undo leadAstray(Scene scene) {
        Ec2Client ec2 = scene.homeEc2();
        String table = scene.clientTable().routeTableId();
        String block = scene.endpointSubnet().cidrBlock();
        String vpc = ec2.createVpc(request -> request.cidrBlock("10.200.0.0/16"))
                .vpc()
                .vpcId();
        String peering = ec2.createVpcPeeringConnection(request ->
                        request.vpcId(vpc).peerVpcId(scene.production().vpcId()))
                .vpcPeeringConnection()
                .vpcPeeringConnectionId();
        ec2.acceptVpcPeeringConnection(request -> request.vpcPeeringConnectionId(peering));
        ec2.createRoute(request ->
                request.routeTableId(table).destinationCidrBlock(block).vpcPeeringConnectionId(peering));
        return () -> {
            ec2.deleteRoute(request -> request.routeTableId(table).destinationCidrBlock(block));
            ec2.deleteVpcPeeringConnection(request -> request.vpcPeeringConnectionId(peering));
        };
    }

    private static Undo deleteReturn(Scene scene) {
        String table = scene.endpointTable().routeTableId();
        String peering = scene.peering();
        String client = scene.client().toString();
        scene.abroadEc2().deleteRoute(request -> request.routeTableId(table).destinationCidrBlock(client));
        return () -> scene.abroadEc2()
                .createRoute(request ->
                        request.routeTableId(table).destinationCidrBlock(client).vpcPeeringConnectionId(peering));
    }

    private static Undo deny(Ec2Client ec2, RegionView region, Subnet subnet, String block, int first, int last) {
        return deny(ec2, region, subnet, block, first, last, true);
    }

    static Undo deny(
            Ec2Client ec2, RegionView region, Subnet subnet, String block, int first, int last, boolean egress) {
        String acl = region.networkAcls().stream()
                .filter(candidate -> candidate.associations().stream()
                        .anyMatch(association -> association.subnetId().equals(subnet.subnetId())))
                .findFirst()
                .orElseThrow()
                .networkAclId();
        ec2.createNetworkAclEntry(request -> request.networkAclId(acl)
                .ruleNumber(50)
                .protocol("6")
                .portRange(ports -> ports.from(first).to(last))
                .cidrBlock(block)
                .ruleAction(RuleAction.DENY)
                .egress(egress));
        return () -> ec2.deleteNetworkAclEntry(
                request -> request.networkAclId(acl).ruleNumber(50).egress(egress));
    }

    private static Undo shut(Scene scene) {
        String group = scene.endpointGroup();
        IpPermission rule = scene.rule(scene.client().toString());
        scene.abroadEc2()
                .revokeSecurityGroupIngress(request -> request.groupId(group).ipPermissions(rule));
        return () -> scene.abroadEc2()
                .authorizeSecurityGroupIngress(request -> request.groupId(group).ipPermissions(rule));
    }

    private static Undo regroup(Scene scene) {
        Ec2Client ec2 = scene.abroadEc2();
        String endpoint = scene.endpoint().vpcEndpointId();
        String own = scene.endpointGroup();
        String other = ec2.createSecurityGroup(request -> request.groupName("other")
                        .description("other")
                        .vpcId(scene.endpoint().vpcId()))
                .groupId();
        ec2.modifyVpcEndpoint(request ->
                request.vpcEndpointId(endpoint).addSecurityGroupIds(other).removeSecurityGroupIds(own));
        return () -> {
            ec2.modifyVpcEndpoint(request ->
                    request.vpcEndpointId(endpoint).addSecurityGroupIds(own).removeSecurityGroupIds(other));
            ec2.deleteSecurityGroup(request -> request.groupId(other));
        };
    }

    private static Undo deletePeering(Scene scene) {
        String region = scene.endpointRegion().code();
        String vpc = scene.abroad().output(StackNames.region(scene.endpointRegion()), OutputNames.VPC_ID);
        scene.abroadEc2().deleteVpcPeeringConnection(request -> request.vpcPeeringConnectionId(scene.peering()));
        return () -> {
            String peering = scene.homeEc2()
                    .createVpcPeeringConnection(
                            request -> request.vpcId(scene.production().vpcId())
                                    .peerVpcId(vpc)
                                    .peerRegion(region))
                    .vpcPeeringConnection()
                    .vpcPeeringConnectionId();
            scene.abroadEc2().acceptVpcPeeringConnection(request -> request.vpcPeeringConnectionId(peering));
            scene.homeEc2()
                    .replaceRoute(
                            request -> request.routeTableId(scene.clientTable().routeTableId())
                                    .destinationCidrBlock(scene.regionalCidr())
                                    .vpcPeeringConnectionId(peering));
            scene.endpoint().subnetIds().stream()
                    .map(scene::tableOfEndpoint)
                    .forEach(table -> scene.abroadEc2()
                            .replaceRoute(request -> request.routeTableId(table)
                                    .destinationCidrBlock(scene.client().toString())
                                    .vpcPeeringConnectionId(peering)));
        };
    }
}
