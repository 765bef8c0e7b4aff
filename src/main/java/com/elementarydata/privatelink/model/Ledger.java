package com.elementarydata.privatelink.model;

import com.elementarydata.privatelink.net.Region;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which addresses every regional VPC and its subnets have, once and for all.
 *
 * @param file where it is written
 * @param regions the addresses by Region
 */
public record Ledger(String file, SortedMap<Region, RegionalAddresses> regions) {

    /** Copies the Regions. */
    public Ledger {
        regions = Collections.unmodifiableSortedMap(new TreeMap<>(regions));
    }
}
