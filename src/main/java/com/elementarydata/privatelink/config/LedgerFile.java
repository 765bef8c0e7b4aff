package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import com.elementarydata.privatelink.model.AdoptedNetwork;
import com.elementarydata.privatelink.model.Ledger;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.NextAddresses;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.RegionalAddresses;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.KnownRegions;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code addresses.lock.yaml}: the ledger of addresses. Every allocation rewrites a line that names all earlier ones, so
 * that two branches that allocate different addresses always conflict in git instead of merging into an overlap.
 */
public final class LedgerFile {

    static final String NAME = "addresses.lock.yaml";

    private static final String HEAD = """
            # yaml-language-server: $schema=addresses.lock.schema.json
            # Which addresses every regional VPC and its subnets have, once and for all: never edit or delete an entry.
            # Written by `bin/privatelink allocate`. After a merge conflict take the version of the branch that was
            # merged first, and allocate again.
            """;

    private final Problems problems;
    private final KnownRegions known;

    private LedgerFile(Problems problems, KnownRegions known) {
        this.problems = problems;
        this.known = known;
    }

    /**
     * Reads it.
     *
     * @param known the Regions that the fleet may use
     */
    static Ledger read(String path, Mapping file, Problems problems, KnownRegions known) {
        FormFindings forms = Schema.LEDGER.checkShape(file, problems);
        LedgerFile reader = new LedgerFile(problems, known);
        Ledger ledger =
                new Ledger(path, file.mapping("regions").map(reader::regions).orElseGet(TreeMap::new), next(file));
        forms.reportTo(problems);
        return ledger;
    }

    private SortedMap<Region, RegionalAddresses> regions(Mapping regions) {
        SortedMap<Region, RegionalAddresses> byRegion = new TreeMap<>();
        for (Located<String> key : regions.keys()) {
            var region = problems.parse(key, ProblemCode.PL203, known::parse);
            var addresses = regions.mapping(key.value()).flatMap(of -> addresses(of, region.map(Located::value)));
            if (region.isPresent() && addresses.isPresent()) {
                byRegion.put(region.get().value(), addresses.get());
            }
        }
        return byRegion;
    }

    private Optional<RegionalAddresses> addresses(Mapping region, Optional<Region> code) {
        SortedMap<AvailabilityZoneId, Located<Cidr>> subnets = new TreeMap<>();
        AdoptedReader adopted = new AdoptedReader(region, problems);
        region.mapping("subnets")
                .ifPresent(zones -> zones.keys().forEach(key -> {
                    var zone = problems.parse(key, ProblemCode.PL204, IntegrationReader.zone(code));
                    var cidr = cidr(zones, key.value());
                    if (zone.isPresent() && cidr.isPresent()) {
                        subnets.put(zone.get().value(), cidr.get());
                    }
                    zone.ifPresent(known -> adopted.readSubnet(known, zones));
                }));
        Optional<AdoptedNetwork> network = adopted.read();
        return problems.value(region, "cidr", ProblemCode.PL214, Cidr::parse)
                .filter(cidr -> network.isPresent() || !adopted.isAdopted())
                .map(cidr -> new RegionalAddresses(cidr, network, subnets, next(region)));
    }

    /** Alone, or beside the id of a subnet that exists. */
    private Optional<Located<Cidr>> cidr(Mapping zones, String zone) {
        return zones.mapping(zone)
                .map(subnet -> problems.value(subnet, "cidr", ProblemCode.PL214, Cidr::parse))
                .orElseGet(() -> problems.value(zones, zone, ProblemCode.PL214, Cidr::parse));
    }

    private static Optional<Located<NextAddresses>> next(Mapping mapping) {
        return mapping.mapping("next").map(next -> {
            List<String> after =
                    next.texts("after").stream().map(Located::value).toList();
            String cidr = next.text("cidr").map(Located::value).orElse("");
            return new Located<>(new NextAddresses(after, cidr), next.at());
        });
    }

    /** The whole file of a ledger that an allocation produced. */
    public static String textOf(Ledger ledger) {
        StringBuilder text = new StringBuilder(HEAD + textOf(ledger.next()) + "regions:\n");
        ledger.regions()
                .forEach((region, addresses) -> text.append("  %s:\n".formatted(region))
                        .append(textOf(addresses).indent(4)));
        return text.toString();
    }

    private static String textOf(RegionalAddresses addresses) {
        StringBuilder subnets = new StringBuilder();
        addresses
                .subnets()
                .forEach((zone, cidr) -> subnets.append("  %s: %s\n".formatted(zone, subnet(addresses, zone, cidr))));
        String own = addresses.adopted().map(LedgerFile::textOf).orElseGet(() -> textOf(addresses.next()));
        return "cidr: %s\n%ssubnets:\n%s".formatted(addresses.cidr(), own, subnets);
    }

    private static String subnet(RegionalAddresses addresses, AvailabilityZoneId zone, Located<Cidr> cidr) {
        return addresses
                .adopted()
                .map(network -> "{cidr: %s, subnetId: %s}"
                        .formatted(cidr, network.subnetIds().get(zone)))
                .orElseGet(cidr::toString);
    }

    private static String textOf(AdoptedNetwork network) {
        return "adopted: true\n%svpcId: %s\npeeringConnectionId: %s\n%s%s"
                .formatted(
                        network.isImported() ? "imported: true\n" : "",
                        network.vpcId(),
                        network.peeringConnectionId(),
                        network.importedRouteTables()
                                .filter(tables -> !tables.isEmpty())
                                .map(tables -> "routeTableIds: %s\n".formatted(tables))
                                .orElse(""),
                        network.routed() ? "productionRoutes: true\n" : "");
    }

    private static String textOf(Optional<Located<NextAddresses>> remembered) {
        return remembered
                .map(Located::value)
                .map(next -> "next: {after: [%s], cidr: %s}\n".formatted(String.join(", ", next.after()), next.cidr()))
                .orElse("");
    }
}
