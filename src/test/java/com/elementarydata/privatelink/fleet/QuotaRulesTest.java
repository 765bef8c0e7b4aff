package com.elementarydata.privatelink.fleet;

import static com.elementarydata.privatelink.fleet.Fleets.connection;
import static com.elementarydata.privatelink.fleet.Fleets.customers;
import static com.elementarydata.privatelink.fleet.Fleets.in;
import static com.elementarydata.privatelink.fleet.Fleets.ledger;
import static com.elementarydata.privatelink.fleet.Fleets.located;
import static com.elementarydata.privatelink.fleet.Fleets.network;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.DnsState;
import com.elementarydata.privatelink.model.Ledger;
import com.elementarydata.privatelink.model.Limits;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ServiceAddress;
import com.elementarydata.privatelink.net.Hostname;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuotaRulesTest {

    private static final int ANY = 100_000;
    private static final Ledger LEDGER =
            ledger("us-west-2", "10.64.0.0/20", Map.of("usw2-az1", "10.64.0.0/23", "usw2-az2", "10.64.2.0/23"));

    private static Stream<String> problems(Limits limits, List<Connection> connections) {
        Fleet fleet = new Fleet(network(limits), LEDGER, customers(connections));
        return QuotaRules.check(fleet).map(Problem::toString);
    }

    private static List<Connection> connections(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> connection("c" + i, "us-west-2", List.of(1)))
                .toList();
    }

    @Test
    void says_nothing_of_what_is_below_four_fifths_of_a_quota() {
        assertThat(problems(Limits.DEFAULT, connections(39))).isEmpty();
    }

    @Test
    void warns_from_four_fifths_of_a_quota_on_and_fails_past_it() {
        assertThat(problems(Limits.DEFAULT, connections(40)))
                .containsExactly(
                        "network.yaml:1:1: PL312 warning: interface endpoints in the regional VPC of us-west-2:"
                                + " 40 of a quota of 50; have AWS raise the quota before it is used up, and record it in"
                                + " limits.endpointsPerVpc of network.yaml");
        assertThat(problems(Limits.DEFAULT, connections(50)))
                .singleElement()
                .asString()
                .contains("PL312 warning: ", ": 50 of a quota of 50; ");
        assertThat(problems(Limits.DEFAULT, connections(51)))
                .containsExactly("here.yaml:1:1: PL311 interface endpoints in the regional VPC of us-west-2: 51, over"
                        + " the quota of 50; have AWS raise the quota and record it in limits.endpointsPerVpc of"
                        + " network.yaml, or use fewer");
    }

    @Test
    void blames_those_connections_alone_that_no_room_is_left_for() {
        List<Connection> connections = Stream.of("a", "b", "c")
                .map(name -> in(name + ".yaml", connection(name, "us-west-2", List.of(1))))
                .toList();

        assertThat(problems(new Limits(1, ANY, ANY, ANY, ANY, ANY), connections)
                        .map(line -> line.substring(0, line.indexOf(','))))
                .containsExactly(
                        "b.yaml:1:1: PL311 interface endpoints in the regional VPC of us-west-2: 2",
                        "c.yaml:1:1: PL311 interface endpoints in the regional VPC of us-west-2: 2");
    }

    @Test
    void counts_the_endpoints_of_each_region_on_their_own() {
        assertThat(problems(
                        new Limits(1, ANY, ANY, ANY, ANY, ANY),
                        List.of(connection("a", "us-west-2", List.of(1)), connection("b", "us-east-1", List.of(1)))))
                .hasSize(2)
                .allMatch(line -> line.startsWith("network.yaml:1:1: PL312 warning: "));
    }

    @Test
    void blames_the_customer_alone_whose_hosted_zones_are_too_many() {
        Connection many = in("b.yaml", connection("b", "us-west-2", List.of(1)));
        ServiceAddress wide = new ServiceAddress(
                many.address().serviceName(),
                Stream.of("b.example", "c.example", "d.example")
                        .map(name -> located(Hostname.parse(name)))
                        .toList(),
                many.address().ports());
        List<Connection> connections = List.of(
                in("a.yaml", connection("a", "us-west-2", List.of(1))),
                new Connection(
                        many.id(),
                        many.integration(),
                        wide,
                        many.connectivity(),
                        many.availabilityZoneIds(),
                        many.awsAccountId(),
                        many.dns(),
                        Optional.empty()),
                in("e.yaml", connection("e", "us-west-2", List.of(1))));

        assertThat(problems(new Limits(ANY, ANY, ANY, 3, ANY, ANY), connections))
                .singleElement()
                .asString()
                .startsWith("b.yaml:1:1: PL311 hosted zones: 4, over the quota of 3; ");
    }

    @Test
    void counts_regions_as_peering_connections_and_as_routes() {
        assertThat(problems(new Limits(ANY, 1, ANY, ANY, ANY, ANY), List.of()))
                .singleElement()
                .asString()
                .contains("peering connections of the production VPC: 1 of a quota of 1;", "peeringConnectionsPerVpc");
        assertThat(problems(new Limits(ANY, ANY, 1, ANY, ANY, ANY), List.of()))
                .singleElement()
                .asString()
                .contains("routes to regional VPCs in a production route table: 1 of", "routesPerRouteTable");
    }

    @Test
    void counts_hosted_zones_of_active_connections_alone() {
        Connection one = connection("one", "us-west-2", List.of(1));
        Connection prepared = new Connection(
                one.id(),
                one.integration(),
                one.address(),
                one.connectivity(),
                one.availabilityZoneIds(),
                one.awsAccountId(),
                DnsState.PREPARED,
                Optional.empty());

        assertThat(problems(new Limits(ANY, ANY, ANY, 2, ANY, ANY), List.of(one, prepared)))
                .isEmpty();
        assertThat(problems(
                        new Limits(ANY, ANY, ANY, 2, ANY, ANY),
                        List.of(one, connection("two", "us-west-2", List.of(1)), prepared)))
                .singleElement()
                .asString()
                .contains("PL312 warning: hosted zones: 2 of a quota of 2;", "hostedZonesPerAccount");
    }

    @Test
    void counts_the_resources_of_each_stack() {
        assertThat(problems(new Limits(ANY, ANY, ANY, ANY, 1, ANY), connections(1))
                        .map(line -> line.substring(0, line.indexOf(';'))))
                .containsExactly(
                        "network.yaml:1:1: PL311 resources in PrivateLink-Region-us-west-2: 13, over the quota of 1",
                        "network.yaml:1:1: PL312 warning: resources in PrivateLink-Production: 1 of a quota of 1",
                        "here.yaml:1:1: PL311 resources in PrivateLink-Customer-customer-0-us-west-2: 2, over the quota"
                                + " of 1",
                        "here.yaml:1:1: PL311 resources in PrivateLink-Dns-customer-0: 2, over the quota of 1");
    }

    @Test
    void counts_a_rule_for_each_client_and_port() {
        assertThat(problems(new Limits(ANY, ANY, ANY, ANY, ANY, 1), connections(1)))
                .singleElement()
                .asString()
                .contains(
                        "here.yaml:1:1: PL312 warning: inbound rules of the security group of customer-0/c0: 1 of a quota of 1;",
                        "rulesPerSecurityGroup");
    }
}
