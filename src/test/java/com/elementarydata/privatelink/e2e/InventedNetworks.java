package com.elementarydata.privatelink.e2e;

import com.elementarydata.privatelink.e2e.Sabotage.Act;
import com.elementarydata.privatelink.e2e.Sabotage.Undo;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AddPrefixListEntry;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteRequest;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;

/** Worlds of networks that somebody thought up: prefix lists, other gateways, rules in parts. */
final class InventedNetworks {

    private static final String THERE = "PD305 ELEMENTARY";
    private static final String BACK = "PD306 ELEMENTARY";
    private static final String GROUP = "PD309 ELEMENTARY";
    private static final String NOTHING = "nothing";

    private InventedNetworks() {}

    static Stream<DiagnosedWorld> all() {
        return Stream.of(lists(), routes(), back(), groups(), acls()).flatMap(worlds -> worlds);
    }

    /** Those that are quick, and of which each shows something of its own. */
    static Stream<DiagnosedWorld> lists() {
        return Stream.of(
                world("a prefix list takes a part of the way", THERE, list(Part.HALF, InventedNetworks::toInternet)),
                world(
                        "a prefix list takes another way than the endpoint's",
                        NOTHING,
                        list(Part.OTHER, InventedNetworks::toInternet)),
                world(
                        "a prefix list takes a part to the peering",
                        NOTHING,
                        list(
                                Part.HALF,
                                scene -> new Target(route -> route.vpcPeeringConnectionId(scene.peering()), () -> {}))),
                world(
                        "the endpoint's group admits a prefix list",
                        NOTHING,
                        admit(scene -> listed(scene, scene.client().toString()))),
                world(
                        "the endpoint's group admits another prefix list",
                        GROUP,
                        admit(scene -> listed(scene, "10.9.0.0/16"))));
    }

    private static Stream<DiagnosedWorld> routes() {
        return Stream.of(
                world("the way goes to the internet", THERE, replaceRoute(InventedNetworks::toInternet)),
                world("the way goes to a transit gateway", THERE, replaceRoute(InventedNetworks::toTransit)),
                world(
                        "a narrower way goes to a transit gateway",
                        THERE,
                        addRoute(Part.HALF, InventedNetworks::toTransit)),
                world(
                        "a wider way goes to a transit gateway",
                        NOTHING,
                        addRoute(Part.WIDER, InventedNetworks::toTransit)),
                world(
                        "a way to nowhere near goes to the internet",
                        NOTHING,
                        addRoute(Part.OTHER, InventedNetworks::toInternet)));
    }

    private static Stream<DiagnosedWorld> back() {
        return Stream.of(
                world("the endpoint's subnet has a table without routes", BACK, InventedNetworks::emptyTable),
                world("the endpoint's subnet has a table with the same routes", NOTHING, InventedNetworks::sameTable));
    }

    private static Stream<DiagnosedWorld> groups() {
        return Stream.of(
                world(
                        "the endpoint's group admits half of the clients",
                        GROUP,
                        admit(scene -> List.of(rule(scene, "tcp", 0, half(scene))))),
                world(
                        "the endpoint's group admits another protocol",
                        GROUP,
                        admit(scene ->
                                List.of(rule(scene, "udp", 0, scene.client().toString())))),
                world(
                        "the endpoint's group admits another port",
                        GROUP,
                        admit(scene ->
                                List.of(rule(scene, "tcp", 1, scene.client().toString())))),
                world(
                        "the endpoint's group admits everything",
                        NOTHING,
                        admit(scene -> List.of(rule(scene, "-1", 0, "10.0.0.0/8")))));
    }

