package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.config.Suggestion;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.fleet.ExpectedPaths;
import com.elementarydata.privatelink.model.Refusal;
import com.google.common.base.Splitter;
import java.util.List;

/**
 * The connections that were named.
 *
 * @param fleet their fleet
 * @param name {@code customer} or {@code customer/connection}
 */
record NamedPaths(CheckedFleet fleet, String name) {

    /** The connections, unless something blocks them. */
    List<ExpectedPath> paths() {
        new ChosenCustomers(fleet, List.of(part(0))).required();
        if (parts().size() == 1) {
            return all();
        }
        List<ExpectedPath> named =
                all().stream().filter(path -> path.name().equals(name)).toList();
        if (named.isEmpty()) {
            throw unknown();
        }
        return named;
    }

    private Refusal unknown() {
        List<String> known = all().stream().map(ExpectedPath::connection).toList();
        return Refusal.of("\"%s\" has no connection \"%s\"; %s"
                .formatted(part(0), name.substring(part(0).length() + 1), Suggestion.among(known, part(1))));
    }

    private List<ExpectedPath> all() {
        ExpectedPaths expected = new ExpectedPaths(fleet.fleet().orElseThrow());
        return fleet.customers(List.of(part(0))).stream()
                .flatMap(customer -> expected.of(customer).stream())
                .toList();
    }

    private List<String> parts() {
        return Splitter.on('/').splitToList(name);
    }

    private String part(int number) {
        return parts().get(number);
    }
}
