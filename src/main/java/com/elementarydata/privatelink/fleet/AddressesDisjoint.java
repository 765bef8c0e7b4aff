package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.net.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * No two regional VPCs, and no two subnets of one, have an address in common, nor has any with production or with what
 * production reaches elsewhere: peering is impossible or leads nowhere where they have.
 */
final class AddressesDisjoint implements FleetRule {

    private record Named(String name, Located<Cidr> cidr) {}

    @Override
    public Stream<Problem> check(Fleet fleet) {
        List<Named> taken = new ArrayList<>();
        taken.add(new Named("the production VPC", fleet.network().production().cidr()));
        fleet.network().reservedCidrs().forEach(reserved -> taken.add(new Named("reservedCidrs", reserved)));
        List<Problem> problems = new ArrayList<>();
        fleet.ledger().regions().forEach((region, addresses) -> {
            take(new Named(region.code(), addresses.cidr()), taken, problems);
            List<Named> inRegion = new ArrayList<>();
            addresses.subnets().forEach((zone, cidr) -> take(new Named(zone.value(), cidr), inRegion, problems));
        });
        return problems.stream();
    }

    private static void take(Named block, List<Named> taken, List<Problem> problems) {
        taken.stream()
                .filter(other -> other.cidr().value().overlaps(block.cidr().value()))
                .forEach(other -> problems.add(new Problem(
                        block.cidr().at(),
                        ProblemCode.PL304,
                        "\"%s\" of %s overlaps %s of %s"
                                .formatted(block.cidr(), block.name(), other.cidr(), other.name()),
                        "restore the ledger from git, and run bin/privatelink allocate")));
        taken.add(block);
    }
}
