package com.elementarydata.privatelink.model;

import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Cidr;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The addresses of one regional VPC.
 *
 * @param cidr the VPC's
 * @param adopted the VPC where it existed before the fleet, so that its sizes are its own
 * @param subnets its subnets', by zone
 * @param next the ledger's line about the next zone; empty before the first allocation
 */
public record RegionalAddresses(
        Located<Cidr> cidr,
        Optional<AdoptedNetwork> adopted,
        SortedMap<AvailabilityZoneId, Located<Cidr>> subnets,
        Optional<Located<NextAddresses>> next) {

    /** Whether the VPC existed before the fleet. */
    public boolean isAdopted() {
        return adopted.isPresent();
    }

    /** Whether a stack of the fleet has the VPC. */
    public boolean hasStack() {
        return adopted.map(AdoptedNetwork::isImported).orElse(true);
    }

    /** Whether the fleet adds production's routes to the VPC. */
    public boolean isRouted() {
        return adopted.map(AdoptedNetwork::routed).orElse(true);
    }

    /** Copies the subnets. */
    public RegionalAddresses {
        subnets = Collections.unmodifiableSortedMap(new TreeMap<>(subnets));
    }
}
