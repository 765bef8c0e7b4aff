package com.elementarydata.privatelink.e2e;

import com.elementarydata.privatelink.model.Production;
import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.VPC;

/** The hosted zones of an account, and what a name leads to in a VPC, found by Route 53's own rules. */
final class HostedZones {

    /**
     * A hosted zone.
     *
     * @param id its id
     * @param name without the dot at the end
     * @param vpcs the VPCs that it is associated with
     * @param records all its records
     */
    record Zone(String id, String name, List<VPC> vpcs, List<ResourceRecordSet> records) {

        boolean covers(String hostname) {
            return hostname.equals(name) || hostname.endsWith("." + name);
        }

        boolean answersIn(Production production) {
            return vpcs.stream()
                    .anyMatch(vpc -> vpc.vpcId().equals(production.vpcId())
                            && vpc.vpcRegionAsString()
                                    .equals(production.region().code()));
        }
    }

    private final Supplier<List<Zone>> zones;

    HostedZones(Route53Client route53) {
        zones = Suppliers.memoize(() -> route53.listHostedZonesPaginator().hostedZones().stream()
                .map(zone -> new Zone(
                        zone.id(),
                        plain(zone.name()),
                        route53.getHostedZone(request -> request.id(zone.id())).vpCs(),
                        route53
                                .listResourceRecordSetsPaginator(request -> request.hostedZoneId(zone.id()))
                                .resourceRecordSets()
                                .stream()
                                .toList()))
                .toList());
    }

    List<Zone> all() {
        return zones.get();
    }

    /** A name as people write it: without the dot at the end, and with its wildcard unescaped. */
    static String plain(String name) {
        String unescaped = name.replace("\\052", "*");
        return unescaped.endsWith(".") ? unescaped.substring(0, unescaped.length() - 1) : unescaped;
    }

    /**
     * Where a name leads in the production VPC: the zone with the longest matching name answers, and no other; in it the
     * exact record, or else the wildcard below the closest name that there is.
     *
     * @return the alias's target, or nothing
     */
    Optional<String> lookUp(String hostname, Production production) {
        return all().stream()
                .filter(zone -> zone.answersIn(production) && zone.covers(hostname))
                .max(Comparator.comparingInt(zone -> zone.name().length()))
                .flatMap(zone -> answer(zone, hostname));
    }

    private static Optional<String> answer(Zone zone, String hostname) {
        Optional<String> exact = address(zone, hostname);
        if (exact.isPresent() || exists(zone, hostname)) {
            return exact;
        }
        return Stream.iterate(parent(hostname), zone::covers, HostedZones::parent)
                .filter(above -> exists(zone, above) || exists(zone, "*." + above) || above.equals(zone.name()))
                .findFirst()
                .flatMap(closest -> address(zone, "*." + closest));
    }

    private static boolean exists(Zone zone, String name) {
        return zone.records().stream().anyMatch(record -> plain(record.name()).equals(name));
    }

    private static Optional<String> address(Zone zone, String name) {
        return zone.records().stream()
                .filter(record -> plain(record.name()).equals(name)
                        && record.typeAsString().equals("A")
                        && record.aliasTarget() != null)
                .map(record -> plain(record.aliasTarget().dnsName()))
                .findFirst();
    }

    private static String parent(String name) {
        return name.substring(name.indexOf('.') + 1);
    }
}
