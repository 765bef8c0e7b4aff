package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Ledger;
import com.elementarydata.privatelink.model.RegionalAddresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an allocation added to a ledger, one per line. */
public final class LedgerAdditions {

    private LedgerAdditions() {}

    public static List<String> between(Ledger before, Ledger after) {
        List<String> added = new ArrayList<>();
        after.regions().forEach((region, addresses) -> {
            Optional<RegionalAddresses> known =
                    Optional.ofNullable(before.regions().get(region));
            if (known.isEmpty()) {
                added.add("%s %s".formatted(region, addresses.cidr()));
            }
            addresses.subnets().forEach((zone, cidr) -> {
                if (known.filter(old -> old.subnets().containsKey(zone)).isEmpty()) {
                    added.add("  %s %s".formatted(zone, cidr));
                }
            });
        });
        return added;
    }
}
