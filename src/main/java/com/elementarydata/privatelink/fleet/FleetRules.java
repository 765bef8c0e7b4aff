package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.net.Elementary;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rules across files. */
public final class FleetRules {

    private static final List<Function<Fleet, Stream<Problem>>> RULES = List.of(
            HostnameClashes::activeOnce,
            HostnameClashes::ofOneCustomer,
            HostnameRules::notShared,
            HostnameRules::notProtected,
            FleetRules::domainsNamed,
            HostnameRules::serviceOfOneCustomer,
            LedgerRules::zonesAllocated,
            LedgerRules::disjoint,
            LedgerRules::inOrder,
            LedgerRules::adoptedOnce,
            AdoptionRules::describedAlike,
            AdoptionRules::besideAdopted,
            AdoptionRules::importedOnce,
            QuotaRules::check);

    private FleetRules() {}

    /** What is wrong between customers, and between them and the network, sorted by place. */
    public static List<Problem> check(Fleet fleet) {
        return RULES.stream().flatMap(rule -> rule.apply(fleet)).sorted().toList();
    }

    /** Nothing but a fleet's own list keeps customers' names off the domains that production itself uses. */
    private static Stream<Problem> domainsNamed(Fleet fleet) {
        return Stream.of(fleet.network())
                .filter(network -> network.protectedDomains().isEmpty())
                .map(network -> new Problem(
                        Position.ofFile(network.file()),
                        ProblemCode.PL313,
                        "there are no protectedDomains, so a customer's hostname may hide any name but those of %s"
                                .formatted(Elementary.DOMAIN),
                        "list the domains that production itself uses"));
    }
}
