package com.elementarydata.privatelink.app;

import com.elementarydata.privatelink.assembly.AppContext;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Plan;
import com.elementarydata.privatelink.model.Printable;
import com.elementarydata.privatelink.model.Problem;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the context asks for: a fleet folder, maybe some of its customers, and whether assemblies are kept.
 *
 * @param context the value of a key, as a text
 */
record AskedFleet(Function<String, Optional<String>> context) {

    private static final String ON = "on";
    private static final String OFF = "off";

    /** The fleet folder. */
    Path folder() {
        return Path.of(context.apply(AppContext.FOLDER)
                .filter(folder -> !folder.isBlank())
                .orElse(AppContext.DEFAULT_FOLDER));
    }

    /** The customers that are asked for; none for all. */
    Set<String> customers() {
        return context.apply(AppContext.CUSTOMERS).stream()
                .flatMap(ids -> Stream.of(ids.split(",", -1)))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether assemblies are kept. */
    boolean isCached() {
        return cache().equals(ON);
    }

    private String cache() {
        return context.apply(AppContext.CACHE).filter(given -> !given.isBlank()).orElse(ON);
    }

    /** What is wrong with the context itself. */
    Optional<String> mistake() {
        if (!isCached() && !cache().equals(OFF)) {
            return Optional.of("-c cache: choose from on and off");
        }
        return customers().isEmpty() && context.apply(AppContext.CUSTOMERS).isPresent()
                ? Optional.of("-c customers: this names no customer; leave it out for all of them")
                : Optional.empty();
    }

    /**
     * Reads the fleet, and plans what is asked for.
     *
     * @param messages where problems are printed, one per line
     * @return empty if anything is wrong with it
     */
    Optional<Plan> plan(PrintStream messages) {
        Set<String> customers = customers();
        CheckedFleet fleet = CheckedFleet.of(FleetFolder.read(folder()));
        List<Problem> errors = fleet.errorsFor(customers);
        Set<String> unknown = fleet.unknown(customers);
        unknown.forEach(id ->
                messages.println(Printable.of("-c customers: no customer file is named after \"%s\"; choose from %s"
                        .formatted(id, String.join(", ", fleet.customerFiles().keySet())))));
        if (!unknown.isEmpty() || !errors.isEmpty()) {
            errors.forEach(messages::println);
            messages.println("nothing was synthesized");
            return Optional.empty();
        }
        warn(fleet, messages);
        return fleet.fleet().map(whole -> Plan.of(whole.network(), whole.ledger(), fleet.customers(customers)));
    }

    private static void warn(CheckedFleet fleet, PrintStream messages) {
        fleet.warnings().forEach(messages::println);
        if (!fleet.errors().isEmpty()) {
            messages.println("warning: files of other customers have problems; those customers are left out");
            fleet.errors().forEach(messages::println);
        }
    }
}
