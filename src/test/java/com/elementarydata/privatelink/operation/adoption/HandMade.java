package com.elementarydata.privatelink.operation.adoption;

import com.elementarydata.privatelink.observed.DeployedEndpoint;
import com.elementarydata.privatelink.observed.EstateFacts;
import com.elementarydata.privatelink.observed.EstateFacts.FoundEndpoint;
import com.elementarydata.privatelink.observed.EstateFacts.FoundGroup;
import com.elementarydata.privatelink.observed.EstateFacts.FoundPeering;
import com.elementarydata.privatelink.observed.EstateFacts.FoundSubnet;
import com.elementarydata.privatelink.observed.EstateFacts.FoundVpc;
import com.elementarydata.privatelink.observed.EstateFacts.FoundZone;
import com.elementarydata.privatelink.observed.EstateFacts.InRegion;
import com.elementarydata.privatelink.observed.NameFacts.Zone;
import com.elementarydata.privatelink.observed.NameFacts.ZoneRecord;
import com.elementarydata.privatelink.observed.NetworkFacts.Route;
import com.elementarydata.privatelink.observed.NetworkFacts.RouteTable;
import com.elementarydata.privatelink.observed.Reading;
import com.elementarydata.privatelink.observed.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Parts of an estate that people made by hand: production in Frankfurt, and a peered VPC in Ireland. */
final class HandMade {

    static final String HOME = "eu-central-1";
    static final String ABROAD = "eu-west-1";
    static final String PRODUCTION = "vpc-0a1b2c3d4e5f60711";
    static final String REGIONAL = "vpc-0a1b2c3d4e5f60722";
    static final String PEERING = "pcx-0a1b2c3d4e5f60722";
    static final String SERVICE = "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1";
    static final String GIT = "vpce-0a1b2c3d4e5f60701";
    static final Tags UNTAGGED = new Tags(new TreeMap<>());

    private HandMade() {}

    static Tags tagged(String customer) {
        return new Tags(new TreeMap<>(Map.of("customer", customer)));
    }

    static String dnsName(String endpoint) {
        return "%s-x1.vpce-svc-0123456789abcdef1.eu-west-1.vpce.amazonaws.com".formatted(endpoint);
    }

    /** An endpoint in a VPC, with one address. */
    static FoundEndpoint endpoint(String id, String vpc, String service, Tags tags, String... subnets) {
        DeployedEndpoint endpoint = new DeployedEndpoint(
                id,
                service,
                "available",
                Instant.EPOCH,
                vpc,
                List.of(subnets),
                List.of("sg-0a1b2c3d4e5f60701"),
                List.of(dnsName(id)),
                Optional.empty());
        return new FoundEndpoint(
                endpoint, ABROAD, Optional.of("Z0123456789ABCDEFGHIJ"), List.of("10.64." + id.length() + ".9"), tags);
    }

    static FoundEndpoint git(Tags tags) {
        return endpoint(GIT, REGIONAL, SERVICE, tags, "subnet-0a1b2c3d4e5f60721");
    }

    static ZoneRecord alias(String name, String target) {
        return new ZoneRecord(name, "A", List.of(target), Optional.empty());
    }

    static FoundZone zone(String name, ZoneRecord... records) {
        return zone(name, UNTAGGED, records);
    }

    static FoundZone zone(String name, Tags tags, ZoneRecord... records) {
        return new FoundZone(new Zone("Z-" + name, name, "743289191656", Reading.of(List.of(records))), tags);
    }

    static FoundPeering peering(String id, String status, String vpc) {
        return new FoundPeering(id, status, vpc, ABROAD, "743289191656", UNTAGGED);
    }

    static Route route(String destination, String target) {
        return new Route(destination, target, true, Optional.empty());
    }

    static RouteTable table(String id, boolean main, List<String> subnets, Route... routes) {
        return new RouteTable(id, PRODUCTION, main, subnets, List.of(routes), List.of());
    }

    /** Leads to the peered VPC, too, but nothing of production has it. */
    private static RouteTable ofAnotherVpc() {
        return new RouteTable(
                "rtb-0a1b2c3d4e5f60733",
                "vpc-0a1b2c3d4e5f60733",
                true,
                List.of(),
                List.of(route("10.70.0.0/16", "tgw-0a1b2c3d4e5f60711"), route("10.64.32.0/20", PEERING)),
                List.of());
    }

