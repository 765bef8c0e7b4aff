package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.RegionalAddresses;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The ledger's addresses overlap neither each other nor production's, and lie where they belong. */
final class LedgerInOrder implements FleetRule {

    private static final String REMEDY =
            "addresses that are deployed never change: restore the ledger from git, and run bin/privatelink allocate";

    @Override
    public Stream<Problem> check(Fleet fleet) {
        List<Problem> problems = new ArrayList<>();
        List<Named> taken = new ArrayList<>();
        taken.add(new Named("the production VPC", fleet.network().production().cidr()));
        fleet.ledger().regions().forEach((region, addresses) -> {
            disjoint(new Named(region.code(), addresses.cidr()), taken, problems);
            checkSubnets(region, addresses, problems);
        });
        return problems.stream();
    }

    private record Named(String name, Located<Cidr> cidr) {}

    private static void disjoint(Named block, List<Named> taken, List<Problem> problems) {
        taken.stream()
                .filter(other -> other.cidr().value().overlaps(block.cidr().value()))
                .forEach(other -> problems.add(new Problem(
                        block.cidr().at(),
                        ProblemCode.PL304,
                        "\"%s\" of %s overlaps %s of %s"
                                .formatted(block.cidr(), block.name(), other.cidr(), other.name()),
                        REMEDY)));
        taken.add(block);
    }

    private static void checkSubnets(Region region, RegionalAddresses addresses, List<Problem> problems) {
        List<Named> taken = new ArrayList<>();
        for (Map.Entry<AvailabilityZoneId, Located<Cidr>> subnet :
                addresses.subnets().entrySet()) {
            disjoint(new Named(subnet.getKey().value(), subnet.getValue()), taken, problems);
            if (!addresses.cidr().value().contains(subnet.getValue().value())) {
                problems.add(new Problem(
                        subnet.getValue().at(),
                        ProblemCode.PL305,
                        "the subnet \"%s\" is not within %s of %s"
                                .formatted(subnet.getValue(), addresses.cidr(), region),
                        REMEDY));
            }
            if (!subnet.getKey().isIn(region)) {
                problems.add(new Problem(
                        subnet.getValue().at(),
                        ProblemCode.PL305,
                        "the zone \"%s\" is not in %s".formatted(subnet.getKey(), region),
                        REMEDY));
            }
        }
    }
}
