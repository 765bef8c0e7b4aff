package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.NextAddresses;
import com.elementarydata.privatelink.model.Position;
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
 * The ledger's addresses are where they belong, and none was moved or deleted by hand: the line that every allocation
 * rewrites records them all.
 */
final class LedgerInOrder implements FleetRule {

    private static final String REMEDY =
            "addresses that are deployed never change: restore the ledger from git, and run bin/privatelink allocate";

    private static final int LARGEST = 16;
    private static final int SMALLEST = 28;

    @Override
    public Stream<Problem> check(Fleet fleet) {
        List<Problem> problems = new ArrayList<>();
        Cidr pool = fleet.network().regionalCidrPool().value();
        fleet.ledger().regions().forEach((region, addresses) -> {
            checkBlock(addresses, pool, problems);
            checkSubnets(region, addresses, problems);
            if (!addresses.adopted() || addresses.next().isPresent()) {
                checkRemembered(
                        addresses.next(),
                        Allocation.next(addresses),
                        addresses.cidr().at(),
                        problems);
            }
        });
        checkRemembered(
                fleet.ledger().next(),
                Allocation.next(fleet.network(), fleet.ledger()),
                Position.ofFile(fleet.ledger().file()),
                problems);
        return problems.stream();
    }

    private static void checkBlock(RegionalAddresses addresses, Cidr pool, List<Problem> problems) {
        Located<Cidr> block = addresses.cidr();
        boolean allocated = pool.contains(block.value()) && block.value().prefixLength() == Allocation.REGION_PREFIX;
        if (!addresses.adopted() && !allocated) {
            report(
                    block.at(),
                    "\"%s\" is not a /%d of the pool %s".formatted(block, Allocation.REGION_PREFIX, pool),
                    REMEDY + "; for a VPC that existed before the fleet, write \"adopted: true\"",
                    problems);
        }
        checkSize(block, problems);
        if (!block.value().isPrivate()) {
            report(
                    block.at(),
                    "\"%s\" is not a block of private addresses".formatted(block),
                    "choose a private one",
                    problems);
        }
    }

    private static void checkSubnets(Region region, RegionalAddresses addresses, List<Problem> problems) {
        addresses.subnets().forEach((zone, subnet) -> {
            checkSize(subnet, problems);
            if (!addresses.cidr().value().contains(subnet.value())) {
                report(
                        subnet.at(),
                        "the subnet \"%s\" is not within %s of %s".formatted(subnet, addresses.cidr(), region),
                        REMEDY,
                        problems);
            } else if (!addresses.adopted() && subnet.value().prefixLength() != Allocation.ZONE_PREFIX) {
                report(
                        subnet.at(),
                        "the subnet \"%s\" is not a /%d".formatted(subnet, Allocation.ZONE_PREFIX),
                        REMEDY,
                        problems);
            }
            if (!zone.isIn(region)) {
                report(subnet.at(), "the zone \"%s\" is not in %s".formatted(zone, region), REMEDY, problems);
            }
        });
    }

    private static void checkRemembered(
            Optional<Located<NextAddresses>> remembered, NextAddresses actual, Position at, List<Problem> problems) {
        if (remembered.isEmpty() && !actual.after().isEmpty()) {
            report(at, "the line \"next\", which records what was allocated, is missing", REMEDY, problems);
        }
        remembered
                .filter(next -> !next.value().after().equals(actual.after()))
                .ifPresent(next -> report(
                        next.at(),
                        "expected what was allocated, \"%s\", found \"%s\""
                                .formatted(String.join(", ", next.value().after()), String.join(", ", actual.after())),
                        REMEDY,
                        problems));
    }

    /** Amazon VPC accepts no other block sizes. */
    private static void checkSize(Located<Cidr> block, List<Problem> problems) {
        if (block.value().prefixLength() < LARGEST || block.value().prefixLength() > SMALLEST) {
            report(
                    block.at(),
                    "\"%s\" is not a valid size for a VPC or a subnet".formatted(block),
                    "give its real addresses, /16 to /28",
                    problems);
        }
    }

    private static void report(Position at, String what, String remedy, List<Problem> problems) {
        problems.add(new Problem(at, ProblemCode.PL305, what, remedy));
    }
}
