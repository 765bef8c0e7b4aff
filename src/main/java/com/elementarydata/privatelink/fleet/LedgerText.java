package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Ledger;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Network;
import com.elementarydata.privatelink.model.RegionalAddresses;
import com.elementarydata.privatelink.net.Cidr;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The ledger as it is written. Every allocation rewrites a line that names all that was allocated before it, so that two
 * branches that allocate different things at once always conflict in git, instead of merging into an overlap.
 */
public final class LedgerText {

    private static final String HEAD = """
            # yaml-language-server: $schema=addresses.lock.schema.json
            # Which addresses every regional VPC and its subnets have, once and for all: never edit or delete an entry.
            # Written by `bin/privatelink allocate`. After a merge conflict take the version of the branch that was
            # merged first, and allocate again.
            """;

    private LedgerText() {}

    /** The whole file. */
    public static String of(Network network, Ledger ledger) {
        StringBuilder text = new StringBuilder(HEAD);
        text.append(next(
                byAddress(ledger.regions(), RegionalAddresses::cidr),
                Allocation.nextRegion(network, ledger.regions().values())));
        text.append("regions:\n");
        ledger.regions()
                .forEach((region, addresses) -> text.append("  %s:\n".formatted(region))
                        .append(of(addresses).indent(4)));
        return text.toString();
    }

    private static String of(RegionalAddresses addresses) {
        StringBuilder text = new StringBuilder("cidr: %s\n".formatted(addresses.cidr()));
        text.append(next(byAddress(addresses.subnets(), cidr -> cidr), Allocation.nextZone(addresses)));
        text.append("subnets:\n");
        addresses.subnets().forEach((zone, cidr) -> text.append("  %s: %s\n".formatted(zone, cidr)));
        return text.toString();
    }

    private static String next(String after, Optional<Cidr> cidr) {
        return "next: {after: [%s], cidr: %s}\n"
                .formatted(after, cidr.map(Cidr::toString).orElse("none"));
    }

    private static <K, V> String byAddress(SortedMap<K, V> allocated, Function<V, Located<Cidr>> address) {
        return allocated.entrySet().stream()
                .sorted(Comparator.comparing(
                        entry -> address.apply(entry.getValue()).value()))
                .map(Map.Entry::getKey)
                .map(Object::toString)
                .collect(Collectors.joining(", "));
    }
}