    private static Stream<DiagnosedWorld> acls() {
        return Stream.of(
                world(
                        "the clients' network ACL refuses some answers",
                        "PD302 ELEMENTARY",
                        deny(true, false, 40000, 40010)),
                world(
                        "the clients' network ACL refuses the service's port",
                        "PD302 ELEMENTARY",
                        deny(true, true, 443, 443)),
                world("the endpoint's network ACL refuses requests", "PD308 ELEMENTARY", deny(false, false, 443, 443)),
                world(
                        "the endpoint's network ACL refuses one port of answers",
                        "PD308 ELEMENTARY",
                        deny(false, true, 50000, 50000)),
                world(
                        "the endpoint's network ACL refuses a port that nobody uses",
                        NOTHING,
                        deny(false, false, 8080, 8080)),
                world(
                        "the clients' network ACL refuses a port that nobody uses",
                        NOTHING,
                        deny(true, true, 3389, 3389)));
    }

    private static DiagnosedWorld world(String words, String named, Act act) {
        return new DiagnosedWorld(words, named, act);
    }

    private enum Part {
        HALF,
        WIDER,
        OTHER;

        String of(Scene scene) {
            return switch (this) {
                case HALF -> scene.endpointSubnet().cidrBlock();
                case WIDER -> "10.0.0.0/8";
                case OTHER -> "10.240.0.0/16";
            };
        }
    }

    /** Where a route goes, and how that is taken away again. */
    private record Target(Consumer<CreateRouteRequest.Builder> route, Undo undo) {}

    private static Target toInternet(Scene scene) {
        Ec2Client ec2 = scene.homeEc2();
        String vpc = scene.production().vpcId();
        String gateway = ec2.createInternetGateway().internetGateway().internetGatewayId();
        ec2.attachInternetGateway(request -> request.internetGatewayId(gateway).vpcId(vpc));
        return new Target(route -> route.gatewayId(gateway), () -> {
            ec2.detachInternetGateway(
                    request -> request.internetGatewayId(gateway).vpcId(vpc));
            ec2.deleteInternetGateway(request -> request.internetGatewayId(gateway));
        });
    }

    private static Target toTransit(Scene scene) {
        Ec2Client ec2 = scene.homeEc2();
        String gateway =
                ec2.createTransitGateway(request -> {}).transitGateway().transitGatewayId();
        return new Target(
                route -> route.transitGatewayId(gateway),
                () -> ec2.deleteTransitGateway(request -> request.transitGatewayId(gateway)));
    }

    private static Act addRoute(Part part, Function<Scene, Target> to) {
        return scene -> {
            Ec2Client ec2 = scene.homeEc2();
            String table = scene.clientTable().routeTableId();
            String block = part.of(scene);
            Target target = to.apply(scene);
            ec2.createRoute(
                    request -> target.route().accept(request.routeTableId(table).destinationCidrBlock(block)));
            return () -> {
                ec2.deleteRoute(request -> request.routeTableId(table).destinationCidrBlock(block));
                target.undo().run();
            };
        };
    }

    private static Act replaceRoute(Function<Scene, Target> to) {
        return scene -> {
            Ec2Client ec2 = scene.homeEc2();
            String table = scene.clientTable().routeTableId();
            String block = scene.regionalCidr();
            String peering = scene.peering();
            Target target = to.apply(scene);
            ec2.deleteRoute(request -> request.routeTableId(table).destinationCidrBlock(block));
            ec2.createRoute(
                    request -> target.route().accept(request.routeTableId(table).destinationCidrBlock(block)));
            return () -> {
                ReplaceRouteRequest back = ReplaceRouteRequest.builder()
                        .routeTableId(table)
                        .destinationCidrBlock(block)
                        .vpcPeeringConnectionId(peering)
                        .build();
                ec2.replaceRoute(back);
                target.undo().run();
            };
        };
    }

    private static Act list(Part part, Function<Scene, Target> to) {
        return scene -> {
            Ec2Client ec2 = scene.homeEc2();
            String table = scene.clientTable().routeTableId();
            String list = list(ec2, part.of(scene));
            Target target = to.apply(scene);
            ec2.createRoute(
                    request -> target.route().accept(request.routeTableId(table).destinationPrefixListId(list)));
            return () -> {
                ec2.deleteRoute(request -> request.routeTableId(table).destinationPrefixListId(list));
                target.undo().run();
                ec2.deleteManagedPrefixList(request -> request.prefixListId(list));
            };
        };
    }

