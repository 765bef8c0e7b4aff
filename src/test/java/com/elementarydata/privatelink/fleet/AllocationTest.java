package com.elementarydata.privatelink.fleet;

import static com.elementarydata.privatelink.fleet.Fleets.adopted;
import static com.elementarydata.privatelink.fleet.Fleets.connection;
import static com.elementarydata.privatelink.fleet.Fleets.customers;
import static com.elementarydata.privatelink.fleet.Fleets.emptyLedger;
import static com.elementarydata.privatelink.fleet.Fleets.fleet;
import static com.elementarydata.privatelink.fleet.Fleets.ledger;
import static com.elementarydata.privatelink.fleet.Fleets.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Ledger;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.RegionalAddresses;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Region;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quicktheories.core.Gen;

class AllocationTest {

    private static final int EXAMPLES = 200;

    /** Connections to a few Regions, in one to four of their first six zones. */
    private static Gen<List<Connection>> connections() {
        Gen<Connection> one = arbitrary()
                .pick(List.of("us-west-2", "us-east-1", "eu-central-1", "eu-west-1", "ap-southeast-2"))
                .zip(
                        lists().of(integers().between(1, 6)).ofSizeBetween(1, 4),
                        (region, zones) -> connection("one", region, zones));
        return lists().of(one).ofSizeBetween(0, 8);
    }

    private static Ledger allocate(Ledger before, List<Connection> connections) {
        Allocation allocation = Allocation.of(new Fleet(network(), before, customers(connections)));
        assertThat(allocation.problems()).isEmpty();
        return allocation.ledger();
    }

    /** Every address of a ledger by its Region and zone. */
    private static Map<String, String> addresses(Ledger ledger) {
        Map<String, String> addresses = new TreeMap<>();
        ledger.regions().forEach((region, regional) -> {
            addresses.put(region.code(), regional.cidr().toString());
            regional.subnets().forEach((zone, cidr) -> addresses.put(region + " " + zone, cidr.toString()));
        });
        return addresses;
    }

    private static boolean areDisjoint(Stream<Cidr> blocks) {
        List<Cidr> all = blocks.toList();
        return all.stream().allMatch(one -> all.stream().filter(one::overlaps).count() == 1);
    }

    private static Stream<Cidr> values(Stream<Located<Cidr>> cidrs) {
        return cidrs.map(Located::value);
    }

    @Test
    void gives_the_lowest_free_addresses() {
        assertThat(addresses(Allocation.of(fleet(
                                emptyLedger(),
                                connection("one", "us-west-2", List.of(2, 1)),
                                connection("two", "eu-west-1", List.of(3))))
                        .ledger()))
                .isEqualTo(Map.of(
                        "eu-west-1", "10.64.0.0/20",
                        "eu-west-1 euw1-az3", "10.64.0.0/23",
                        "us-west-2", "10.64.16.0/20",
                        "us-west-2 usw2-az1", "10.64.16.0/23",
                        "us-west-2 usw2-az2", "10.64.18.0/23"));
    }

    @Test
    void never_moves_an_address_when_customers_come() {
        qt().withExamples(EXAMPLES).forAll(connections(), connections()).checkAssert((first, more) -> {
            Ledger before = allocate(emptyLedger(), first);
            List<Connection> all = Stream.concat(more.stream(), first.stream()).toList();

            assertThat(addresses(allocate(before, all))).containsAllEntriesOf(addresses(before));
        });
    }

    @Test
    void keeps_every_address_when_customers_go() {
        qt().withExamples(EXAMPLES)
                .forAll(connections(), integers().between(0, 8))
                .checkAssert((first, kept) -> {
                    Ledger before = allocate(emptyLedger(), first);

                    Ledger after = allocate(before, first.subList(0, Math.min(kept, first.size())));

                    assertThat(addresses(after)).isEqualTo(addresses(before));
                });
    }

    @Test
    void does_not_mind_the_order_of_customers() {
        qt().withExamples(EXAMPLES).forAll(connections()).checkAssert(connections -> {
            List<Connection> reversed = new ArrayList<>(connections);
            Collections.reverse(reversed);

            assertThat(addresses(allocate(emptyLedger(), reversed)))
                    .isEqualTo(addresses(allocate(emptyLedger(), connections)));
        });
    }

    @Test
    void gives_everything_that_is_needed_addresses_of_its_own_within_the_pool() {
        qt().withExamples(EXAMPLES).forAll(connections(), connections()).checkAssert((first, more) -> {
            Ledger ledger = allocate(allocate(emptyLedger(), first), more);
            Fleet fleet = new Fleet(network(), ledger, customers(more));

            assertThat(FleetRules.check(fleet))
                    .noneMatch(problem -> problem.code() != ProblemCode.PL301 && problem.code() != ProblemCode.PL302);
            assertThat(areDisjoint(Stream.concat(
                            Stream.of(network().production().cidr().value()),
                            values(ledger.regions().values().stream().map(RegionalAddresses::cidr)))))
                    .isTrue();
            assertThat(ledger.regions().values()).allSatisfy(AllocationTest::requireInOrder);
        });
    }

