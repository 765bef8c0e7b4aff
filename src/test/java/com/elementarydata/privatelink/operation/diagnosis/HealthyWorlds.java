package com.elementarydata.privatelink.operation.diagnosis;

import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.ABROAD;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.CUSTOMERS_STACK;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.GIT;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.GITS_ZONE;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.HOME;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.PARENT_ZONE;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.REGIONAL_STACK;
import static com.elementarydata.privatelink.operation.diagnosis.NameWorlds.record;
import static com.elementarydata.privatelink.operation.diagnosis.NameWorlds.rule;
import static com.elementarydata.privatelink.operation.diagnosis.NetworkWorlds.entry;
import static com.elementarydata.privatelink.operation.diagnosis.NetworkWorlds.listed;
import static com.elementarydata.privatelink.operation.diagnosis.NetworkWorlds.route;
import static com.elementarydata.privatelink.operation.diagnosis.RecordedWorld.refuse;
import static com.elementarydata.privatelink.operation.diagnosis.RecordedWorld.remove;
import static com.elementarydata.privatelink.operation.diagnosis.RecordedWorld.set;

import com.elementarydata.privatelink.operation.diagnosis.RecordedWorld.Change;
import java.util.List;
import java.util.stream.Stream;

/** Recorded worlds in which nobody is to be blamed, however strange they look. */
final class HealthyWorlds {

    private HealthyWorlds() {}

    static List<RecordedWorld> all() {
        return Stream.of(asDeployed(), names(), networks(), stacks(), acls(), unseen())
                .flatMap(worlds -> worlds)
                .toList();
    }

    private static RecordedWorld git(String words, Change... changes) {
        return RecordedWorld.of(words, GIT, "nothing", changes);
    }

    private static Stream<RecordedWorld> asDeployed() {
        return Stream.of(
                        "acme/git",
                        "acme/orders",
                        "acme/warehouse",
                        "birch/lakehouse",
                        "cedar/lakehouse",
                        "cedar/metrics",
                        "dogwood/git",
                        "elm-energy/warehouse",
                        "fir/postgres",
                        "fir/postgres-cross-region")
                .map(name -> RecordedWorld.of(name + " as it was deployed", name, "nothing"));
    }

    private static Stream<RecordedWorld> names() {
        return Stream.of(
                git("a zone above without the record", set("/facts/names/zones/value/-", PARENT_ZONE)),
                git("a rule for a domain above", rule("acme.example", "FORWARD")),
                git("a rule for everything", rule(".", "FORWARD")),
                git(
                        "two branches that both point to the endpoint",
                        record("git.acme.example", "A", "10.64.32.9", "weighted (blue)"),
                        set(
                                ABROAD + "/endpoints/value/0/addresses",
                                "{\"value\": [\"10.64.32.9\"], \"refusal\": null}")),
                git(
                        "a name that points to another one of its zone",
                        set(GITS_ZONE + "/records/value/0/name", "real.git.acme.example"),
                        record("git.acme.example", "CNAME", "real.git.acme.example", null)),
                git(
                        "a wildcard instead of the name",
                        set(GITS_ZONE + "/name", "acme.example"),
                        set("/paths/0/hostedZones/0", "acme.example"),
                        set(GITS_ZONE + "/records/value/0/name", "*.acme.example")),
                git("a text of the name", record("git.acme.example", "TXT", "", null)),
                git("a system rule for the name", rule("git.acme.example", "SYSTEM")),
                git("name servers that are the VPC's own", set("/facts/names/nameServers/value", "[\"10.0.0.2\"]")),
                git(
                        "name servers of both kinds",
                        set("/facts/names/nameServers/value", "[\"AmazonProvidedDNS\", \"10.0.9.9\"]")),
                git(
                        "name servers that forward, as tried from here",
                        set("/facts/names/nameServers/value", "[\"10.0.9.9\"]"),
                        FarWorlds.here(FarWorlds.ADDRESSES, "connected", "trusted")),
                RecordedWorld.of(
                        "prepared names, while nothing resolves",
                        "acme/orders",
                        "nothing",
                        set("/facts/names/vpcDns/value/support", false),
                        set("/facts/names/zones/value", "[]"),
                        remove("/facts/stacks/eu-central-1/value/1")));
    }