    private static String list(Ec2Client ec2, String block) {
        return ec2.createManagedPrefixList(request -> request.prefixListName("blocks")
                        .addressFamily("IPv4")
                        .maxEntries(3)
                        .entries(AddPrefixListEntry.builder().cidr(block).build()))
                .prefixList()
                .prefixListId();
    }

    private static List<IpPermission> listed(Scene scene, String block) {
        return List.of(rule(scene, "tcp", 0, "").toBuilder()
                .ipRanges(List.of())
                .prefixListIds(PrefixListId.builder()
                        .prefixListId(list(scene.abroadEc2(), block))
                        .build())
                .build());
    }

    private static IpPermission rule(Scene scene, String protocol, int beyond, String source) {
        int port = scene.port().number() + beyond;
        return IpPermission.builder()
                .ipProtocol(protocol)
                .fromPort(protocol.equals("-1") ? -1 : port)
                .toPort(protocol.equals("-1") ? -1 : port)
                .ipRanges(IpRange.builder().cidrIp(source).build())
                .build();
    }

    private static String half(Scene scene) {
        return scene.client()
                .subnets(scene.client().prefixLength() + 1)
                .findFirst()
                .orElseThrow()
                .toString();
    }

    /** Admits somebody instead of the clients. */
    private static Act admit(Function<Scene, List<IpPermission>> instead) {
        return scene -> {
            Ec2Client ec2 = scene.abroadEc2();
            String group = scene.endpointGroup();
            IpPermission own = scene.rule(scene.client().toString());
            List<IpPermission> others = instead.apply(scene);
            ec2.revokeSecurityGroupIngress(request -> request.groupId(group).ipPermissions(own));
            ec2.authorizeSecurityGroupIngress(request -> request.groupId(group).ipPermissions(others));
            return () -> {
                ec2.revokeSecurityGroupIngress(request -> request.groupId(group).ipPermissions(others));
                ec2.authorizeSecurityGroupIngress(
                        request -> request.groupId(group).ipPermissions(own));
            };
        };
    }

    private static Act deny(boolean ofClients, boolean egress, int first, int last) {
        return scene -> NetworkSabotages.deny(
                ofClients ? scene.homeEc2() : scene.abroadEc2(),
                ofClients ? scene.home() : scene.abroad(),
                ofClients ? scene.clientSubnet() : scene.endpointSubnet(),
                ofClients ? scene.regionalCidr() : scene.client().toString(),
                first,
                last,
                egress);
    }

    private static Undo emptyTable(Scene scene) {
        return otherTable(scene, table -> {});
    }

    private static Undo sameTable(Scene scene) {
        List<String> clients =
                scene.production().clientCidrs().stream().map(Object::toString).toList();
        return otherTable(
                scene,
                table -> clients.forEach(client -> scene.abroadEc2()
                        .createRoute(request -> request.routeTableId(table)
                                .destinationCidrBlock(client)
                                .vpcPeeringConnectionId(scene.peering()))));
    }

    private static Undo otherTable(Scene scene, Consumer<String> routes) {
        Ec2Client ec2 = scene.abroadEc2();
        String subnet = scene.endpointSubnet().subnetId();
        String own = scene.endpointTable().routeTableId();
        String association = scene.endpointTable().associations().stream()
                .filter(candidate -> subnet.equals(candidate.subnetId()))
                .map(RouteTableAssociation::routeTableAssociationId)
                .findFirst()
                .orElseThrow();
        String other = ec2.createRouteTable(
                        request -> request.vpcId(scene.endpointSubnet().vpcId()))
                .routeTable()
                .routeTableId();
        routes.accept(other);
        String present = ec2.replaceRouteTableAssociation(
                        request -> request.associationId(association).routeTableId(other))
                .newAssociationId();
        return () -> {
            ec2.replaceRouteTableAssociation(
                    request -> request.associationId(present).routeTableId(own));
            ec2.deleteRouteTable(request -> request.routeTableId(other));
        };
    }
}
