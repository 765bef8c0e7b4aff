package com.elementarydata.privatelink.model;

import com.elementarydata.privatelink.net.Region;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The addresses of every regional VPC and its subnets, which never change.
 *
 * @param file where it is written
 * @param regions the addresses by Region
 * @param next its line about the next Region; empty before the first allocation
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
