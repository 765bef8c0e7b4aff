package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Problem;
import java.util.List;

/** The rules across files. */
public final class FleetRules {

    private static final List<FleetRule> RULES = List.of(
            new HostnameActiveOnce(),
            new HostnameOfOneCustomer(),
            new HostnameNotShared(),
            new HostnameNotProtected(),
            new ServiceOfOneCustomer(),
            new ZonesAllocated(),
            new AddressesDisjoint(),
            new LedgerInOrder(),
            new WithinQuotas(),
            new StacksWithinQuota());

    private FleetRules() {}

    /** What is wrong between customers, and between them and the network, sorted by place. */
    public static List<Problem> check(Fleet fleet) {
        return RULES.stream().flatMap(rule -> rule.check(fleet)).sorted().toList();
    }
}
