package com.elementarydata.privatelink.operation.diagnosis;

import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.GIT;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.GITS_ZONE;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.PARENT_ZONE;
import static com.elementarydata.privatelink.operation.diagnosis.RecordedWorld.remove;
import static com.elementarydata.privatelink.operation.diagnosis.RecordedWorld.set;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recorded worlds of names. */
final class NameWorlds {

    private static final String WILDCARD = "dogwood/git";
    private static final String OLD_ENDPOINT = "vpce-1-2.vpce-svc-3.eu-west-1.vpce.amazonaws.com";

    private NameWorlds() {}

    static Stream<RecordedWorld> broken() {
        return Stream.concat(resolver(), zones());
    }

    private static Stream<RecordedWorld> resolver() {
        return Stream.of(
                RecordedWorld.of(
                        "DNS hostnames off",
                        GIT,
                        "PD201 ELEMENTARY",
                        set("/facts/names/vpcDns/value/hostnames", false)),
                RecordedWorld.of(
                        "DNS support off", GIT, "PD201 ELEMENTARY", set("/facts/names/vpcDns/value/support", false)),
                RecordedWorld.of(
                        "name servers of somebody's own",
                        GIT,
                        "PD202 ELEMENTARY",
                        set("/facts/names/nameServers/value", "[\"10.0.9.9\", \"10.0.9.10\"]")),
                RecordedWorld.of("a rule for the name", GIT, "PD203 ELEMENTARY", rule("git.acme.example", "FORWARD")),
                RecordedWorld.of(
                        "a rule below a wildcard",
                        WILDCARD,
                        "PD203 ELEMENTARY",
                        rule("raw.github.dogwood.example", "FORWARD")));
    }

    private static Stream<RecordedWorld> zones() {
        return Stream.of(
                RecordedWorld.of("no zone", GIT, "PD204 ELEMENTARY", remove(GITS_ZONE)),
                RecordedWorld.of(
                        "no zone, so that one above it answers", GIT, "PD204 ELEMENTARY", set(GITS_ZONE, PARENT_ZONE)),
                RecordedWorld.of(
                        "a zone that is not associated",
                        GIT,
                        "PD204 ELEMENTARY",
                        remove(GITS_ZONE),
                        set("/facts/names/elsewhere/value/-", PARENT_ZONE.replace("acme.", "git.acme."))),
                RecordedWorld.of(
                        "another account's zone of the same name",
                        GIT,
                        "PD205 ELEMENTARY",
                        set(GITS_ZONE + "/owner", "000000000009")),
                RecordedWorld.of(
                        "a zone below a wildcard",
                        WILDCARD,
                        "PD205 ELEMENTARY",
                        set("/facts/names/zones/value/-", PARENT_ZONE.replace("acme.", "raw.github.dogwood."))),
                RecordedWorld.of("no record", GIT, "PD206 ELEMENTARY", remove(GITS_ZONE + "/records/value/0")),
                RecordedWorld.of(
                        "a record to an old endpoint",
                        GIT,
                        "PD206 ELEMENTARY",
                        set(
                                GITS_ZONE + "/records/value/0/targets/0",
                                "vpce-1-2.vpce-svc-3.eu-west-1.vpce.amazonaws.com")),
                RecordedWorld.of(
                        "a record to a public name",
                        GIT,
                        "PD206 ELEMENTARY",
                        set(GITS_ZONE + "/records/value/0/type", "CNAME"),
                        set(GITS_ZONE + "/records/value/0/targets/0", "www.acme.example")),
                git(
                        "a weighted branch to an old endpoint",
                        record("git.acme.example", "A", OLD_ENDPOINT, "weighted (blue)")),
                git(
                        "a secondary of failover on the internet",
                        record("git.acme.example", "A", "203.0.113.7", "failover (b)")),
                git("an answer over IPv6 from elsewhere", record("git.acme.example", "AAAA", "2001:db8::7", null)),
                git("an answer over IPv6 alone", set(GITS_ZONE + "/records/value/0/type", "AAAA")),
                git(
                        "a wildcard that a text of the name hides",
                        set(GITS_ZONE + "/name", "acme.example"),
                        set("/paths/0/hostedZones/0", "acme.example"),
                        set(GITS_ZONE + "/records/value/0/name", "*.acme.example"),
                        record("git.acme.example", "TXT", "", null)),
                git(
                        "a wildcard that a name below hides",
                        set(GITS_ZONE + "/name", "acme.example"),
                        set("/paths/0/hostedZones/0", "acme.example"),
                        set(GITS_ZONE + "/records/value/0/name", "*.acme.example"),
                        record("raw.git.acme.example", "A", "203.0.113.7", null)),
                git(
                        "a name that points to itself",
                        set(GITS_ZONE + "/records/value/0/type", "CNAME"),
                        set(GITS_ZONE + "/records/value/0/targets/0", "git.acme.example")),
                git(
                        "a name of the zone that points to nothing",
                        set(GITS_ZONE + "/records/value/0/type", "CNAME"),
                        set(GITS_ZONE + "/records/value/0/targets/0", "old.git.acme.example")),
                RecordedWorld.of(
                        "one of several names without a record",
                        BrokenWorlds.WAREHOUSE,
                        "PD206 ELEMENTARY",
                        remove("/facts/names/zones/value/1/records/value/1")));
    }

    private static RecordedWorld git(String words, RecordedWorld.Change... changes) {
        return RecordedWorld.of(words, GIT, "PD206 ELEMENTARY", changes);
    }

    static RecordedWorld.Change record(String name, String type, String target, @Nullable String routing) {
        return set(
                GITS_ZONE + "/records/value/-",
                "{\"name\": \"%s\", \"type\": \"%s\", \"targets\": [%s], \"routing\": %s}"
                        .formatted(
                                name,
                                type,
                                target.isEmpty() ? "" : "\"%s\"".formatted(target),
                                routing == null ? "null" : "\"%s\"".formatted(routing)));
    }

    static RecordedWorld.Change rule(String domain, String type) {
        return set(
                "/facts/names/rules/value/-",
                "{\"id\": \"rslvr-rr-1\", \"domain\": \"%s\", \"type\": \"%s\"}".formatted(domain, type));
    }
}
