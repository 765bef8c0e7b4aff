package com.elementarydata.privatelink.model;

import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Cidr;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The addresses of one regional VPC.
 *
 * @param cidr the VPC's
 * @param subnets its subnets', by zone
 */
public record RegionalAddresses(Located<Cidr> cidr, SortedMap<AvailabilityZoneId, Located<Cidr>> subnets) {

    /** Copies the subnets. */
    public RegionalAddresses {
        subnets = Collections.unmodifiableSortedMap(new TreeMap<>(subnets));
    }
}
