package com.elementarydata.privatelink.aws;

import static com.elementarydata.privatelink.observed.DomainNames.base;
import static com.elementarydata.privatelink.observed.DomainNames.concerns;
import static com.elementarydata.privatelink.observed.DomainNames.covers;
import static com.elementarydata.privatelink.observed.DomainNames.isWildcard;

import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.NameFacts.Zone;
import com.elementarydata.privatelink.observed.NameFacts.ZoneRecord;
import com.elementarydata.privatelink.observed.NameLookup;
import com.elementarydata.privatelink.observed.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.HostedZoneSummary;
import software.amazon.awssdk.services.route53.model.ListHostedZonesByVpcResponse;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
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

    static final List<Permission> RECORDS = Permission.all(
            Permission.of("route53", "ListHostedZonesByName"),
            Permission.on("arn:{partition}:route53:::hostedzone/*", "route53", "ListResourceRecordSets"));

    /** Those that are associated with the VPC, without their records. */
    static List<Zone> named(List<HostedZoneSummary> ofVpc, List<String> hostnames) {
        return ofVpc.stream()
                .filter(zone -> hostnames.stream().anyMatch(hostname -> concerns(plain(zone.name()), hostname)))
                .map(zone -> new Zone(zone.hostedZoneId(), plain(zone.name()), owner(zone), Reading.of(List.of())))
                .toList();
    }

    /** Those that are associated with the VPC; of each that answers for a hostname, the records. */
    List<Zone> associated(List<HostedZoneSummary> ofVpc, List<String> hostnames) {
        List<Zone> all = named(ofVpc, hostnames);
        NameLookup lookup = new NameLookup(all);
        Set<Zone> answering = hostnames.stream()
                .flatMap(hostname -> lookup.winner(hostname).stream())
                .collect(Collectors.toSet());
        return all.stream()
                .map(zone -> answering.contains(zone)
                        ? new Zone(zone.id(), zone.name(), zone.owner(), records(zone.id(), hostnames))
                        : zone)
                .toList();
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

    private Reading<List<ZoneRecord>> records(String zoneId, List<String> hostnames) {
        return Asked.of(
                "route53:ListResourceRecordSets",
                region,
                () ->
                        route53
                                .listResourceRecordSetsPaginator(request -> request.hostedZoneId(zoneId))
                                .resourceRecordSets()
                                .stream()
                                .filter(record -> record.typeAsString().equals("A")
                                        || record.typeAsString().equals("CNAME"))
                                .map(ZoneReader::record)
                                .filter(record -> hostnames.stream()
                                        .anyMatch(hostname -> record.name().equals(hostname)
                                                || (isWildcard(record.name())
                                                        && covers(base(record.name()), base(hostname)))))
                                .toList());
    }

    private static ZoneRecord record(ResourceRecordSet record) {
        List<String> targets = record.aliasTarget() == null
                ? record.resourceRecords().stream()
                        .map(ResourceRecord::value)
                        .map(ZoneReader::plain)
                        .toList()
                : List.of(plain(record.aliasTarget().dnsName()));
        return new ZoneRecord(plain(record.name()), record.typeAsString(), targets);
    }

    /** Private ones of these names that are not associated with the VPC. */
    List<Zone> elsewhere(List<HostedZoneSummary> ofVpc, List<String> names) {
        var here = ofVpc.stream().map(zone -> plain(zone.name())).collect(Collectors.toSet());
        return names.stream()
                .filter(name -> !here.contains(name))
                .flatMap(name -> route53.listHostedZonesByName(request -> request.dnsName(name)).hostedZones().stream()
                        .filter(zone -> plain(zone.name()).equals(name)
                                && Boolean.TRUE.equals(zone.config().privateZone()))
                        .map(zone ->
                                new Zone(zone.id().replace("/hostedzone/", ""), name, account, Reading.of(List.of()))))
                .toList();
    }

    /** A name as people write it: without the dot at the end, and with its wildcard unescaped. */
    static String plain(String name) {
        String unescaped = name.replace("\\052", "*").toLowerCase(Locale.ROOT);
        return unescaped.length() > 1 && unescaped.endsWith(".")
                ? unescaped.substring(0, unescaped.length() - 1)
                : unescaped;
    }
}
