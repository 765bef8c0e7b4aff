package com.elementarydata.privatelink.model;

import com.elementarydata.privatelink.net.AvailabilityZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A regional VPC that existed before the fleet, by AWS's ids. It is used, and stays what it is.
 *
 * @param vpcId {@code vpc-…}
 * @param peeringConnectionId {@code pcx-…}, of its peering with production
 * @param subnetIds {@code subnet-…}, by zone
 * @param routed whether the fleet adds production's routes to it; otherwise whoever made it has
 * @param importedRouteTables {@code rtb-…}, of a VPC that the Region's stack took over with its subnets, its peering and
 *     these route tables; empty where no stack of the fleet has it
 */
public record AdoptedNetwork(
        Located<String> vpcId,
        String peeringConnectionId,
        SortedMap<AvailabilityZoneId, String> subnetIds,
        boolean routed,
        Optional<List<String>> importedRouteTables) {

    /** Copies. */
    public AdoptedNetwork {
        importedRouteTables = importedRouteTables.map(List::copyOf);
        subnetIds = Collections.unmodifiableSortedMap(new TreeMap<>(subnetIds));
    }

    /** Whether the Region's stack took it over. */
    public boolean isImported() {
        return importedRouteTables.isPresent();
    }
}
