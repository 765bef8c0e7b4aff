package com.elementarydata.privatelink.model;

import com.elementarydata.privatelink.net.AvailabilityZoneId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A regional VPC that existed before the fleet, by AWS's ids. It has no stack: it is used, and never changed.
 *
 * @param vpcId {@code vpc-…}
 * @param peeringConnectionId {@code pcx-…}, of its peering with production
 * @param subnetIds {@code subnet-…}, by zone
 * @param routed whether the fleet adds production's routes to it; otherwise whoever made it has
 */
public record AdoptedNetwork(
        Located<String> vpcId,
        String peeringConnectionId,
        SortedMap<AvailabilityZoneId, String> subnetIds,
        boolean routed) {

    /** Copies the subnets. */
    public AdoptedNetwork {
        subnetIds = Collections.unmodifiableSortedMap(new TreeMap<>(subnetIds));
    }
}
