package com.elementarydata.privatelink.fleet;

import static com.elementarydata.privatelink.fleet.Fleets.adopted;
import static com.elementarydata.privatelink.fleet.Fleets.connection;
import static com.elementarydata.privatelink.fleet.Fleets.emptyLedger;
import static com.elementarydata.privatelink.fleet.Fleets.ledger;
import static com.elementarydata.privatelink.fleet.Fleets.located;
import static com.elementarydata.privatelink.fleet.Fleets.network;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Connectivity;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.DnsState;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Ledger;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Ledger LEDGER = ledger("us-west-2", "10.64.0.0/20", Map.of("usw2-az1", "10.64.0.0/23"));

    private static Customer customer(String id, Connection... connections) {
        return new Customer(located(Identifier.parse(id)), List.of(connections));
    }

    private static Connection changed(Connection connection, Connectivity connectivity, DnsState dns) {
        return new Connection(
                connection.id(),
                connection.integration(),
                connection.address(),
                connectivity,
                connection.availabilityZoneIds(),
                connection.awsAccountId(),
                dns,
                Optional.empty());
    }

    private static List<String> stacks(Ledger ledger, Customer... customers) {
        return Plan.of(network(), ledger, List.of(customers)).stacks().stream()
                .map(stack -> "%s in %s after %s".formatted(stack.name(), stack.region(), stack.dependencies()))
                .toList();
    }

    @Test
    void has_the_regions_first_then_production_then_each_customers() {
        assertThat(stacks(
                        LEDGER,
                        customer(
                                "acme",
                                connection("one", "us-west-2", List.of(1)),
                                changed(
                                        connection("two", "us-west-2", List.of(1)),
                                        Connectivity.CROSS_REGION,
                                        DnsState.ACTIVE),
                                connection("three", "us-west-2", List.of(1)))))
                .containsExactly(
                        "PrivateLink-Region-us-west-2 in us-west-2 after []",
                        "PrivateLink-Production in eu-central-1 after [PrivateLink-Region-us-west-2]",
                        "PrivateLink-Customer-acme-eu-central-1 in eu-central-1 after [PrivateLink-Region-eu-central-1]",
                        "PrivateLink-Customer-acme-us-west-2 in us-west-2 after [PrivateLink-Region-us-west-2]",
                        "PrivateLink-Dns-acme in eu-central-1 after [PrivateLink-Customer-acme-eu-central-1,"
                                + " PrivateLink-Customer-acme-us-west-2, PrivateLink-Production]");
    }

    @Test
    void has_no_zones_for_a_customer_with_nothing_active() {
        assertThat(stacks(
                        LEDGER,
                        customer(
                                "acme",
                                changed(
                                        connection("one", "us-west-2", List.of(1)),
                                        Connectivity.PEERED,
                                        DnsState.PREPARED))))
                .last()
                .asString()
                .startsWith("PrivateLink-Customer-acme-us-west-2 ");
    }

    @Test
    void has_no_production_where_no_region_has_addresses() {
        assertThat(stacks(emptyLedger())).isEmpty();
    }

    @Test
    void names_outputs_after_zones_and_connections() {
        Identifier connection = Identifier.parse("acme-emea");

        assertThat(OutputNames.subnetId(AvailabilityZoneId.parse("usw2-az1"))).isEqualTo("SubnetIdUsw2Az1");
        assertThat(OutputNames.endpointId(connection)).isEqualTo("AcmeEmeaEndpointId");
        assertThat(OutputNames.serviceName(connection)).isEqualTo("AcmeEmeaServiceName");
        assertThat(OutputNames.dnsName(connection)).isEqualTo("AcmeEmeaDnsName");
        assertThat(OutputNames.dnsHostedZoneId(connection)).isEqualTo("AcmeEmeaDnsHostedZoneId");
    }

    @Test
    void needs_the_zones_of_the_region_that_an_endpoint_stands_in() {
        Fleet fleet = Fleets.fleet(
                LEDGER,
                connection("one", "us-west-2", List.of(2, 1)),
                connection("two", "us-west-2", List.of(2, 3)),
                connection("three", "eu-west-1", List.of(1)));

        assertThat(fleet.neededZones().toString())
                .isEqualTo("{eu-west-1=[euw1-az1], us-west-2=[usw2-az1, usw2-az2, usw2-az3]}");
        assertThat(fleet.neededZones()).containsOnlyKeys(Region.parse("eu-west-1"), Region.parse("us-west-2"));
    }

    @Test
    void has_no_stack_for_an_adopted_region_nor_routes_to_it() {
        assertThat(stacks(
                        adopted("us-west-2", "10.64.0.0/20", Map.of("usw2-az1", "10.64.0.0/23")),
                        customer(
                                "acme",
                                changed(
                                        connection("one", "us-west-2", List.of(1)),
                                        Connectivity.PEERED,
                                        DnsState.ACTIVE))))
                .containsExactly(
                        "PrivateLink-Customer-acme-us-west-2 in us-west-2 after []",
                        "PrivateLink-Dns-acme in eu-central-1 after [PrivateLink-Customer-acme-us-west-2]");
    }
}
