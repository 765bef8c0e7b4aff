package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.Ledger;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.NextAddresses;
import com.elementarydata.privatelink.model.RegionalAddresses;
import java.util.Optional;

/**
 * The ledger as text. Every allocation rewrites a line that names all earlier ones, so that two branches that allocate
 * different addresses always conflict in git instead of merging into an overlap.
 */
public final class LedgerText {

    private static final String HEAD = """
            # yaml-language-server: $schema=addresses.lock.schema.json
            # Which addresses every regional VPC and its subnets have, once and for all: never edit or delete an entry.
            # Written by `bin/privatelink allocate`. After a merge conflict take the version of the branch that was
            # merged first, and allocate again.
            """;

    private LedgerText() {}

    /** The whole file of a ledger that an allocation produced. */
    public static String of(Ledger ledger) {
        StringBuilder text = new StringBuilder(HEAD);
        text.append(of(ledger.next()));
        text.append("regions:\n");
        ledger.regions()
                .forEach((region, addresses) -> text.append("  %s:\n".formatted(region))
                        .append(of(addresses).indent(4)));
        return text.toString();
    }

    private static String of(RegionalAddresses addresses) {
        StringBuilder text = new StringBuilder("cidr: %s\n".formatted(addresses.cidr()));
        if (addresses.adopted()) {
            text.append("adopted: true\n");
        }
        text.append(of(addresses.next()));
        text.append("subnets:\n");
        addresses.subnets().forEach((zone, cidr) -> text.append("  %s: %s\n".formatted(zone, cidr)));
        return text.toString();
    }

    private static String of(Optional<Located<NextAddresses>> remembered) {
        NextAddresses next = remembered.orElseThrow().value();
        return "next: {after: [%s], cidr: %s}\n".formatted(String.join(", ", next.after()), next.cidr());
    }
}
