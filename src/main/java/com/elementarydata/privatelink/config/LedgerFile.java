package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import com.elementarydata.privatelink.model.Ledger;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.NextAddresses;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.RegionalAddresses;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Cidr;
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

    private LedgerFile(Problems problems) {
        this.problems = problems;
    }

    static Ledger read(String path, Mapping file, Problems problems) {
        Schema.LEDGER.checkShape(file, problems);
        LedgerFile reader = new LedgerFile(problems);
        Ledger ledger =
                new Ledger(path, file.mapping("regions").map(reader::regions).orElseGet(TreeMap::new), next(file));
        Schema.LEDGER.checkForms(file, problems);
        return ledger;
    }

    private SortedMap<Region, RegionalAddresses> regions(Mapping regions) {
        SortedMap<Region, RegionalAddresses> byRegion = new TreeMap<>();
        for (Located<String> key : regions.keys()) {
            var region = problems.parse(key, ProblemCode.PL203, Region::parse);
            var addresses = regions.mapping(key.value()).flatMap(of -> addresses(of, region.map(Located::value)));
            if (region.isPresent() && addresses.isPresent()) {
                byRegion.put(region.get().value(), addresses.get());
            }
        }
        return byRegion;
    }

    private Optional<RegionalAddresses> addresses(Mapping region, Optional<Region> code) {
        SortedMap<AvailabilityZoneId, Located<Cidr>> subnets = new TreeMap<>();
        region.mapping("subnets")
                .ifPresent(zones -> zones.keys().forEach(key -> {
                    var zone = problems.parse(key, ProblemCode.PL204, IntegrationReader.zone(code));
                    var cidr = problems.value(zones, key.value(), ProblemCode.PL214, Cidr::parse);
                    if (zone.isPresent() && cidr.isPresent()) {
                        subnets.put(zone.get().value(), cidr.get());
                    }
                }));
        return problems.value(region, "cidr", ProblemCode.PL214, Cidr::parse)
                .map(cidr -> new RegionalAddresses(cidr, region.isTrue("adopted"), subnets, next(region)));
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
        String adopted = addresses.adopted() ? "adopted: true\n" : "";
        StringBuilder subnets = new StringBuilder();
        addresses.subnets().forEach((zone, cidr) -> subnets.append("  %s: %s\n".formatted(zone, cidr)));
        return "cidr: %s\n%s%ssubnets:\n%s".formatted(addresses.cidr(), adopted, textOf(addresses.next()), subnets);
    }

    private static String textOf(Optional<Located<NextAddresses>> remembered) {
        NextAddresses next = remembered.orElseThrow().value();
        return "next: {after: [%s], cidr: %s}\n".formatted(String.join(", ", next.after()), next.cidr());
    }
}
