package com.elementarydata.privatelink.fleet;

import static com.elementarydata.privatelink.fleet.Fleets.adopted;
import static com.elementarydata.privatelink.fleet.Fleets.connection;
import static com.elementarydata.privatelink.fleet.Fleets.customers;
import static com.elementarydata.privatelink.fleet.Fleets.ledger;
import static com.elementarydata.privatelink.fleet.Fleets.located;
import static com.elementarydata.privatelink.fleet.Fleets.network;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.model.AdoptedNetwork;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Ledger;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Network;
import com.elementarydata.privatelink.model.NextAddresses;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.RegionalAddresses;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerRulesTest {

    private static List<String> problems(
            Function<Fleet, Stream<Problem>> rule, Network network, Ledger ledger, Connection... connections) {
        return rule.apply(new Fleet(network, ledger, customers(List.of(connections))))
                .map(Problem::toString)
                .map(line -> line.substring(line.indexOf("PL"), line.indexOf(';')))
                .toList();
    }

    private static List<String> problems(Function<Fleet, Stream<Problem>> rule, Ledger ledger) {
        return problems(rule, network(), ledger);
    }

    /** The ledger of one Region, as something that the fleet allocated. */
    private static Ledger allocated(String region, String cidr, Map<String, String> subnets) {
        Ledger unremembered = changed(ledger(region, cidr, subnets), Optional.empty(), Optional.empty());
        RegionalAddresses addresses =
                unremembered.regions().get(unremembered.regions().firstKey());
        return changed(
                unremembered,
                Optional.of(located(Allocation.next(network(), unremembered))),
                Optional.of(located(Allocation.next(requireNonNull(addresses)))));
    }

    private static Ledger changed(
            Ledger ledger, Optional<Located<NextAddresses>> nextRegion, Optional<Located<NextAddresses>> nextZone) {
        TreeMap<Region, RegionalAddresses> regions = new TreeMap<>();
        ledger.regions()
                .forEach((region, addresses) -> regions.put(
                        region,
                        new RegionalAddresses(addresses.cidr(), Optional.empty(), addresses.subnets(), nextZone)));
        return new Ledger(ledger.file(), regions, nextRegion);
    }

    private static Ledger both(Ledger one, Ledger other) {
        TreeMap<Region, RegionalAddresses> regions = new TreeMap<>(one.regions());
        regions.putAll(other.regions());
        return new Ledger(one.file(), regions, Optional.empty());
    }

    private static Network reserving(String... cidrs) {
        Network usual = network();
        return new Network(
                usual.file(),
                usual.regions(),
                usual.account(),
                usual.production(),
                usual.regionalCidrPool(),
                Stream.of(cidrs).map(cidr -> located(Cidr.parse(cidr))).toList(),
                usual.protectedDomains(),
                usual.limits(),
                usual.databricksServices(),
                usual.sharedServices());
    }

    @Test
    void takes_what_was_allocated() {
        Ledger good = allocated("us-west-2", "10.64.0.0/20", Map.of("usw2-az1", "10.64.0.0/23"));

        assertThat(problems(LedgerRules::disjoint, good)).isEmpty();
        assertThat(problems(LedgerRules::inOrder, good)).isEmpty();
    }

    @Test
    void fails_where_a_region_overlaps_production_or_what_is_reserved() {
        assertThat(problems(
                        LedgerRules::disjoint,
                        reserving("10.0.255.0/24", "10.9.0.0/16"),
                        ledger("us-west-2", "10.0.240.0/20", Map.of())))
                .containsExactly(
                        "PL304 \"10.0.240.0/20\" of us-west-2 overlaps 10.0.0.0/16 of the production VPC",
                        "PL304 \"10.0.240.0/20\" of us-west-2 overlaps 10.0.255.0/24 of reservedCidrs");
    }

    @Test
    void fails_where_regions_overlap() {
        assertThat(problems(
                        LedgerRules::disjoint,
                        both(
                                ledger("eu-west-1", "10.64.0.0/16", Map.of("euw1-az1", "10.64.0.0/23")),
                                ledger("us-west-2", "10.64.16.0/20", Map.of("usw2-az1", "10.64.0.0/23")))))
                .containsExactly("PL304 \"10.64.16.0/20\" of us-west-2 overlaps 10.64.0.0/16 of eu-west-1");
    }

    @Test
    void fails_where_subnets_of_a_region_overlap() {
        assertThat(problems(
                        LedgerRules::disjoint,
                        ledger(
                                "us-west-2",
                                "10.64.0.0/20",
                                Map.of(
                                        "usw2-az1", "10.64.0.0/23",
                                        "usw2-az2", "10.64.1.0/24",
                                        "usw2-az3", "10.64.2.0/23"))))
                .containsExactly("PL304 \"10.64.1.0/24\" of usw2-az2 overlaps 10.64.0.0/23 of usw2-az1");
    }

    @ParameterizedTest
    @CsvSource({
        "10.64.0.0/21, 1",
        "10.64.0.0/19, 1",
        "10.32.0.0/20, 1",
        "10.127.240.0/20, 0",
        "8.8.0.0/20, 2",
    })
    void fails_on_a_block_that_no_allocation_gives(String cidr, int problems) {
        assertThat(problems(LedgerRules::inOrder, allocated("us-west-2", cidr, Map.of())))
                .hasSize(problems);
        assertThat(problems(LedgerRules::inOrder, adopted("us-west-2", cidr, Map.of())))
                .hasSize(Cidr.parse(cidr).isPrivate() ? 0 : 1);
    }

    @Test
    void fails_on_subnets_of_another_size_or_place() {
        Map<String, String> subnets = Map.of(
                "usw2-az1", "10.64.0.0/24",
                "usw2-az2", "10.64.16.0/23",
                "use1-az3", "10.64.2.0/23");
        String outside = "PL305 the subnet \"10.64.16.0/23\" is not within 10.64.0.0/20 of us-west-2";
        String elsewhere = "PL305 the zone \"use1-az3\" is not in us-west-2";

        assertThat(problems(LedgerRules::inOrder, allocated("us-west-2", "10.64.0.0/20", subnets)))
                .containsExactlyInAnyOrder("PL305 the subnet \"10.64.0.0/24\" is not a /23", outside, elsewhere);
        assertThat(problems(LedgerRules::inOrder, adopted("us-west-2", "10.64.0.0/20", subnets)))
                .containsExactlyInAnyOrder(outside, elsewhere);
    }

    @Test
    void fails_where_the_ledger_remembers_what_it_no_longer_has() {
        Ledger shrunken = changed(
                ledger("us-west-2", "10.64.0.0/20", Map.of("usw2-az1", "10.64.0.0/23")),
                Optional.of(located(new NextAddresses(
                        List.of("us-west-2 10.64.0.0/20", "eu-west-1 10.64.16.0/20"), "10.64.32.0/20"))),
                Optional.of(located(
                        new NextAddresses(List.of("usw2-az2 10.64.2.0/23", "usw2-az1 10.64.0.0/23"), "10.64.4.0/23"))));

        assertThat(problems(LedgerRules::inOrder, shrunken))
                .containsExactly(
                        "PL305 expected what was allocated, \"usw2-az2 10.64.2.0/23, usw2-az1 10.64.0.0/23\", found"
                                + " \"usw2-az1 10.64.0.0/23\"",
                        "PL305 expected what was allocated, \"us-west-2 10.64.0.0/20, eu-west-1 10.64.16.0/20\", found"
                                + " \"us-west-2 10.64.0.0/20\"");
    }

    @Test
    void takes_a_ledger_that_remembers_all_that_it_has() {
        Ledger remembered = changed(
                ledger("us-west-2", "10.64.0.0/20", Map.of("usw2-az1", "10.64.2.0/23", "usw2-az2", "10.64.0.0/23")),
                Optional.of(located(new NextAddresses(List.of("us-west-2 10.64.0.0/20"), "10.64.16.0/20"))),
                Optional.of(located(
                        new NextAddresses(List.of("usw2-az2 10.64.0.0/23", "usw2-az1 10.64.2.0/23"), "10.64.4.0/23"))));

        assertThat(problems(LedgerRules::inOrder, remembered)).isEmpty();
    }

    @Test
    void fails_where_a_zone_of_an_endpoint_has_no_addresses() {
        Ledger ledger = allocated("us-west-2", "10.64.0.0/20", Map.of("usw2-az1", "10.64.0.0/23"));

        assertThat(problems(
                        LedgerRules::zonesAllocated,
                        network(),
                        ledger,
                        connection("one", "us-west-2", List.of(1, 2)),
                        connection("two", "eu-west-1", List.of(3))))
                .containsExactly(
                        "PL303 the zone \"usw2-az2\" has no addresses in addresses.lock.yaml",
                        "PL303 the zone \"euw1-az3\" has no addresses in addresses.lock.yaml");
    }

    @Test
    void fails_where_an_adopted_vpc_is_productions_or_that_of_two_regions() {
        Ledger productions = adopted("us-west-2", "10.64.0.0/20", Map.of());
        Network network = network();
        AdoptedNetwork same = new AdoptedNetwork(
                located(network.production().vpcId()), "pcx-1", new TreeMap<>(), false, Optional.empty());
        Ledger two = new Ledger(
                productions.file(),
                new TreeMap<>(Map.of(
                        Region.parse("us-west-2"), withNetwork(productions, same),
                        Region.parse("eu-west-1"), withNetwork(productions, same))),
                Optional.empty());

        assertThat(problems(LedgerRules::adoptedOnce, two))
                .hasSize(2)
                .allMatch(problem -> problem.startsWith("PL314 ") && problem.endsWith(" is the VPC of production"));
        assertThat(problems(LedgerRules::adoptedOnce, productions)).isEmpty();
    }

    private static RegionalAddresses withNetwork(Ledger ledger, AdoptedNetwork network) {
        RegionalAddresses addresses = requireNonNull(ledger.regions().get(Region.parse("us-west-2")));
        return new RegionalAddresses(addresses.cidr(), Optional.of(network), addresses.subnets(), Optional.empty());
    }
}
