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

/** {@code addresses.lock.yaml}: the ledger of addresses. */
final class LedgerFile {

    static final String NAME = "addresses.lock.yaml";

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
            var addresses = regions.mapping(key.value()).flatMap(this::addresses);
            if (region.isPresent() && addresses.isPresent()) {
                byRegion.put(region.get().value(), addresses.get());
            }
        }
        return byRegion;
    }

    private Optional<RegionalAddresses> addresses(Mapping region) {
        SortedMap<AvailabilityZoneId, Located<Cidr>> subnets = new TreeMap<>();
        region.mapping("subnets")
                .ifPresent(zones -> zones.keys().forEach(key -> {
                    var zone = problems.parse(key, ProblemCode.PL204, AvailabilityZoneId::parse);
                    var cidr = cidr(zones, key.value());
                    if (zone.isPresent() && cidr.isPresent()) {
                        subnets.put(zone.get().value(), cidr.get());
                    }
                }));
        return cidr(region, "cidr")
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

    private Optional<Located<Cidr>> cidr(Mapping mapping, String key) {
        return mapping.text(key).flatMap(text -> problems.parse(text, ProblemCode.PL214, Cidr::parse));
    }
}
