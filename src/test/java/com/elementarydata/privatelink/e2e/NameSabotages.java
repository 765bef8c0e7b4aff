package com.elementarydata.privatelink.e2e;

import com.elementarydata.privatelink.e2e.Sabotage.Undo;
import com.elementarydata.privatelink.fleet.OutputNames;
import com.elementarydata.privatelink.fleet.StackNames;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.VPC;
import software.amazon.awssdk.services.route53.model.VPCRegion;

/** What goes wrong with names. */
final class NameSabotages {

    private NameSabotages() {}

    static List<Sabotage> all() {
        return List.of(
                new Sabotage("the record of the hostname is gone", Hop.NAME, NameSabotages::deleteRecord),
                new Sabotage("the record leads to another endpoint", Hop.NAME, NameSabotages::leadElsewhere),
                new Sabotage("a narrower zone hides a name", Hop.NAME, NameSabotages::hide),
                new Sabotage("the zone is another VPC's", Hop.NAME, NameSabotages::takeAway));
    }

    static HostedZones.Zone zone(Scene scene) {
        String hostname = scene.connection().address().hostnames().stream()
                .map(located -> located.value().withoutWildcard().value())
                .findFirst()
                .orElseThrow();
        return scene.deployed().view().zones(Accounts.ELEMENTARY).all().stream()
                .filter(zone -> zone.name().equals(hostname))
                .findFirst()
                .orElseThrow();
    }

    static ResourceRecordSet record(HostedZones.Zone zone) {
        return zone.records().stream()
                .filter(record -> record.aliasTarget() != null
                        && HostedZones.plain(record.name()).equals(zone.name()))
                .findFirst()
                .orElseThrow();
    }

    private static void change(Scene scene, String zone, ChangeAction action, ResourceRecordSet record) {
        scene.route53()
                .changeResourceRecordSets(request -> request.hostedZoneId(zone)
                        .changeBatch(batch -> batch.changes(Change.builder()
                                .action(action)
                                .resourceRecordSet(record)
                                .build())));
    }

    private static Undo deleteRecord(Scene scene) {
        HostedZones.Zone zone = zone(scene);
        ResourceRecordSet record = record(zone);
        change(scene, zone.id(), ChangeAction.DELETE, record);
        return () -> change(scene, zone.id(), ChangeAction.CREATE, record);
    }

    private static Undo leadElsewhere(Scene scene) {
        HostedZones.Zone zone = zone(scene);
        ResourceRecordSet record = record(zone);
        String other = scene.abroad().endpoints().stream()
                .filter(endpoint ->
                        !endpoint.vpcEndpointId().equals(scene.endpoint().vpcEndpointId()))
                .findFirst()
                .orElseThrow()
                .dnsEntries()
                .get(0)
                .dnsName();
        change(
                scene,
                zone.id(),
                ChangeAction.UPSERT,
                record.toBuilder()
                        .aliasTarget(
                                record.aliasTarget().toBuilder().dnsName(other).build())
                        .build());
        return () -> change(scene, zone.id(), ChangeAction.UPSERT, record);
    }

    private static Undo hide(Scene scene) {
        String narrower = scene.route53()
                .createHostedZone(
                        request -> request.name("anything." + zone(scene).name())
                                .callerReference(UUID.randomUUID().toString())
                                .hostedZoneConfig(zone -> zone.privateZone(true))
                                .vpc(production(scene)))
                .hostedZone()
                .id();
        return () -> scene.route53().deleteHostedZone(request -> request.id(narrower));
    }

    private static Undo takeAway(Scene scene) {
        String zone = zone(scene).id();
        VPC regional = VPC.builder()
                .vpcId(scene.abroad().output(StackNames.region(scene.endpointRegion()), OutputNames.VPC_ID))
                .vpcRegion(scene.endpointRegion().code())
                .build();
        exchange(scene, zone, production(scene), regional);
        return () -> exchange(scene, zone, regional, production(scene));
    }

    private static void exchange(Scene scene, String zone, VPC old, VPC other) {
        scene.route53()
                .associateVPCWithHostedZone(
                        request -> request.hostedZoneId(zone).vpc(other));
        scene.route53()
                .disassociateVPCFromHostedZone(
                        request -> request.hostedZoneId(zone).vpc(old));
    }

    private static VPC production(Scene scene) {
        return VPC.builder()
                .vpcId(scene.production().vpcId())
                .vpcRegion(VPCRegion.fromValue(scene.production().region().code()))
                .build();
    }
}
