package com.elementarydata.privatelink.aws;

import static com.elementarydata.privatelink.observed.DomainNames.concerns;
import static com.elementarydata.privatelink.observed.DomainNames.covers;

import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.NameFacts.Zone;
import com.elementarydata.privatelink.observed.NameFacts.ZoneRecord;
import com.elementarydata.privatelink.observed.NameLookup;
import com.elementarydata.privatelink.observed.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.HostedZoneSummary;
import software.amazon.awssdk.services.route53.model.ListHostedZonesByVpcResponse;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * The private hosted zones that decide about some hostnames in a VPC.
 *
 * @param route53 with the VPC's account
 * @param region the VPC's Region
 * @param vpcId the VPC
 * @param account the VPC's account
 */
record ZoneReader(Route53Client route53, Region region, String vpcId, String account) {

    /** To list the zones of a VPC, AWS demands that it may be described. */
    static final List<Permission> OF_VPC =
            Permission.all(Permission.of("route53", "ListHostedZonesByVPC"), Permission.of("ec2", "DescribeVpcs"));

    static final List<Permission> RECORDS_OF_ZONE =
            Permission.on("arn:{partition}:route53:::hostedzone/*", "route53", "ListResourceRecordSets");

    static final List<Permission> RECORDS =
            Permission.all(Permission.of("route53", "ListHostedZonesByName"), RECORDS_OF_ZONE);

    /** Those that are associated with the VPC, without their records. */
    static List<Zone> named(List<HostedZoneSummary> ofVpc, Collection<String> hostnames) {
        return ofVpc.stream()
                .filter(zone ->
                        hostnames.stream().anyMatch(hostname -> concerns(RecordSets.plain(zone.name()), hostname)))
                .map(zone -> new Zone(
                        zone.hostedZoneId(), RecordSets.plain(zone.name()), owner(zone), Reading.of(List.of())))
                .toList();
    }

    /** Those that are associated with the VPC; of each that answers for a hostname, or for what that points to, the records. */
    List<Zone> associated(List<HostedZoneSummary> ofVpc, List<String> hostnames) {
        Map<String, Reading<List<ResourceRecordSet>>> read = new HashMap<>();
        Set<String> names = new TreeSet<>(hostnames);
        List<Zone> zones;
        do {
            zones = associated(ofVpc, names, read);
        } while (names.addAll(targets(ofVpc, zones)));
        return zones;
    }

    private List<Zone> associated(
            List<HostedZoneSummary> ofVpc, Set<String> names, Map<String, Reading<List<ResourceRecordSet>>> read) {
        List<Zone> all = named(ofVpc, names);
        NameLookup lookup = new NameLookup(all);
        Set<Zone> answering =
                names.stream().flatMap(name -> lookup.winner(name).stream()).collect(Collectors.toSet());
        return all.stream()
                .map(zone -> answering.contains(zone)
                        ? new Zone(
                                zone.id(),
                                zone.name(),
                                zone.owner(),
                                read.computeIfAbsent(zone.id(), this::recordSets)
                                        .map(sets -> RecordSets.about(names, sets)))
                        : zone)
                .toList();
    }

    /** The names that records point to, as far as a zone of the VPC answers for them. */
    private static Set<String> targets(List<HostedZoneSummary> ofVpc, List<Zone> zones) {
        return zones.stream()
                .flatMap(zone -> zone.records().value().stream().flatMap(List::stream))
                .filter(ZoneRecord::isOfAddresses)
                .flatMap(record -> record.targets().stream())
                .filter(target -> ofVpc.stream().anyMatch(zone -> covers(RecordSets.plain(zone.name()), target)))
                .collect(Collectors.toSet());
    }

    /** One that is associated with the VPC, with all of its records. */
    Zone whole(HostedZoneSummary zone) {
        String name = RecordSets.plain(zone.name());
        return new Zone(
                zone.hostedZoneId(),
                name,
                owner(zone),
                recordSets(zone.hostedZoneId()).map(sets -> RecordSets.about(List.of(name), sets)));
    }

    /** All that are associated with the VPC. */
    List<HostedZoneSummary> ofVpc() {
        List<HostedZoneSummary> all = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            String token = next.orElse(null);
            ListHostedZonesByVpcResponse page = route53.listHostedZonesByVPC(
                    request -> request.vpcId(vpcId).vpcRegion(region.code()).nextToken(token));
            all.addAll(page.hostedZoneSummaries());
            next = Optional.ofNullable(page.nextToken()).filter(more -> !more.isEmpty());
        } while (next.isPresent());
        return all;
    }

    private static String owner(HostedZoneSummary zone) {
        return Optional.ofNullable(zone.owner().owningAccount())
                .or(() -> Optional.ofNullable(zone.owner().owningService()))
                .orElse("");
    }

    private Reading<List<ResourceRecordSet>> recordSets(String zoneId) {
        return Asked.of(
                "route53:ListResourceRecordSets",
                region,
                () ->
                        route53
                                .listResourceRecordSetsPaginator(request -> request.hostedZoneId(zoneId))
                                .resourceRecordSets()
                                .stream()
                                .toList());
    }

    /** Private ones of these names that are not associated with the VPC. */
    List<Zone> elsewhere(List<HostedZoneSummary> ofVpc, List<String> names) {
        var here = ofVpc.stream().map(zone -> RecordSets.plain(zone.name())).collect(Collectors.toSet());
        return names.stream()
                .filter(name -> !here.contains(name))
                .flatMap(name -> route53.listHostedZonesByName(request -> request.dnsName(name)).hostedZones().stream()
                        .filter(zone -> RecordSets.plain(zone.name()).equals(name)
                                && Boolean.TRUE.equals(zone.config().privateZone()))
                        .map(zone ->
                                new Zone(zone.id().replace("/hostedzone/", ""), name, account, Reading.of(List.of()))))
                .toList();
    }
}
