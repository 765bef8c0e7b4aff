package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.NextAddresses;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.RegionalAddresses;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ledger's addresses lie where they belong, and none was moved or deleted by hand: the line that every allocation
 * rewrites remembers them all.
 */
final class LedgerInOrder implements FleetRule {

    private static final String REMEDY =
            "addresses that are deployed never change: restore the ledger from git, and run bin/privatelink allocate";

    @Override
    public Stream<Problem> check(Fleet fleet) {
        List<Problem> problems = new ArrayList<>();
        Cidr pool = fleet.network().regionalCidrPool().value();
        fleet.ledger().regions().forEach((region, addresses) -> {
            checkBlock(addresses, pool, problems);
            checkSubnets(region, addresses, problems);
            checkRemembered(addresses.next(), Allocation.next(addresses), problems);
        });
        checkRemembered(fleet.ledger().next(), Allocation.next(fleet.network(), fleet.ledger()), problems);
        return problems.stream();
    }

    private static void checkBlock(RegionalAddresses addresses, Cidr pool, List<Problem> problems) {
        Located<Cidr> block = addresses.cidr();
        boolean allocated = pool.contains(block.value()) && block.value().prefixLength() == Allocation.REGION_PREFIX;
        if (!addresses.adopted() && !allocated) {
            report(
                    block,
                    "\"%s\" is not a /%d of the pool %s".formatted(block, Allocation.REGION_PREFIX, pool),
                    REMEDY + "; for a VPC that was there before the fleet, write \"adopted: true\"",
                    problems);
        }
        if (!block.value().isPrivate()) {
            report(block, "\"%s\" are not private addresses".formatted(block), "choose private ones", problems);
        }
    }

    private static void checkSubnets(Region region, RegionalAddresses addresses, List<Problem> problems) {
        addresses.subnets().forEach((zone, subnet) -> {
            if (!addresses.cidr().value().contains(subnet.value())) {
                report(
                        subnet,
                        "the subnet \"%s\" is not within %s of %s".formatted(subnet, addresses.cidr(), region),
                        REMEDY,
                        problems);
            } else if (!addresses.adopted() && subnet.value().prefixLength() != Allocation.ZONE_PREFIX) {
                report(
                        subnet,
                        "the subnet \"%s\" is not a /%d".formatted(subnet, Allocation.ZONE_PREFIX),
                        REMEDY,
                        problems);
            }
            if (!zone.isIn(region)) {
                report(subnet, "the zone \"%s\" is not in %s".formatted(zone, region), REMEDY, problems);
            }
        });
    }

    private static void checkRemembered(
            Optional<Located<NextAddresses>> remembered, NextAddresses actual, List<Problem> problems) {
        remembered
                .filter(next -> !next.value().after().equals(actual.after()))
                .ifPresent(next -> report(
                        next,
                        "what was allocated, \"%s\", is not what stands here, \"%s\""
                                .formatted(String.join(", ", next.value().after()), String.join(", ", actual.after())),
                        REMEDY,
                        problems));
    }

    private static void report(Located<?> where, String what, String remedy, List<Problem> problems) {
        problems.add(new Problem(where.at(), ProblemCode.PL305, what, remedy));
    }
}
