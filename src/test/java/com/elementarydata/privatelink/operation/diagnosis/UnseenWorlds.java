package com.elementarydata.privatelink.operation.diagnosis;

import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.ABROAD;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.GIT;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.GITS_ZONE;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.HOME;
import static com.elementarydata.privatelink.operation.diagnosis.NameWorlds.record;
import static com.elementarydata.privatelink.operation.diagnosis.RecordedWorld.refuse;
import static com.elementarydata.privatelink.operation.diagnosis.RecordedWorld.set;

import com.elementarydata.privatelink.operation.diagnosis.RecordedWorld.Change;
import java.util.List;

/** Recorded worlds in which one link cannot be judged, so that nobody is blamed and nothing is said to be fine. */
final class UnseenWorlds {

    private UnseenWorlds() {}

    static List<RecordedWorld> all() {
        String there = HOME + "/routeTables/value/2";
        return List.of(
                git("the zone's records are another account's", "PD206", refuse(GITS_ZONE + "/records")),
                git(
                        "the name is delegated",
                        "PD206",
                        set(GITS_ZONE + "/name", "acme.example"),
                        set("/paths/0/hostedZones/0", "acme.example"),
                        record("git.acme.example", "NS", "ns.example", null)),
                git(
                        "a route by a prefix list that cannot be read",
                        "PD305",
                        set(there + "/unread", "[\"pl-1 to tgw-1 (UnauthorizedOperation)\"]")),
                git("a route by an appliance", "PD305", set(there + "/routes/3/target", "eni-1")),
                git(
                        "a route back by a firewall's endpoint",
                        "PD306",
                        set(ABROAD + "/routeTables/value/1/routes/1/target", "vpce-1")),
                git(
                        "a group that admits a prefix list that cannot be read",
                        "PD309",
                        set(ABROAD + "/securityGroups/value/0/inbound/0/source", "pl-1")));
    }

    private static RecordedWorld git(String words, String code, Change... changes) {
        return RecordedWorld.of(words, GIT, code, changes);
    }
}
