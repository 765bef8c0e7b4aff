package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.command.Program;
import com.elementarydata.privatelink.config.Suggestion;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.fleet.ExpectedPaths;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Refusal;
import com.google.common.base.Splitter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The customers that a verb is run for.
 *
 * @param fleet their fleet
 * @param ids their ids; empty for all customers
 */
record ChosenCustomers(CheckedFleet fleet, List<String> ids) {

    private static final int FEW = 12;

    private String unknown(String id) {
        Set<String> known = fleet.customerFiles().keySet();
        String remedy = known.size() > FEW && Suggestion.nearest(known, id).isEmpty()
                ? "run %s validate to see where files are expected".formatted(Program.name())
                : Suggestion.among(known, id);
        return "no customer file is named after \"%s\"; %s".formatted(id, remedy);
    }

    /** The same, unless something blocks them: ids that no file is named after, or else what is wrong with the files. */
    ChosenCustomers required() {
        List<String> unknown = fleet.unknown(ids).stream().map(this::unknown).toList();
        List<?> problems = unknown.isEmpty() ? fleet.errorsFor(ids) : unknown;
        if (!problems.isEmpty()) {
            throw Refusal.of(problems);
        }
        return this;
    }

    /**
     * The connections that somebody named, unless something stands in their way.
     *
     * @param name {@code customer} or {@code customer/connection}
     */
    static List<ExpectedPath> paths(CheckedFleet fleet, String name) {
        List<String> parts = Splitter.on('/').splitToList(name);
        String id = parts.get(0);
        ChosenCustomers chosen = new ChosenCustomers(fleet, List.of(id)).required();
        ExpectedPaths expected = new ExpectedPaths(fleet.fleet().orElseThrow());
        List<ExpectedPath> all = chosen.customers().stream()
                .flatMap(customer -> expected.of(customer).stream())
                .toList();
        if (parts.size() == 1) {
            return all;
        }
        List<ExpectedPath> named =
                all.stream().filter(path -> path.name().equals(name)).toList();
        if (named.isEmpty()) {
            List<String> known = all.stream().map(ExpectedPath::connection).toList();
            throw Refusal.of("no connection is named \"%s\"; %s"
                    .formatted(
                            name,
                            Suggestion.nearest(known, parts.get(1))
                                    .map(near -> "did you mean \"%s/%s\"?".formatted(id, near))
                                    .orElseGet(() -> "choose from "
                                            + all.stream()
                                                    .map(ExpectedPath::name)
                                                    .collect(Collectors.joining(", ")))));
        }
        return named;
    }

    /** The customers, sorted by id. */
    List<Customer> customers() {
        return fleet.customers(ids);
    }
}
