package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.OutputNames;
import com.elementarydata.privatelink.fleet.StackNames;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.model.RegionalAddresses;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.Region;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcAttributeName;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnection;
import software.amazon.awssdk.services.route53.model.VPC;

/** What the example fleet came to in Elementary's account: networks and names. */
@ExtendWith(EndToEnd.class)
class ConsumerNetworkIT {

    private Clients clients;
    private View view;
    private Fleet fleet;
    private Production production;

    @BeforeEach
    void look(ExampleWorld world) {
        clients = world.deployed().clients();
        view = world.deployed().view();
        fleet = world.deployed().fleet();
        production = fleet.network().production();
    }

    private RegionView in(Region region) {
        return view.of(Accounts.ELEMENTARY, region);
    }

    private void forEveryRegion(BiConsumer<Region, RegionalAddresses> check) {
        assertThat(fleet.ledger().regions()).hasSize(5);
        fleet.ledger().regions().forEach(check);
    }

    private String vpcOf(Region region) {
        return in(region).output(StackNames.region(region), OutputNames.VPC_ID);
    }

    private String peeringOf(Region region) {
        return in(region).output(StackNames.region(region), OutputNames.PEERING_CONNECTION_ID);
    }

    private List<Subnet> subnetsOf(Region region) {
        return in(region).subnets().stream()
                .filter(subnet -> subnet.vpcId().equals(vpcOf(region)))
                .toList();
    }

    @Test
    void has_a_vpc_of_the_ledgers_addresses_in_every_region_with_dns_and_without_the_internet() {
        forEveryRegion((region, addresses) -> {
            Ec2Client ec2 = clients.ec2(Accounts.ELEMENTARY, region);
            String id = vpcOf(region);
            Vpc vpc = in(region).vpcs().stream()
                    .filter(candidate -> candidate.vpcId().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(vpc.cidrBlock()).isEqualTo(addresses.cidr().value().toString());
            assertThat(ec2.describeVpcAttribute(
                                    request -> request.vpcId(id).attribute(VpcAttributeName.ENABLE_DNS_SUPPORT))
                            .enableDnsSupport()
                            .value())
                    .isTrue();
            assertThat(ec2.describeVpcAttribute(
                                    request -> request.vpcId(id).attribute(VpcAttributeName.ENABLE_DNS_HOSTNAMES))
                            .enableDnsHostnames()
                            .value())
                    .isTrue();
            assertThat(ec2.describeInternetGateways().internetGateways())
                    .flatMap(gateway -> gateway.attachments())
                    .noneMatch(attachment -> attachment.vpcId().equals(id));
            assertThat(ec2.describeNatGateways().natGateways()).isEmpty();
        });
    }

    @Test
    void has_exactly_the_ledgers_subnets_in_the_zones_with_these_ids() {
        forEveryRegion((region, addresses) -> {
            Map<String, String> wanted = new HashMap<>();
            addresses
                    .subnets()
                    .forEach((zone, cidr) ->
                            wanted.put(zone.value(), cidr.value().toString()));
            assertThat(subnetsOf(region).stream()
                            .collect(Collectors.toMap(Subnet::availabilityZoneId, Subnet::cidrBlock)))
                    .isEqualTo(wanted);
        });
    }

    @Test
    void is_peered_with_production_alone_and_asked_for_it() {
        assertThat(in(production.region()).peerings()).hasSize(5);
        forEveryRegion((region, addresses) -> {
            VpcPeeringConnection peering = in(production.region()).peerings().stream()
                    .filter(candidate -> candidate.vpcPeeringConnectionId().equals(peeringOf(region)))
                    .findFirst()
                    .orElseThrow();
            assertThat(peering.status().codeAsString()).isEqualTo("active");
            assertThat(peering.requesterVpcInfo().vpcId()).isEqualTo(vpcOf(region));
            assertThat(peering.requesterVpcInfo().region()).isEqualTo(region.code());
            assertThat(peering.accepterVpcInfo().vpcId()).isEqualTo(production.vpcId());
            assertThat(peering.accepterVpcInfo().region()).isEqualTo("eu-central-1");
        });
    }

    private static Map<String, String> routes(RouteTable table) {
        return table.routes().stream()
                .collect(Collectors.toMap(
                        route -> route.destinationCidrBlock(),
                        route -> route.vpcPeeringConnectionId() == null
                                ? String.valueOf(route.gatewayId())
                                : route.vpcPeeringConnectionId()));
    }

    @Test
    void leads_from_every_client_to_every_region_and_back_and_nowhere_else() {
        Map<String, String> there =
                new HashMap<>(Map.of(production.cidr().value().toString(), "local"));
        forEveryRegion((region, addresses) -> {
            there.put(addresses.cidr().value().toString(), peeringOf(region));
            Map<String, String> back =
                    new HashMap<>(Map.of(addresses.cidr().value().toString(), "local"));
            production.clientCidrs().stream()
                    .map(Cidr::toString)
                    .forEach(client -> back.put(client, peeringOf(region)));
            subnetsOf(region).forEach(subnet -> {
                List<RouteTable> tables = in(region).routeTables().stream()
                        .filter(table -> table.associations().stream()
                                .anyMatch(association -> subnet.subnetId().equals(association.subnetId())))
                        .toList();
                assertThat(tables).hasSize(1);
                assertThat(routes(tables.get(0))).isEqualTo(back);
            });
        });
        assertThat(in(production.region()).routeTables())
                .filteredOn(table -> production.routeTableIds().contains(table.routeTableId()))
                .hasSize(3)
                .allSatisfy(table -> assertThat(routes(table)).isEqualTo(there));
    }

    private Stream<Hostname> activeHostnames() {
        return fleet.connections()
                .map(owned -> owned.connection())
                .filter(Connection::isActive)
                .flatMap(connection -> connection.address().hostnames().stream())
                .map(hostname -> hostname.value());
    }

    @Test
    void has_zones_for_active_hostnames_alone_and_only_production_sees_them() {
        var zones = view.zones(Accounts.ELEMENTARY).all();
        assertThat(zones)
                .extracting(HostedZones.Zone::name)
                .containsExactlyInAnyOrderElementsOf(
                        Hostname.zonesOf(activeHostnames().toList()).stream()
                                .map(Hostname::value)
                                .toList());
        assertThat(zones)
                .allSatisfy(zone -> assertThat(zone.vpcs())
                        .containsExactly(VPC.builder()
                                .vpcId(production.vpcId())
                                .vpcRegion(production.region().code())
                                .build()));
    }

    @Test
    void has_an_alias_record_for_every_active_hostname_and_no_other() {
        assertThat(view.zones(Accounts.ELEMENTARY).all().stream()
                        .flatMap(zone -> zone.records().stream())
                        .filter(record -> record.aliasTarget() != null))
                .allMatch(record -> record.typeAsString().equals("A"))
                .extracting(record -> HostedZones.plain(record.name()))
                .containsExactlyInAnyOrderElementsOf(
                        activeHostnames().map(Hostname::value).toList());
    }
}
