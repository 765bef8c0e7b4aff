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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the ledger has to say of the addresses of regional VPCs, and what it may not. */
final class LedgerRules {

    private static final String REMEDY =
            "addresses that are deployed never change: restore the ledger from git, and run privatelink allocate";

    private static final int LARGEST = 16;
    private static final int SMALLEST = 28;

    private final List<Problem> problems = new ArrayList<>();

    private LedgerRules() {}

    /** Every zone of an endpoint has addresses in the ledger. */
    static Stream<Problem> zonesAllocated(Fleet fleet) {
        return fleet.connections().map(owned -> owned.connection()).flatMap(connection -> {
            Region region = connection.endpointRegion(fleet.network().production());
            Optional<RegionalAddresses> addresses =
                    Optional.ofNullable(fleet.ledger().regions().get(region));
            return connection.availabilityZoneIds().stream()
                    .filter(zone -> zone.value().isIn(region))
                    .filter(zone -> addresses
                            .filter(allocated -> allocated.subnets().containsKey(zone.value()))
                            .isEmpty())
                    .map(zone -> new Problem(
                            zone.at(),
                            ProblemCode.PL303,
                            "the zone \"%s\" has no addresses in %s"
                                    .formatted(zone, fleet.ledger().file()),
                            addresses.filter(RegionalAddresses::isAdopted).isPresent()
                                    ? "its VPC is adopted: write the zone's subnet there with its cidr and subnetId"
                                    : "run privatelink allocate, and commit what it writes"));
        });
    }

    /** No adopted VPC is production's, nor that of another Region. */
    static Stream<Problem> adoptedOnce(Fleet fleet) {
        Map<String, String> owners = new HashMap<>();
        owners.put(fleet.network().production().vpcId(), "production");
        List<Problem> problems = new ArrayList<>();
        fleet.ledger()
                .regions()
                .forEach((region, addresses) -> addresses.adopted().ifPresent(network -> {
                    String owner = owners.putIfAbsent(network.vpcId().value(), region.code());
                    if (owner != null) {
                        problems.add(new Problem(
                                network.vpcId().at(),
                                ProblemCode.PL314,
                                "\"%s\" of %s is the VPC of %s".formatted(network.vpcId(), region, owner),
                                "write the id of the regional VPC in %s".formatted(region)));
                    }
                }));
        return problems.stream();
    }

    private record Named(String name, Located<Cidr> cidr) {}

    /**
     * No two regional VPCs, and no two subnets of one, have an address in common, nor has any with production or with
     * what production reaches elsewhere: with one in common, VPCs cannot be peered, or routes point to the wrong one.
     */
    static Stream<Problem> disjoint(Fleet fleet) {
        LedgerRules rules = new LedgerRules();
        List<Named> taken = new ArrayList<>();
        taken.add(new Named("the production VPC", fleet.network().production().cidr()));
        fleet.network().reservedCidrs().forEach(reserved -> taken.add(new Named("reservedCidrs", reserved)));
        fleet.ledger().regions().forEach((region, addresses) -> {
            rules.take(new Named(region.code(), addresses.cidr()), taken);
            List<Named> inRegion = new ArrayList<>();
            addresses.subnets().forEach((zone, cidr) -> rules.take(new Named(zone.value(), cidr), inRegion));
        });
        return rules.problems.stream();
    }

    private void take(Named block, List<Named> taken) {
        taken.stream()
                .filter(other -> other.cidr().value().overlaps(block.cidr().value()))
                .forEach(other -> problems.add(new Problem(
                        block.cidr().at(),
                        ProblemCode.PL304,
                        "\"%s\" of %s overlaps %s of %s"
                                .formatted(block.cidr(), block.name(), other.cidr(), other.name()),
                        "restore the ledger from git, and run privatelink allocate")));
        taken.add(block);
    }

    /**
     * The ledger's addresses are where they belong, and none was moved or deleted by hand: the line that every
     * allocation rewrites records them all.
     */
    static Stream<Problem> inOrder(Fleet fleet) {
        LedgerRules rules = new LedgerRules();
        Cidr pool = fleet.network().regionalCidrPool().value();
        fleet.ledger().regions().forEach((region, addresses) -> {
            rules.checkBlock(addresses, pool);
            rules.checkSubnets(region, addresses);
            if (!addresses.isAdopted() || addresses.next().isPresent()) {
                rules.checkRemembered(
                        addresses.next(),
                        Allocation.next(addresses),
                        addresses.cidr().at());
            }
        });
        rules.checkRemembered(
                fleet.ledger().next(),
                Allocation.next(fleet.network(), fleet.ledger()),
                Position.ofFile(fleet.ledger().file()));
        return rules.problems.stream();
    }

    private void checkBlock(RegionalAddresses addresses, Cidr pool) {
        Located<Cidr> block = addresses.cidr();
        boolean allocated = pool.contains(block.value()) && block.value().prefixLength() == Allocation.REGION_PREFIX;
        reportIf(
                !addresses.isAdopted() && !allocated,
                block.at(),
                "\"%s\" is not a /%d of the pool %s".formatted(block, Allocation.REGION_PREFIX, pool),
                REMEDY + "; for a VPC that existed before the fleet, write \"adopted: true\" and its ids");
        checkSize(block);
        reportIf(
                !block.value().isPrivate(),
                block.at(),
                "\"%s\" is not a block of private addresses".formatted(block),
                "choose a private one");
    }

    private void checkSubnets(Region region, RegionalAddresses addresses) {
        addresses.subnets().forEach((zone, subnet) -> {
            checkSize(subnet);
            boolean within = addresses.cidr().value().contains(subnet.value());
            reportIf(
                    !within,
                    subnet.at(),
                    "the subnet \"%s\" is not within %s of %s".formatted(subnet, addresses.cidr(), region),
                    REMEDY);
            reportIf(
                    within && !addresses.isAdopted() && subnet.value().prefixLength() != Allocation.ZONE_PREFIX,
                    subnet.at(),
                    "the subnet \"%s\" is not a /%d".formatted(subnet, Allocation.ZONE_PREFIX),
                    REMEDY);
            reportIf(!zone.isIn(region), subnet.at(), "the zone \"%s\" is not in %s".formatted(zone, region), REMEDY);
        });
    }

    private void checkRemembered(Optional<Located<NextAddresses>> remembered, NextAddresses actual, Position at) {
        reportIf(
                remembered.isEmpty() && !actual.after().isEmpty(),
                at,
                "the line \"next\", which records what was allocated, is missing",
                REMEDY);
        remembered.ifPresent(next -> reportIf(
                !next.value().after().equals(actual.after()),
                next.at(),
                "expected what was allocated, \"%s\", found \"%s\""
                        .formatted(String.join(", ", next.value().after()), String.join(", ", actual.after())),
                REMEDY));
    }

    /** Amazon VPC accepts no other block sizes. */
    private void checkSize(Located<Cidr> block) {
        reportIf(
                block.value().prefixLength() < LARGEST || block.value().prefixLength() > SMALLEST,
                block.at(),
                "\"%s\" is not a valid size for a VPC or a subnet".formatted(block),
                "give its real addresses, /16 to /28");
    }

    private void reportIf(boolean wrong, Position at, String what, String remedy) {
        if (wrong) {
            problems.add(new Problem(at, ProblemCode.PL305, what, remedy));
        }
    }
}
