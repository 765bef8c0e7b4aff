package com.elementarydata.privatelink.operation.diagnosis;

import static com.elementarydata.privatelink.operation.diagnosis.PathCheck.ADDRESSES;
import static com.elementarydata.privatelink.operation.diagnosis.PathCheck.CLIENT_SUBNETS;

import com.elementarydata.privatelink.fleet.ExpectedNetwork;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Party;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.observed.NetworkFacts;
import com.elementarydata.privatelink.observed.NetworkFacts.RouteTable;
import com.elementarydata.privatelink.observed.NetworkFacts.Subnet;
import com.elementarydata.privatelink.observed.PathFacts;
import com.elementarydata.privatelink.observed.Routing;
import java.util.ArrayList;
import java.util.List;

/** Whether both networks have the addresses and route tables of the files. */
final class AddressChecks {

    private AddressChecks() {}

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
                ? CLIENT_SUBNETS.passed(String.join(", ", network.clientCidrs()))
                : CLIENT_SUBNETS.failed(
                        String.join("; ", wrong),
                        Party.ELEMENTARY,
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
            return ADDRESSES.failed(
                    String.join("; ", overlaps),
                    Party.ELEMENTARY,
                    "remove the block that was added later: VPC, Your VPCs, Edit CIDRs; reserve it in"
                            + " network.yaml if production needs it");
        }
        return regional.contains(walk.path().regionalCidr())
                ? ADDRESSES.passed("%s and %s".formatted(String.join(", ", production), String.join(", ", regional)))
                : ADDRESSES.failed(
                        "the regional VPC has %s, the ledger says %s"
                                .formatted(
                                        String.join(", ", regional), walk.path().regionalCidr()),
                        Party.ELEMENTARY,
                        "restore addresses.lock.yaml from git");
    }
}
