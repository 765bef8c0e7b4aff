package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.config.Suggestion;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Printable;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.Refusal;
import java.util.List;
import java.util.Set;

/**
 * The customers that a verb is run for.
 *
 * @param fleet their fleet
 * @param ids their ids; empty for all customers
 */
record ChosenCustomers(CheckedFleet fleet, List<String> ids) {

    private static final int FEW = 12;

    /** What blocks them, one per line: ids that no file is named after, or else what is wrong with the files. */
    private List<String> problems() {
        List<String> unknown = fleet.unknown(ids).stream().map(this::unknown).toList();
        return unknown.isEmpty()
                ? fleet.errorsFor(ids).stream().map(Problem::toString).toList()
                : unknown;
    }

    private String unknown(String id) {
        Set<String> known = fleet.customerFiles().keySet();
        String remedy = known.size() > FEW && Suggestion.nearest(known, id).isEmpty()
                ? "run bin/privatelink validate to see where files are expected"
                : Suggestion.among(known, id);
        return Printable.of("no customer file is named after \"%s\"; %s".formatted(id, remedy));
    }

    /** The same, unless something blocks them. */
    ChosenCustomers required() {
        List<String> problems = problems();
        if (!problems.isEmpty()) {
            throw Refusal.of(problems);
        }
        return this;
    }

    /** The customers, sorted by id. */
    List<Customer> customers() {
        return fleet.customers(ids);
    }
}
