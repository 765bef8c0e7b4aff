package com.elementarydata.privatelink.operation.diagnosis;

import static com.elementarydata.privatelink.operation.diagnosis.RecordedWorld.remove;
import static com.elementarydata.privatelink.operation.diagnosis.RecordedWorld.set;

import com.elementarydata.privatelink.operation.diagnosis.RecordedWorld.Change;
import java.util.List;
import java.util.stream.Stream;

/** Recorded worlds in which something is broken. */
public final class BrokenWorlds {

    public static final String GIT = "acme/git";
    static final String WAREHOUSE = "acme/warehouse";
    public static final String HOME = "/facts/networks/eu-central-1";
    public static final String ABROAD = "/facts/networks/eu-west-1";
    static final String CUSTOMERS_STACK = "/facts/stacks/eu-west-1/value/0";
    static final String REGIONAL_STACK = "/facts/stacks/eu-west-1/value/1";
    static final String DNS_STACK = "/facts/stacks/eu-central-1/value/1";
    static final String PRODUCTION_STACK = "/facts/stacks/eu-central-1/value/2";
    static final String GITS_ZONE = "/facts/names/zones/value/2";
    static final String PARENT_ZONE = """
            {"id": "Z1", "name": "acme.example", "owner": "743289191656",
             "records": {"value": [], "refusal": null}}""";

    private BrokenWorlds() {}

    static List<RecordedWorld> all() {
        return Stream.of(
                        foundations(), stacks(), ids(), NameWorlds.broken(), NetworkWorlds.broken(), FarWorlds.broken())
                .flatMap(worlds -> worlds)
                .toList();
    }

    private static RecordedWorld git(String words, String named, Change... changes) {
        return RecordedWorld.of(words, GIT, named, changes);
    }

    private static Stream<RecordedWorld> foundations() {
        return Stream.of(
                git("credentials of another account", "PD101 ELEMENTARY", set("/facts/account/value", "000000000009")),
                git(
                        "a Region that is not enabled",
                        "PD102 ELEMENTARY",
                        set("/facts/regions/value/eu-west-1", "not-opted-in")),
                git("a production VPC that is not there", "PD103 ELEMENTARY", remove(HOME + "/vpcs/value/0")),
                git(
                        "a production VPC with other addresses",
                        "PD103 ELEMENTARY",
                        set(HOME + "/vpcs/value/0/cidrs", "[\"10.1.0.0/16\"]")));
    }

    private static Stream<RecordedWorld> stacks() {
        return Stream.of(
                git("no regional stack", "PD104 ELEMENTARY", remove(REGIONAL_STACK)),
                git("no production stack", "PD105 ELEMENTARY", remove(PRODUCTION_STACK)),
                git("no customer's stack", "PD106 ELEMENTARY", remove(CUSTOMERS_STACK)),
                git("no DNS stack", "PD107 ELEMENTARY", remove(DNS_STACK)),
                git(
                        "a first deployment that failed",
                        "PD106 ELEMENTARY",
                        set(CUSTOMERS_STACK + "/status", "ROLLBACK_COMPLETE"),
                        set(CUSTOMERS_STACK + "/outputs", "{}")),
                git(
                        "a first deployment under way",
                        "PD106 AWS",
                        set(CUSTOMERS_STACK + "/status", "CREATE_IN_PROGRESS"),
                        set(CUSTOMERS_STACK + "/outputs", "{}")),
                git(
                        "an update that was rolled back before the connection was there",
                        "PD106 ELEMENTARY",
                        set(CUSTOMERS_STACK + "/status", "UPDATE_ROLLBACK_COMPLETE"),
                        set(CUSTOMERS_STACK + "/outputs", "{}")),
                git(
                        "a rollback that got stuck",
                        "PD106 ELEMENTARY",
                        set(CUSTOMERS_STACK + "/status", "UPDATE_ROLLBACK_FAILED")),
                git(
                        "a connection that was written after the last deployment",
                        "PD106 ELEMENTARY",
                        remove(CUSTOMERS_STACK + "/outputs/GitEndpointId")),
                git(
                        "a zone that was written after the last deployment of its Region",
                        "PD104 ELEMENTARY",
                        remove(REGIONAL_STACK + "/outputs/SubnetIdEuw1Az1")),
                git("names that somebody deletes", "PD107 ELEMENTARY", set(DNS_STACK + "/status", "DELETE_FAILED")));
    }

    private static Stream<RecordedWorld> ids() {
        return Stream.of(git(
                "routes to a peering that the regional stack has replaced",
                "PD108 ELEMENTARY",
                set(REGIONAL_STACK + "/outputs/PeeringConnectionId", "pcx-1"),
                set(ABROAD + "/peerings/value/0/status", "deleted"),
                set(ABROAD + "/peerings/value/-", peering("pcx-1", "vpc-7e0fa6565a794edda")),
                set(HOME + "/peerings/value/2/status", "deleted"),
                set(HOME + "/peerings/value/-", peering("pcx-1", "vpc-7e0fa6565a794edda"))));
    }

    static String peering(String id, String requester) {
        return """
                {"id": "%s", "status": "active", "requesterVpcId": "%s", "accepterVpcId": "vpc-0a1b2c3d4e5f60718"}\
                """.formatted(id, requester);
    }
}
