package com.elementarydata.privatelink.operation.diagnosis;

import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.ABROAD;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.GIT;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.HOME;
import static com.elementarydata.privatelink.operation.diagnosis.RecordedWorld.remove;
import static com.elementarydata.privatelink.operation.diagnosis.RecordedWorld.set;

import com.elementarydata.privatelink.operation.diagnosis.RecordedWorld.Change;
import java.util.stream.Stream;

/** Recorded worlds between production and the endpoint. */
final class NetworkWorlds {

    /** Of the first client subnet, and of the endpoint's first subnet. */
    private static final String THERE = HOME + "/routeTables/value/2/routes";

    private static final String BACK = ABROAD + "/routeTables/value/1/routes";
    private static final String PEERING = ABROAD + "/peerings/value/0";
    private static final String RULES = ABROAD + "/securityGroups/value/0/inbound";

    /** Everything behind the gateway needs the wider route. */
    static final RecordedWorld WIDER_THERE = git(
            "only a wider route there, to another place",
            "PD305 ELEMENTARY",
            set(THERE + "/3", route("10.0.0.0/8", "tgw-1")));

    static final RecordedWorld WIDER_BACK = git(
            "only a wider route back, to another place",
            "PD306 ELEMENTARY",
            set(BACK + "/1", route("10.0.0.0/8", "tgw-1")));

    private NetworkWorlds() {}

    static Stream<RecordedWorld> broken() {
        return Stream.of(clients(), peerings(), routes(), groups(), acls()).flatMap(worlds -> worlds);
    }

    private static RecordedWorld git(String words, String named, Change... changes) {
        return RecordedWorld.of(words, GIT, named, changes);
    }

    private static Stream<RecordedWorld> clients() {
        return Stream.of(
                git(
                        "a client subnet with a table that no file names",
                        "PD301 ELEMENTARY",
                        set(HOME + "/routeTables/value/2/id", "rtb-1"),
                        set("/network/routeTableIds/0", "rtb-0a1b2c3d4e5f60712")),
                git("a client subnet that is gone", "PD301 ELEMENTARY", remove(HOME + "/subnets/value/5")),
                git("a route table that is gone", "PD301 ELEMENTARY", set("/network/routeTableIds/0", "rtb-1")),
                git(
                        "a production VPC that got the regional addresses",
                        "PD303 ELEMENTARY",
                        set(HOME + "/vpcs/value/0/cidrs/-", "10.64.40.0/24")),
                git(
                        "a regional VPC with other addresses than the ledger's",
                        "PD303 ELEMENTARY",
                        set("/paths/0/regionalCidr", "10.64.80.0/20")));
    }

    private static Stream<RecordedWorld> peerings() {
        return Stream.concat(
                Stream.of("rejected", "deleted", "expired", "failed", "pending-acceptance")
                        .map(status -> git(
                                "a peering that is " + status, "PD304 ELEMENTARY", set(PEERING + "/status", status))),
                Stream.of(
                        git("no peering", "PD304 ELEMENTARY", remove(PEERING)),
                        git("a peering that AWS still makes", "PD304 AWS", set(PEERING + "/status", "provisioning"))));
    }

