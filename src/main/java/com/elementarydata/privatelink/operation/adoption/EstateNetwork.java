package com.elementarydata.privatelink.operation.adoption;

import com.elementarydata.privatelink.config.NetworkText;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.observed.EstateFacts;
import com.elementarydata.privatelink.observed.EstateFacts.FoundSubnet;
import com.elementarydata.privatelink.observed.EstateFacts.FoundVpc;
import com.elementarydata.privatelink.observed.EstateFacts.InRegion;
import com.elementarydata.privatelink.observed.NetworkFacts.Route;
import com.elementarydata.privatelink.observed.NetworkFacts.RouteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code network.yaml} says of an estate.
 *
 * @param facts what was read
 * @param regions what is adopted
 */
record EstateNetwork(EstateFacts facts, EstateRegions regions) {

    private static final String PEERING = "pcx-";
    private static final String INTERNET_GATEWAY = "igw-";

    private static final List<String> TO_BE_CHECKED = List.of(
            "Written by `bin/privatelink inventory`. To be checked:",
            "- clientCidrs: the subnets whose route tables lead to regional VPCs. Name those that clients are in.",
            "- protectedDomains: not known to AWS. Name the domains that production itself uses.",
            "- regionalCidrPool: where new Regions get their addresses. Nothing else may use them.");

    /** The file's text. */
    String text() {
        return network().text(TO_BE_CHECKED);
    }

    /** What AWS says, and nothing of protected domains. */
    NetworkText network() {
        FoundVpc vpc = production();
        Cidr block = Cidr.parse(vpc.cidrs().get(0));
        return new NetworkText(
                facts.account(),
                facts.region(),
                facts.vpcId(),
                block.toString(),
                clients(vpc),
                tables(),
                NetworkText.poolBeside(List.of(block.toString())).orElseThrow(),
                reserved(block),
                List.of());
    }

    private FoundVpc production() {
        return home().vpcs().stream()
                .filter(vpc -> vpc.id().equals(facts.vpcId()))
                .findFirst()
                .orElseThrow();
    }

    private InRegion home() {
        return facts.in(facts.region()).orElseThrow();
    }

    private List<RouteTable> routeTables() {
        return home().routeTables().stream()
                .filter(table -> table.vpcId().equals(facts.vpcId()))
                .toList();
    }

    private List<RouteTable> leading() {
        List<RouteTable> all = routeTables();
        List<RouteTable> leading = all.stream()
                .filter(table ->
                        table.routes().stream().anyMatch(route -> route.target().startsWith(PEERING)))
                .toList();
        return leading.isEmpty() ? withoutInternet(all) : leading;
    }

    /** Clients are in private subnets, if there are any. */
    private static List<RouteTable> withoutInternet(List<RouteTable> all) {
        List<RouteTable> some = all.stream()
                .filter(table -> table.routes().stream()
                        .noneMatch(route -> route.target().startsWith(INTERNET_GATEWAY)))
                .toList();
        return some.isEmpty() ? all : some;
    }

    private List<String> tables() {
        return leading().stream().map(RouteTable::id).sorted().toList();
    }

    /** Subnets without a table of their own have the main one. */
    private List<String> clients(FoundVpc vpc) {
        List<RouteTable> all = routeTables();
        List<RouteTable> leading = leading();
        List<String> clients = new ArrayList<>();
        for (FoundSubnet subnet : home().subnets()) {
            Optional<RouteTable> own = all.stream()
                    .filter(table -> table.subnetIds().contains(subnet.id()))
                    .findFirst()
                    .or(() -> all.stream().filter(RouteTable::main).findFirst());
            if (subnet.vpcId().equals(vpc.id()) && own.filter(leading::contains).isPresent()) {
                clients.add(subnet.cidr());
            }
        }
        return clients.stream().sorted().toList();
    }

    /** What production reaches elsewhere: no regional VPC may have these addresses. */
    private List<String> reserved(Cidr production) {
        Stream<String> destinations = routeTables().stream()
                .flatMap(table -> table.routes().stream())
                .filter(route -> !route.target().equals("local"))
                .map(Route::destination);
        return destinations
                .filter(destination ->
                        isPrivate(destination) && !Cidr.parse(destination).overlaps(production))
                .filter(destination -> regions.addresses().values().stream()
                        .noneMatch(adopted -> adopted.cidr().value().overlaps(Cidr.parse(destination))))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isPrivate(String block) {
        try {
            return Cidr.parse(block).isPrivate();
        } catch (InvalidValueException ofIpv6) {
            return false;
        }
    }
}
