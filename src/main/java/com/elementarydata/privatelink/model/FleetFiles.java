package com.elementarydata.privatelink.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What could be read of a fleet folder, and what is wrong with the rest.
 *
 * @param network empty if its file is wrong
 * @param ledger without Regions if its file is wrong or absent
 * @param customerFiles the paths of all customer files, by the ids in their names
 * @param customers those whose files could be understood
 * @param problems sorted by place
 */
public record FleetFiles(
        Optional<Network> network,
        Ledger ledger,
        SortedMap<String, String> customerFiles,
        List<Customer> customers,
        List<Problem> problems) {

    /** Copies the files. */
    public FleetFiles {
        customerFiles = Collections.unmodifiableSortedMap(new TreeMap<>(customerFiles));
    }
}
