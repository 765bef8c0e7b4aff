package com.elementarydata.privatelink.e2e;

import static com.elementarydata.privatelink.e2e.ResolverSabotages.forward;

import com.elementarydata.privatelink.e2e.Sabotage.Act;
import com.elementarydata.privatelink.e2e.Sabotage.Undo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.GeoLocation;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.ResourceRecordSetFailover;

/** Worlds of names that somebody thought up: routing policies, other types of records, other resolvers. */
final class InventedNames {

    private static final String RECORDS = "PD206 ELEMENTARY";
    private static final String NOTHING = "nothing";
    private static final String ELSEWHERE = "203.0.113.7";

    private InventedNames() {}

    static Stream<DiagnosedWorld> all() {
        return Stream.of(branches(), records(), resolvers()).flatMap(worlds -> worlds);
    }

    static Stream<DiagnosedWorld> branches() {
        return Stream.of(
                world("a weighted branch somewhere else", RECORDS, branch(one -> one.weight(10L), ELSEWHERE)),
                world(
                        "a branch for another Region somewhere else",
                        RECORDS,
                        branch(one -> one.region("eu-west-1"), ELSEWHERE)),
                world(
                        "a branch for a continent somewhere else",
                        RECORDS,
                        branch(
                                one -> one.geoLocation(GeoLocation.builder()
                                        .continentCode("EU")
                                        .build()),
                                ELSEWHERE)),
                world(
                        "a secondary of failover somewhere else",
                        RECORDS,
                        replace(alias -> List.of(
                                alias.toBuilder()
                                        .setIdentifier("first")
                                        .failover(ResourceRecordSetFailover.PRIMARY)
                                        .build(),
                                values(alias, RRType.A, ELSEWHERE).toBuilder()
                                        .setIdentifier("second")
                                        .failover(ResourceRecordSetFailover.SECONDARY)
                                        .build()))),
                world(
                        "one of several values somewhere else",
                        RECORDS,
                        replace(alias -> List.of(values(alias, RRType.A, ELSEWHERE).toBuilder()
                                .setIdentifier("one")
                                .multiValueAnswer(true)
                                .build()))),
                world(
                        "two weighted branches to the endpoint",
                        NOTHING,
                        replace(alias -> List.of(
                                alias.toBuilder().setIdentifier("a").weight(1L).build(),
                                alias.toBuilder().setIdentifier("b").weight(9L).build()))),
                world("a branch somewhere else that has no weight", NOTHING, branch(one -> one.weight(0L), ELSEWHERE)));
    }

    private static Stream<DiagnosedWorld> records() {
        return Stream.of(
                world(
                        "an address instead of the endpoint",
                        RECORDS,
                        replace(alias -> List.of(values(alias, RRType.A, ELSEWHERE)))),
                world(
                        "an answer over IPv6 from somewhere else",
                        RECORDS,
                        replace(alias -> List.of(alias, values(alias, RRType.AAAA, "2001:db8::7")))),
                world(
                        "no answer but over IPv6",
                        RECORDS,
                        replace(alias -> List.of(values(alias, RRType.AAAA, "2001:db8::8")))),
                world(
                        "a text of the name",
                        NOTHING,
                        replace(alias -> List.of(alias, values(alias, RRType.TXT, "\"for the curious\"")))));
    }

    private static Stream<DiagnosedWorld> resolvers() {
        return Stream.of(
                world("a rule forwards another name", NOTHING, forward("gitlab.dogwood.example")),
                world("a rule forwards a name with the same end", NOTHING, forward("hub.dogwood.example")));
    }

    private static DiagnosedWorld world(String words, String named, Act act) {
        return new DiagnosedWorld(words, named, act);
    }

    /** Puts a branch beside that of the endpoint, which is of the same policy. */
    private static Act branch(Consumer<ResourceRecordSet.Builder> policy, String address) {
        return replace(alias -> {
            ResourceRecordSet.Builder one = alias.toBuilder().setIdentifier("endpoint");
            ResourceRecordSet.Builder other =
                    values(alias, RRType.A, address).toBuilder().setIdentifier("other");
            policy.accept(one);
            policy.accept(other);
            if (one.build().weight() != null) {
                one.weight(10L);
            }
            if (one.build().region() != null) {
                one.region("us-east-1");
            }
            if (one.build().geoLocation() != null) {
                one.geoLocation(GeoLocation.builder().continentCode("NA").build());
            }
            return List.of(one.build(), other.build());
        });
    }

    private static ResourceRecordSet values(ResourceRecordSet alias, RRType type, String value) {
        return ResourceRecordSet.builder()
                .name(alias.name())
                .type(type)
                .ttl(60L)
                .resourceRecords(ResourceRecord.builder().value(value).build())
                .build();
    }

    /** Replaces the record of the hostname. */
    private static Act replace(Function<ResourceRecordSet, List<ResourceRecordSet>> others) {
        return scene -> {
            HostedZones.Zone zone = NameSabotages.zone(scene);
            ResourceRecordSet alias = NameSabotages.record(zone);
            List<ResourceRecordSet> present = others.apply(alias);
            change(scene, zone, List.of(alias), present);
            return undo(scene, zone, present, alias);
        };
    }

    private static Undo undo(
            Scene scene, HostedZones.Zone zone, List<ResourceRecordSet> present, ResourceRecordSet alias) {
        return () -> change(scene, zone, present, List.of(alias));
    }

    private static void change(
            Scene scene, HostedZones.Zone zone, List<ResourceRecordSet> gone, List<ResourceRecordSet> made) {
        List<ResourceRecordSet> backwards = new ArrayList<>(gone);
        Collections.reverse(backwards);
        Stream.concat(
                        backwards.stream().map(set -> of(ChangeAction.DELETE, set)),
                        made.stream().map(set -> of(ChangeAction.UPSERT, set)))
                .forEach(change -> scene.route53()
                        .changeResourceRecordSets(request ->
                                request.hostedZoneId(zone.id()).changeBatch(batch -> batch.changes(change))));
    }

    private static Change of(ChangeAction action, ResourceRecordSet set) {
        return Change.builder().action(action).resourceRecordSet(set).build();
    }
}
