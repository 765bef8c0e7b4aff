package com.elementarydata.privatelink.model;

import java.util.List;

/**
 * The line of the ledger that every allocation rewrites.
 *
 * @param after everything that was allocated before, in the order of its addresses
 * @param cidr what comes next; {@code none} where nothing is left
 */
public record NextAddresses(List<String> after, String cidr) {}