    private static Stream<RecordedWorld> networks() {
        String rules = ABROAD + "/securityGroups/value/0/inbound";
        return Stream.of(
                git(
                        "a wider route to another place",
                        set(HOME + "/routeTables/value/2/routes/-", route("10.0.0.0/8", "tgw-1"))),
                git(
                        "routes of a prefix list through the peering",
                        set(HOME + "/routeTables/value/2/routes/-", listed("10.64.32.0/24", "pcx-71e614087416967f6"))),
                git(
                        "a route of a prefix list for the same block as the stack's",
                        set(HOME + "/routeTables/value/2/routes/-", listed("10.64.32.0/20", "tgw-1"))),
                git(
                        "a wider route through the peering instead of the stack's",
                        set(HOME + "/routeTables/value/2/routes/3", route("10.64.0.0/10", "pcx-71e614087416967f6"))),
                git(
                        "production peered with a VPC of a customer's addresses",
                        set(HOME + "/peerings/value/-", BrokenWorlds.peering("pcx-1", "vpc-1"))),
                git(
                        "a peering that was made anew, with the routes to it",
                        set(REGIONAL_STACK + "/outputs/PeeringConnectionId", "pcx-1")),
                git("a group that admits more", set(rules + "/0/source", "10.0.0.0/16")),
                git(
                        "a group that admits everything",
                        set(
                                rules,
                                "[{\"protocol\": \"-1\", \"fromPort\": -1,"
                                        + " \"toPort\": -1, \"source\": \"10.0.0.0/8\"}]")),
                git(
                        "a group that admits halves",
                        set(rules + "/0/source", "10.0.1.0/25"),
                        set(
                                rules + "/-",
                                "{\"protocol\": \"tcp\", \"fromPort\": 443, \"toPort\": 443,"
                                        + " \"source\": \"10.0.1.128/25\"}")),
                git("who is connected is no principal any more", set(FarWorlds.SERVICE, "[]")),
                git("a state with a capital letter", set(FarWorlds.ENDPOINT + "/state", "Available")),
                git(
                        "an endpoint in one zone",
                        set("/paths/0/zones", "[\"euw1-az1\"]"),
                        set(FarWorlds.ENDPOINT + "/subnetIds", "[\"subnet-d8a71556e2dce9d6e\"]")),
                git("both halves", FarWorlds.provider(443, "healthy", "10.0.0.0/16")),
                git(
                        "both halves, the far one by an older version",
                        FarWorlds.provider(443, "healthy", "10.0.0.0/16"),
                        remove(FarWorlds.OUTBOUND)),
                git(
                        "tried from here, where the endpoint's addresses are refused",
                        refuse(FarWorlds.ADDRESSES_THERE),
                        FarWorlds.here(FarWorlds.ADDRESSES, "connected", "trusted")),
                git("tried from here", FarWorlds.here(FarWorlds.ADDRESSES, "connected", "trusted")));
    }

    private static Stream<RecordedWorld> stacks() {
        return Stream.of(
                git("an update that was rolled back", set(CUSTOMERS_STACK + "/status", "UPDATE_ROLLBACK_COMPLETE")),
                git("an update under way", set(CUSTOMERS_STACK + "/status", "UPDATE_IN_PROGRESS")),
                git("drift when last asked", set(CUSTOMERS_STACK + "/drift", "DRIFTED")));
    }

    private static Stream<RecordedWorld> acls() {
        String entries = ABROAD + "/networkAcls/value/0/entries/-";
        String all = "0.0.0.0/0";
        return Stream.of(
                git(
                        "an ACL that denies the port before those of answers",
                        set(entries, entry(10, true, false, all, 32767, 32767))),
                git(
                        "an ACL that denies the port after those of answers",
                        set(entries, entry(10, true, false, all, 61000, 61000))),
                git("an ACL that denies Windows' port", set(entries, entry(10, true, false, all, 3389, 3389))),
                git(
                        "an ACL that allows answers in two parts",
                        set(
                                ABROAD + "/networkAcls/value/0/entries",
                                "[%s, %s, %s, %s]"
                                        .formatted(
                                                entry(10, false, true, "10.0.0.0/17", 443, 443),
                                                entry(20, true, true, "10.0.0.0/17", 1024, 39999),
                                                entry(30, true, true, "10.0.0.0/17", 40000, 65535),
                                                entry(40, true, false, all, 0, 65535)))),
                git("an ACL that denies after it has allowed", set(entries, entry(200, false, false, all, 443, 443))));
    }

    private static Stream<RecordedWorld> unseen() {
        return Stream.of(
                        "/facts/regions",
                        "/facts/stacks/eu-west-1",
                        "/facts/names/vpcDns",
                        "/facts/names/nameServers",
                        "/facts/names/rules",
                        "/facts/names/zones",
                        HOME + "/vpcs",
                        HOME + "/subnets",
                        HOME + "/routeTables",
                        HOME + "/networkAcls",
                        ABROAD + "/peerings",
                        ABROAD + "/endpoints",
                        ABROAD + "/securityGroups",
                        "/facts/services/com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1")
                .map(pointer -> git("refused: " + pointer, refuse(pointer)));
    }
}