    private static InRegion home(String productionCidr, List<RouteTable> tables) {
        return new InRegion(
                List.of(
                        new FoundVpc("vpc-0a1b2c3d4e5f60733", List.of("10.9.0.0/16"), UNTAGGED),
                        new FoundVpc(PRODUCTION, List.of(productionCidr), UNTAGGED)),
                List.of(
                        new FoundSubnet("subnet-0a1b2c3d4e5f60712", PRODUCTION, "10.0.2.0/24", "euc1-az2"),
                        new FoundSubnet("subnet-0a1b2c3d4e5f60711", PRODUCTION, "10.0.1.0/24", "euc1-az1"),
                        new FoundSubnet("subnet-0a1b2c3d4e5f60713", PRODUCTION, "10.0.3.0/24", "euc1-az3"),
                        new FoundSubnet(
                                "subnet-0a1b2c3d4e5f60731", "vpc-0a1b2c3d4e5f60733", "10.9.1.0/24", "euc1-az1")),
                List.of(peering(PEERING, "active", REGIONAL)),
                List.of(),
                new TreeMap<>(),
                Stream.concat(Stream.of(ofAnotherVpc()), tables.stream()).toList());
    }

    /** The peered VPC, with a subnet that no endpoint is in beside each of those that have some. */
    static InRegion abroad(FoundEndpoint... endpoints) {
        return new InRegion(
                List.of(new FoundVpc(REGIONAL, List.of("10.64.32.0/20", "10.65.0.0/20"), UNTAGGED)),
                List.of(
                        new FoundSubnet("subnet-0a1b2c3d4e5f60720", REGIONAL, "10.64.34.0/24", "euw1-az1"),
                        new FoundSubnet("subnet-0a1b2c3d4e5f60721", REGIONAL, "10.64.32.0/24", "euw1-az1"),
                        new FoundSubnet("subnet-0a1b2c3d4e5f60722", REGIONAL, "10.64.33.0/24", "euw1-az2"),
                        new FoundSubnet("subnet-0a1b2c3d4e5f60723", REGIONAL, "10.65.0.0/24", "euw1-az3")),
                List.of(),
                List.of(endpoints),
                new TreeMap<>(Map.of(
                        "sg-0a1b2c3d4e5f60701", new FoundGroup("clients", "by hand", List.of(22, 443), UNTAGGED))),
                List.of());
    }

    /** Facts with a route table for each of two subnets of production, and the main one for the third. */
    static EstateFacts facts(InRegion abroad, FoundZone... zones) {
        RouteTable clients = table(
                "rtb-0a1b2c3d4e5f60711",
                false,
                List.of("subnet-0a1b2c3d4e5f60711"),
                route("10.0.0.0/16", "local"),
                route("10.64.32.0/20", PEERING),
                route("10.80.0.0/16", "tgw-0a1b2c3d4e5f60711"),
                route("0.0.0.0/0", "nat-0a1b2c3d4e5f60711"));
        RouteTable others = table(
                "rtb-0a1b2c3d4e5f60712",
                false,
                List.of("subnet-0a1b2c3d4e5f60712"),
                route("10.0.0.0/16", "local"),
                route("192.168.0.0/16", "vgw-0a1b2c3d4e5f60711"),
                route("10.80.0.0/16", "tgw-0a1b2c3d4e5f60711"));
        RouteTable main = table("rtb-0a1b2c3d4e5f60710", true, List.of(), route("10.64.32.0/20", PEERING));
        return facts("10.0.0.0/16", abroad, List.of(others, clients, main), zones);
    }

    static EstateFacts facts(String productionCidr, InRegion abroad, List<RouteTable> tables, FoundZone... zones) {
        SortedMap<String, Reading<InRegion>> regions = new TreeMap<>();
        regions.put(HOME, Reading.of(home(productionCidr, tables)));
        regions.put(ABROAD, Reading.of(abroad));
        return new EstateFacts(
                "743289191656",
                HOME,
                PRODUCTION,
                regions,
                Reading.of(List.of(zones)),
                new TreeMap<>(Map.of(SERVICE, "210987654321")));
    }
}
