package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.config.Suggestion;
import com.elementarydata.privatelink.diagnose.ExpectedPath;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.model.Printable;
import com.google.common.base.Splitter;
import java.util.List;

/**
 * The connections that somebody named.
 *
 * @param fleet the fleet they are to be in
 * @param name {@code customer} or {@code customer/connection}
 */
record NamedPaths(CheckedFleet fleet, String name) {

    /** What stands in the way, a line each. */
    List<String> problems() {
        List<String> ofCustomer = new ChosenCustomers(fleet, List.of(part(0))).problems();
        if (!ofCustomer.isEmpty() || parts().size() == 1) {
            return ofCustomer;
        }
        List<String> known = all().stream()
                .map(path -> path.name().substring(part(0).length() + 1))
                .toList();
        return parts().size() == 2 && known.contains(part(1))
                ? List.of()
                : List.of(Printable.of("\"%s\" has no connection \"%s\"; %s"
                        .formatted(part(0), name.substring(part(0).length() + 1), Suggestion.among(known, part(1)))));
    }

    /** The connections, where nothing stands in the way. */
    List<ExpectedPath> paths() {
        return all().stream()
                .filter(path -> parts().size() == 1 || path.name().equals(name))
                .toList();
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
