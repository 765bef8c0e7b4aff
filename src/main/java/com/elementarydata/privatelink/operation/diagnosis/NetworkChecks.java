package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.command.AwsCommands;
import com.elementarydata.privatelink.fleet.ExpectedNetwork;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Party;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.observed.NetworkFacts;
import com.elementarydata.privatelink.observed.NetworkFacts.Peering;
import com.elementarydata.privatelink.observed.NetworkFacts.RouteTable;
import com.elementarydata.privatelink.observed.NetworkFacts.Subnet;
import com.elementarydata.privatelink.observed.PathFacts;
import com.elementarydata.privatelink.observed.Routing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether both networks have the addresses and route tables of the files, and are peered. */
final class NetworkChecks {

    private NetworkChecks() {}

    /** Also for only the network, before anything is deployed. */
    static Finding clients(ExpectedNetwork network, PathFacts facts) {
        NetworkFacts home = facts.in(network.region());
        List<String> there = home.routeTables().get().stream()
                .filter(table -> table.vpcId().equals(network.vpcId()))
                .map(RouteTable::id)
                .toList();
        List<String> wrong = new ArrayList<>();
        network.routeTableIds().stream()
                .filter(id -> !there.contains(id))
                .forEach(id -> wrong.add("%s is not in %s".formatted(id, network.vpcId())));
        network.clientCidrs().forEach(client -> wrong.addAll(wrong(network, home, client)));
        return wrong.isEmpty()
                ? PathCheck.CLIENT_SUBNETS.passed(String.join(", ", network.clientCidrs()))
                : PathCheck.CLIENT_SUBNETS.failed(
                        String.join("; ", wrong),
                        "restore the subnet's route table, or add its table to production.routeTableIds and"
                                + " deploy PrivateLink-Production");
    }

    private static List<String> wrong(ExpectedNetwork network, NetworkFacts home, String client) {
        List<Subnet> subnets = home.subnets().get().stream()
                .filter(subnet -> subnet.vpcId().equals(network.vpcId())
                        && Cidr.parse(subnet.cidr()).overlaps(Cidr.parse(client)))
                .toList();
        if (subnets.isEmpty()) {
            return List.of("no subnet of %s is in %s".formatted(network.vpcId(), client));
        }
        return subnets.stream()
                .flatMap(subnet -> Routing.tableOf(home, subnet).stream()
                        .filter(table -> !network.routeTableIds().contains(table.id()))
                        .map(table -> "%s (%s) has %s, which network.yaml does not name"
                                .formatted(subnet.id(), client, table.id())))
                .toList();
    }

    static Finding disjoint(Walk walk) {
        List<String> regional = walk.regionalVpc().cidrs();
        List<String> production = walk.productionVpc().cidrs();
        List<String> overlaps = regional.stream()
                .flatMap(one -> production.stream()
                        .filter(other -> Cidr.parse(one).overlaps(Cidr.parse(other)))
                        .map(other -> "%s of the regional VPC and %s of production overlap".formatted(one, other)))
                .toList();
        if (!overlaps.isEmpty()) {
            return PathCheck.ADDRESSES.failed(
                    String.join("; ", overlaps),
                    "remove the block that was added later: VPC, Your VPCs, Edit CIDRs; reserve it in"
                            + " network.yaml if production needs it");
        }
        return regional.contains(walk.path().regionalCidr())
                ? PathCheck.ADDRESSES.passed(
                        "%s and %s".formatted(String.join(", ", production), String.join(", ", regional)))
                : PathCheck.ADDRESSES.failed(
                        "the regional VPC has %s, the ledger says %s"
                                .formatted(
                                        String.join(", ", regional), walk.path().regionalCidr()),
                        "restore addresses.lock.yaml from git");
    }

    static Finding peering(Walk walk) {
        Optional<Peering> seen = walk.peering();
        if (seen.isEmpty()) {
            String found = "no peering between %s and %s"
                    .formatted(walk.network().vpcId(), walk.regionalVpc().id());
            return gone(walk, found, "the stack");
        }
        Peering peering = seen.get();
        String words = "%s is %s".formatted(peering.id(), peering.status());
        return switch (peering.status()) {
            case "active" -> PathCheck.PEERING.passed(words);
            case "pending-acceptance" ->
                PathCheck.PEERING
                        .failed(words, "accept it in production's Region")
                        .typing(AwsCommands.in(walk.network().region()).acceptPeering(peering.id()));
            case "initiating-request", "provisioning" ->
                PathCheck.PEERING.failed(words, Party.AWS, "wait a minute, then check again");
            default ->
                gone(
                        walk,
                        words,
                        walk.path().adoptedVpc().isPresent()
                                ? "the ledger"
                                : walk.path().stacks().regional());
        };
    }

    private static Finding gone(Walk walk, String found, String stack) {
        return PathCheck.PEERING
                .failed(
                        found,
                        "peer them again, and point the routes there; %s still has the id of the deleted one"
                                .formatted(stack))
                .typing(again(walk));
    }

    private static String again(Walk walk) {
        return AwsCommands.in(walk.path().endpointRegion())
                .peer(
                        walk.regionalVpc().id(),
                        walk.network().vpcId(),
                        walk.network().region());
    }
}