    /** That a block parses at all means that it is aligned. */
    private static void requireInOrder(RegionalAddresses addresses) {
        Cidr block = addresses.cidr().value();
        assertThat(network().regionalCidrPool().value().contains(block)).isTrue();
        assertThat(block.prefixLength()).isEqualTo(20);
        assertThat(values(addresses.subnets().values().stream()))
                .allMatch(block::contains)
                .allMatch(subnet -> subnet.prefixLength() == 23);
        assertThat(areDisjoint(values(addresses.subnets().values().stream()))).isTrue();
    }

    @Test
    void leaves_out_what_production_has() {
        Fleet fleet = new Fleet(
                network("10.0.0.0/8"), emptyLedger(), customers(List.of(connection("one", "us-west-2", List.of(1)))));

        assertThat(addresses(Allocation.of(fleet).ledger())).containsEntry("us-west-2", "10.1.0.0/20");
    }

    @Test
    void fails_where_the_pool_is_exhausted_and_keeps_what_it_had() {
        Ledger before = ledger("eu-west-1", "10.64.0.0/20", Map.of("euw1-az1", "10.64.0.0/23"));
        Fleet fleet = new Fleet(
                network("10.64.0.0/19"),
                before,
                customers(List.of(
                        connection("one", "us-west-2", List.of(1)),
                        connection("two", "us-east-1", List.of(1)),
                        connection("three", "eu-west-1", List.of(1)))));

        Allocation allocation = Allocation.of(fleet);

        assertThat(allocation.problems())
                .singleElement()
                .hasToString("addresses.lock.yaml:1:1: PL306 the pool 10.64.0.0/19 has no /20 left for us-west-2; give"
                        + " network.yaml a larger regionalCidrPool");
        assertThat(addresses(allocation.ledger())).containsAllEntriesOf(addresses(before));
    }

    @Test
    void fails_where_the_pool_is_smaller_than_a_region() {
        Fleet fleet = new Fleet(
                network("10.64.0.0/21"), emptyLedger(), customers(List.of(connection("one", "us-west-2", List.of(1)))));

        assertThat(Allocation.of(fleet).problems())
                .extracting(problem -> problem.code())
                .containsExactly(ProblemCode.PL306);
    }

    @Test
    void fails_where_a_region_has_no_subnet_left() {
        Allocation allocation = Allocation.of(fleet(
                ledger("us-west-2", "10.64.0.0/20", Map.of("usw2-az1", "10.64.0.0/21", "usw2-az2", "10.64.8.0/21")),
                connection("one", "us-west-2", List.of(3))));

        assertThat(allocation.problems())
                .extracting(problem -> problem.code() + " " + problem.what())
                .containsExactly("PL306 10.64.0.0/20 of us-west-2 has no subnet left for usw2-az3");
    }

    @Test
    void leaves_the_subnets_of_an_adopted_vpc_to_whoever_makes_them() {
        Ledger before = adopted("us-west-2", "172.31.0.0/16", Map.of("usw2-az1", "172.31.16.0/20"));

        Allocation allocation = Allocation.of(fleet(before, connection("one", "us-west-2", List.of(1, 2, 3))));

        assertThat(allocation.problems()).isEmpty();
        assertThat(addresses(allocation.ledger()))
                .isEqualTo(Map.of("us-west-2", "172.31.0.0/16", "us-west-2 usw2-az1", "172.31.16.0/20"));
    }

    @Test
    void takes_the_smallest_size_where_subnets_differ() {
        Ledger before =
                ledger("us-west-2", "10.9.0.0/22", Map.of("usw2-az1", "10.9.0.0/24", "usw2-az2", "10.9.2.128/25"));

        assertThat(addresses(Allocation.of(fleet(before, connection("one", "us-west-2", List.of(3))))
                        .ledger()))
                .containsEntry("us-west-2 usw2-az3", "10.9.1.0/25");
    }

    @Test
    @Timeout(20)
    void finds_a_subnet_among_more_than_can_be_counted_through() {
        Ledger adopted = ledger("us-west-2", "0.0.0.0/0", Map.of("usw2-az1", "0.0.0.0/1", "usw2-az2", "128.0.0.0/32"));

        assertThat(addresses(Allocation.of(fleet(adopted, connection("one", "us-west-2", List.of(3))))
                        .ledger()))
                .containsEntry("us-west-2 usw2-az3", "128.0.0.1/32");
    }

    @Test
    void does_not_give_a_new_region_what_an_adopted_one_has() {
        Ledger adopted = adopted("us-west-2", "10.64.0.0/18", Map.of("usw2-az1", "10.64.0.0/24"));

        assertThat(Allocation.next(network(), adopted).cidr()).isEqualTo("10.64.64.0/20");
    }

    @Test
    void allocates_nothing_for_a_zone_of_another_region() {
        Ledger before = ledger("us-west-2", "10.64.0.0/20", Map.of("usw2-az1", "10.64.0.0/23"));
        Connection crooked = connection("one", "us-west-2", List.of(1));
        Connection other = new Connection(
                crooked.id(),
                crooked.integration(),
                crooked.address(),
                crooked.connectivity(),
                connection("two", "eu-west-1", List.of(1)).availabilityZoneIds(),
                crooked.awsAccountId(),
                crooked.dns(),
                Optional.empty());

        assertThat(addresses(Allocation.of(fleet(before, crooked, other)).ledger()))
                .isEqualTo(addresses(before));
        assertThat(before.regions()).containsOnlyKeys(Region.parse("us-west-2"));
    }
}
