package com.elementarydata.privatelink.model;

import com.elementarydata.privatelink.net.Region;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which addresses every regional VPC and its subnets have, once and for all.
 *
 * @param file where it is written
 * @param regions the addresses by Region
 * @param next what it says of the next Region; empty in a ledger that was never allocated to
 */
public record Ledger(String file, SortedMap<Region, RegionalAddresses> regions, Optional<Located<NextAddresses>> next) {

    /** Copies the Regions. */
    public Ledger {
        regions = Collections.unmodifiableSortedMap(new TreeMap<>(regions));
    }

    /** A ledger before the first allocation. */
    public static Ledger empty(String file) {
        return new Ledger(file, new TreeMap<>(), Optional.empty());
    }
}
