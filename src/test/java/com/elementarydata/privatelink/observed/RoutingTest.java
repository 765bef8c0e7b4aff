package com.elementarydata.privatelink.observed;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.observed.NetworkFacts.Route;
import com.elementarydata.privatelink.observed.NetworkFacts.RouteTable;
import com.elementarydata.privatelink.observed.NetworkFacts.Subnet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which table a subnet has, and which of its routes packets take. */
class RoutingTest {

    private static final String VPC = "vpc-1";
    private static final Cidr THERE = Cidr.parse("10.64.32.0/20");
    private static final RouteTable OTHERS_MAIN = table("rtb-other", "vpc-2", true, "subnet-9");
    private static final RouteTable UNUSED = table("rtb-unused", VPC, false, "subnet-8");
    private static final RouteTable MAIN = table("rtb-main", VPC, true);
    private static final RouteTable OWN = table("rtb-own", VPC, false, "subnet-1");

    private static RouteTable table(String id, String vpc, boolean main, String... subnets) {
        return new RouteTable(id, vpc, main, List.of(subnets), List.of(), List.of());
    }

    private static RouteTable with(Route... routes) {
        return new RouteTable("rtb-1", VPC, true, List.of(), List.of(routes), List.of());
    }

    private static Route route(String destination, String target) {
        return new Route(destination, target, true, Optional.empty());
    }

    private static Route listed(String destination, String target) {
        return new Route(destination, target, true, Optional.of("pl-1"));
    }

    private static Optional<String> tableOf(String subnet, RouteTable... tables) {
        NetworkFacts network = new NetworkFacts(
                Reading.of(List.of()),
                Reading.of(List.of()),
                Reading.of(List.of(tables)),
                Reading.of(List.of()),
                Reading.of(List.of()),
                Reading.of(List.of()),
                Reading.of(List.of()));
        return Routing.tableOf(network, new Subnet(subnet, VPC, "10.0.0.0/24", "euw1-az1"))
                .map(RouteTable::id);
    }

    @Test
    void a_subnet_has_its_own_table_or_else_the_main_one_of_its_vpc() {
        assertThat(tableOf("subnet-1", OTHERS_MAIN, UNUSED, MAIN, OWN)).hasValue("rtb-own");
        assertThat(tableOf("subnet-2", OTHERS_MAIN, UNUSED, MAIN, OWN)).hasValue("rtb-main");
        assertThat(tableOf("subnet-2", OTHERS_MAIN, UNUSED, OWN)).isEmpty();
    }

    @Test
    void the_narrowest_route_that_has_all_addresses_is_taken() {
        assertThat(Routing.taken(
                        with(
                                route("0.0.0.0/0", "nat-1"),
                                route("10.64.0.0/10", "pcx-1"),
                                route("10.64.32.0/24", "eni-1"),
                                route("10.128.0.0/9", "tgw-1")),
                        THERE))
                .map(Route::target)
                .hasValue("pcx-1");
    }

    @Test
    void of_two_routes_for_a_block_that_of_a_prefix_list_counts_less() {
        assertThat(Routing.taken(with(route("10.64.32.0/20", "pcx-1"), listed("10.64.32.0/20", "tgw-1")), THERE))
                .map(Route::target)
                .hasValue("pcx-1");
        assertThat(Routing.taken(with(listed("10.64.32.0/20", "tgw-1"), route("10.64.32.0/20", "pcx-1")), THERE))
                .map(Route::target)
                .hasValue("pcx-1");
    }

    @Test
    void a_route_to_some_of_the_addresses_is_narrower_and_one_to_all_of_them_is_not() {
        assertThat(Routing.narrower(
                        with(
                                route("10.64.32.0/20", "pcx-1"),
                                route("10.64.32.0/24", "eni-1"),
                                route("10.0.0.0/8", "tgw-1"),
                                route("10.65.0.0/24", "tgw-2")),
                        THERE))
                .extracting(Route::target)
                .containsExactly("eni-1");
    }

    @Test
    void only_an_active_route_to_something_that_may_forward_is_to_an_appliance() {
        assertThat(route("0.0.0.0/0", "eni-1").isToAppliance()).isTrue();
        assertThat(route("0.0.0.0/0", "i-1").isToAppliance()).isTrue();
        assertThat(route("0.0.0.0/0", "vpce-1").isToAppliance()).isTrue();
        assertThat(route("0.0.0.0/0", "igw-1").isToAppliance()).isFalse();
        assertThat(new Route("0.0.0.0/0", "eni-1", false, Optional.empty()).isToAppliance())
                .isFalse();
    }
}
