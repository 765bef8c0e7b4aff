package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.FleetFiles;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.google.common.collect.Sets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A fleet, and everything that is wrong with it: in single files, and between them.
 *
 * @param fleet empty where {@code network.yaml} is wrong, without which nothing can be said of the whole
 * @param files what it was read from
 * @param problems sorted by place
 */
public record CheckedFleet(Optional<Fleet> fleet, FleetFiles files, List<Problem> problems) {

    /** Checks what was read. */
    public static CheckedFleet of(FleetFiles files) {
        Optional<Fleet> fleet = fleetOf(files);
        return new CheckedFleet(fleet, files, Problem.once(problemsOf(fleet, files)));
    }

    private static Optional<Fleet> fleetOf(FleetFiles files) {
        return files.network().map(network -> new Fleet(network, files.ledger(), files.customers()));
    }

    /** Sorted by place; what two places have in common is told at both. */
    private static Stream<Problem> problemsOf(Optional<Fleet> fleet, FleetFiles files) {
        Stream<Problem> between = fleet.stream().flatMap(whole -> between(whole, files.problems()).stream());
        return Stream.concat(files.problems().stream(), between).distinct().sorted();
    }

    /**
     * If the ledger is wrong, allocating is not suggested where it only has to be restored; if the network is, a list that
     * could not be read is not called empty.
     */
    private static List<Problem> between(Fleet fleet, List<Problem> inFiles) {
        List<Problem> between = FleetRules.check(fleet);
        Set<String> wrongFiles =
                inFiles.stream().map(problem -> problem.at().file()).collect(Collectors.toSet());
        Set<ProblemCode> consequences = EnumSet.noneOf(ProblemCode.class);
        if (wrongFiles.contains(fleet.ledger().file())) {
            consequences.addAll(Set.of(ProblemCode.PL303, ProblemCode.PL305));
        } else if (between.stream().anyMatch(problem -> problem.code() == ProblemCode.PL305)) {
            consequences.add(ProblemCode.PL303);
        }
        if (wrongFiles.contains(fleet.network().file())) {
            consequences.add(ProblemCode.PL313);
        }
        return between.stream()
                .filter(problem -> !consequences.contains(problem.code()))
                .toList();
    }

    /** The paths of all customer files by id. */
    public SortedMap<String, String> customerFiles() {
        return files.customerFiles();
    }

    /** The problems that refuse. */
    public List<Problem> errors() {
        return problems.stream().filter(problem -> !problem.isWarning()).toList();
    }

    /** The problems that only warn. */
    public List<Problem> warnings() {
        return problems.stream().filter(Problem::isWarning).toList();
    }

    /** The ids that no customer file is named after. */
    public Set<String> unknown(Collection<String> ids) {
        return ids.stream()
                .filter(id -> !customerFiles().containsKey(id))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The errors that block some customers: their own, and those of shared files. Another customer's errors never block
     * them: a conflict with a file that is wrong itself, such as a bad copy of theirs, counts against that file alone.
     *
     * @param ids the customers; empty for all of them
     */
    public List<Problem> errorsFor(Collection<String> ids) {
        Set<String> chosen = filesOf(ids);
        Set<String> ofOthers = Sets.difference(Set.copyOf(customerFiles().values()), chosen);
        FleetFiles sound = withoutWrongOnes(chosen);
        return Problem.once(problemsOf(fleetOf(sound), sound)
                .filter(problem -> !problem.isWarning())
                .filter(problem -> !ofOthers.contains(problem.at().file())));
    }

    private FleetFiles withoutWrongOnes(Set<String> chosen) {
        Set<String> wrong = files.problems().stream()
                .filter(problem -> !problem.isWarning())
                .map(problem -> problem.at().file())
                .collect(Collectors.toSet());
        List<Customer> sound = files.customers().stream()
                .filter(customer -> chosen.contains(customer.file()) || !wrong.contains(customer.file()))
                .toList();
        return new FleetFiles(files.network(), files.ledger(), files.customerFiles(), sound, files.problems());
    }

    /**
     * Some customers of the fleet, sorted by id. A customer is known by its file, since a bad file may have another's
     * id.
     *
     * @param ids the customers; empty for all of them
     */
    public List<Customer> customers(Collection<String> ids) {
        Set<String> chosen = filesOf(ids);
        return fleet.stream()
                .flatMap(whole -> whole.customers().stream())
                .filter(customer -> chosen.contains(customer.file()))
                .toList();
    }

    private Set<String> filesOf(Collection<String> ids) {
        return customerFiles().entrySet().stream()
                .filter(file -> ids.isEmpty() || ids.contains(file.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }
}
