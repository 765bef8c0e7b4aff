package com.elementarydata.privatelink.model;

import java.util.List;

/**
 * The line of the ledger that every allocation rewrites.
 *
 * @param after everything that was allocated before with its addresses, as in {@code us-west-2 10.64.0.0/20}, in their
 *     order
 * @param cidr the next block; {@code none} if nothing is left
 */
public record NextAddresses(List<String> after, String cidr) {}