    private static Stream<RecordedWorld> routes() {
        return Stream.of(
                git(
                        "a narrower route of a prefix list",
                        "PD305 ELEMENTARY",
                        set(THERE + "/-", listed("10.64.32.0/25", "tgw-1"))),
                git(
                        "a route of a prefix list instead of the stack's",
                        "PD305 ELEMENTARY",
                        set(THERE + "/3", listed("10.64.32.0/20", "tgw-1"))),
                git("a route by a local gateway", "PD305 ELEMENTARY", set(THERE + "/3/target", "lgw-1")),
                git("a route back by a carrier gateway", "PD306 ELEMENTARY", set(BACK + "/1/target", "cagw-1")),
                git(
                        "a route by an appliance that is gone",
                        "PD305 ELEMENTARY",
                        set(THERE + "/3/target", "eni-1"),
                        set(THERE + "/3/active", false)),
                git("no route there", "PD305 ELEMENTARY", remove(THERE + "/3")),
                git("a blackhole there", "PD305 ELEMENTARY", set(THERE + "/3/active", false)),
                git(
                        "a narrower route there, to another place",
                        "PD305 ELEMENTARY",
                        set(THERE + "/-", route("10.64.32.0/23", "tgw-1"))),
                git(
                        "a route for one address of the endpoint's subnet",
                        "PD305 ELEMENTARY",
                        set(THERE + "/-", route("10.64.33.22/32", "eni-1"))),
                git("a route there to a transit gateway", "PD305 ELEMENTARY", set(THERE + "/3/target", "tgw-1")),
                git("only a default route there", "PD305 ELEMENTARY", set(THERE + "/3", route("0.0.0.0/0", "nat-1"))),
                WIDER_THERE,
                WIDER_BACK,
                git("no route back", "PD306 ELEMENTARY", remove(BACK + "/1")),
                git("a blackhole back", "PD306 ELEMENTARY", set(BACK + "/2/active", false)),
                git(
                        "a narrower route back, to another place",
                        "PD306 ELEMENTARY",
                        set(BACK + "/-", route("10.0.1.128/25", "tgw-1"))));
    }

    private static Stream<RecordedWorld> groups() {
        return Stream.of(
                git("a group that is closed", "PD309 ELEMENTARY", set(RULES, "[]")),
                git(
                        "a group that admits on another port",
                        "PD309 ELEMENTARY",
                        set(RULES + "/0/fromPort", 8443),
                        set(RULES + "/0/toPort", 8443)),
                git(
                        "a group that admits the regional addresses",
                        "PD309 ELEMENTARY",
                        set(RULES + "/0/source", "10.64.32.0/20")),
                git(
                        "a group that admits half of a client subnet",
                        "PD309 ELEMENTARY",
                        set(RULES + "/0/source", "10.0.1.0/25")),
                git("a group that admits another protocol", "PD309 ELEMENTARY", set(RULES + "/0/protocol", "udp")));
    }

    private static Stream<RecordedWorld> acls() {
        String clients = HOME + "/networkAcls/value/0/entries/-";
        String endpoint = ABROAD + "/networkAcls/value/0/entries/-";
        return Stream.of(
                git(
                        "client ACL that denies requests",
                        "PD302 ELEMENTARY",
                        set(clients, deny(true, "10.64.0.0/10", 443))),
                git(
                        "client ACL that denies some answers",
                        "PD302 ELEMENTARY",
                        set(clients, deny(false, "10.64.32.0/20", 50000))),
                git(
                        "client ACL that denies the first port of answers",
                        "PD302 ELEMENTARY",
                        set(clients, deny(false, "10.64.32.0/20", 32768))),
                git(
                        "endpoint ACL that denies the last port of answers",
                        "PD308 ELEMENTARY",
                        set(endpoint, deny(true, "10.0.1.0/24", 60999))),
                git("client ACL without entries", "PD302 ELEMENTARY", set(HOME + "/networkAcls/value/0/entries", "[]")),
                git(
                        "endpoint ACL that denies requests",
                        "PD308 ELEMENTARY",
                        set(endpoint, deny(false, "0.0.0.0/0", 443))),
                git(
                        "endpoint ACL that denies answers to a few clients",
                        "PD308 ELEMENTARY",
                        set(endpoint, deny(true, "10.0.2.16/28", 40000))));
    }

    static String route(String destination, String target) {
        return "{\"destination\": \"%s\", \"target\": \"%s\", \"active\": true, \"prefixListId\": null}"
                .formatted(destination, target);
    }

    static String listed(String destination, String target) {
        return route(destination, target).replace("null", "\"pl-1\"");
    }

    static String deny(boolean egress, String cidr, int port) {
        return entry(50, egress, false, cidr, port, port);
    }

    static String entry(int number, boolean egress, boolean allow, String cidr, int fromPort, int toPort) {
        return """
                {"number": %d, "egress": %b, "allow": %b, "protocol": "6", "cidr": "%s", "fromPort": %d, "toPort": %d}\
                """.formatted(number, egress, allow, cidr, fromPort, toPort);
    }
}
