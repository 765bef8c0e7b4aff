package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Problem;
import java.util.List;

/** The rules across files. */
public final class FleetRules {

    private static final List<FleetRule> RULES = List.of(
            HostnameRules::activeOnce,
            HostnameRules::ofOneCustomer,
            HostnameRules::notShared,
            HostnameRules::notProtected,
            HostnameRules::serviceOfOneCustomer,
            LedgerRules::zonesAllocated,
            LedgerRules::disjoint,
            LedgerRules::inOrder,
            QuotaRules::check);

    private FleetRules() {}

    /** What is wrong between customers, and between them and the network, sorted by place. */
    public static List<Problem> check(Fleet fleet) {
        return RULES.stream().flatMap(rule -> rule.check(fleet)).sorted().toList();
    }
}
