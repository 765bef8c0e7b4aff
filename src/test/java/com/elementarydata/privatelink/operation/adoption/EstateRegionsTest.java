package com.elementarydata.privatelink.operation.adoption;

import static com.elementarydata.privatelink.operation.adoption.HandMade.ABROAD;
import static com.elementarydata.privatelink.operation.adoption.HandMade.PEERING;
import static com.elementarydata.privatelink.operation.adoption.HandMade.PRODUCTION;
import static com.elementarydata.privatelink.operation.adoption.HandMade.REGIONAL;
import static com.elementarydata.privatelink.operation.adoption.HandMade.SERVICE;
import static com.elementarydata.privatelink.operation.adoption.HandMade.UNTAGGED;
import static com.elementarydata.privatelink.operation.adoption.HandMade.abroad;
import static com.elementarydata.privatelink.operation.adoption.HandMade.endpoint;
import static com.elementarydata.privatelink.operation.adoption.HandMade.facts;
import static com.elementarydata.privatelink.operation.adoption.HandMade.git;
import static com.elementarydata.privatelink.operation.adoption.HandMade.peering;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.elementarydata.privatelink.config.CustomerMapping;
import com.elementarydata.privatelink.model.RegionalAddresses;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.EstateFacts.FoundEndpoint;
import com.elementarydata.privatelink.observed.EstateFacts.FoundPeering;
import com.elementarydata.privatelink.observed.EstateFacts.FoundVpc;
import com.elementarydata.privatelink.observed.EstateFacts.InRegion;
import com.elementarydata.privatelink.operation.adoption.EstateConnection.Told;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which VPCs a fleet adopts, and why not the others. */
class EstateRegionsTest {

    private static final Region IRELAND = Region.parse(ABROAD);
    private static final String OTHER = "vpc-0a1b2c3d4e5f60700";

    private static EstateRegions of(InRegion found) {
        return EstateRegions.of(Estate.of(facts(found), CustomerMapping.none()));
    }

    private static FoundEndpoint in(String vpc, int number) {
        return endpoint("vpce-0a1b2c3d4e5f6070" + number, vpc, SERVICE, UNTAGGED);
    }

    private static InRegion vpcs(List<FoundPeering> peerings, FoundEndpoint... endpoints) {
        List<FoundVpc> vpcs = Stream.of(OTHER, REGIONAL, PRODUCTION, "vpc-without-endpoints")
                .map(id -> new FoundVpc(id, List.of("10.64.32.0/20"), UNTAGGED))
                .toList();
        return new InRegion(vpcs, List.of(), peerings, List.of(endpoints), new TreeMap<>(), List.of());
    }

    @Test
    void a_peered_vpc_is_adopted_with_a_subnet_for_each_zone_of_its_first_block() {
        EstateRegions regions = of(abroad(git(UNTAGGED)));

        assertThat(regions.reasons()).isEmpty();
        assertThat(regions.addresses()).containsOnlyKeys(IRELAND);
        RegionalAddresses adopted = requireNonNull(regions.addresses().get(IRELAND));
        assertThat(adopted.cidr()).hasToString("10.64.32.0/20");
        assertThat(adopted.adopted().orElseThrow().vpcId()).hasToString(REGIONAL);
        assertThat(adopted.adopted().orElseThrow().peeringConnectionId()).isEqualTo(PEERING);
        assertThat(adopted.adopted().orElseThrow().subnetIds().entrySet().stream()
                        .map(Object::toString)
                        .collect(Collectors.toList()))
                .as("of two in a zone, that which endpoints are in")
                .containsExactly("euw1-az1=subnet-0a1b2c3d4e5f60721", "euw1-az2=subnet-0a1b2c3d4e5f60722");
        assertThat(adopted.subnets().values())
                .extracting(Object::toString)
                .containsExactly("10.64.32.0/24", "10.64.33.0/24");
        assertThat(regions.ledger().regions()).isEqualTo(regions.addresses());
    }

    @Test
    void of_several_vpcs_that_with_most_endpoints_is_adopted() {
        EstateRegions regions = of(vpcs(
                List.of(peering(PEERING, "active", REGIONAL), peering("pcx-1", "active", OTHER)),
                in(OTHER, 1),
                in(REGIONAL, 2),
                in(REGIONAL, 3)));

        assertThat(requireNonNull(regions.addresses().get(IRELAND))
                        .adopted()
                        .orElseThrow()
                        .vpcId())
                .hasToString(REGIONAL);
        assertThat(regions.reasons()).containsExactly(entry(OTHER, "eu-west-1 has another VPC with more endpoints"));
    }

    @Test
    void productions_own_vpc_and_those_without_peering_cannot_be_adopted() {
        assertThat(of(vpcs(List.of(), in(OTHER, 1), in(PRODUCTION, 2))).reasons())
                .containsExactly(
                        entry(OTHER, "it has no peering connection with production"),
                        entry(PRODUCTION, "it is production's own, and has no peering connection"));
    }

    @Test
    void a_connection_in_another_vpc_has_an_obstacle() {
        EstateRegions regions = of(vpcs(List.of(peering(PEERING, "active", REGIONAL)), in(REGIONAL, 1), in(OTHER, 2)));

        assertThat(regions.obstacle(connection(REGIONAL, ABROAD))).isEmpty();
        assertThat(regions.obstacle(connection(OTHER, ABROAD)))
                .hasValue(OTHER + ": it has no peering connection with production");
        assertThat(regions.obstacle(connection("vpc-1", ABROAD))).hasValue("vpc-1: it was not read");
        assertThat(regions.obstacle(connection(REGIONAL, "us-east-1"))).hasValue(REGIONAL + ": it was not read");
    }

    private static EstateConnection connection(String vpc, String region) {
        return new EstateConnection("acme", Told.TAG, region, in(vpc, 1), List.of());
    }
}
