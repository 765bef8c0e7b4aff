package com.elementarydata.privatelink.operation.adoption;

import static com.elementarydata.privatelink.operation.adoption.HandMade.GIT;
import static com.elementarydata.privatelink.operation.adoption.HandMade.REGIONAL;
import static com.elementarydata.privatelink.operation.adoption.HandMade.SERVICE;
import static com.elementarydata.privatelink.operation.adoption.HandMade.UNTAGGED;
import static com.elementarydata.privatelink.operation.adoption.HandMade.abroad;
import static com.elementarydata.privatelink.operation.adoption.HandMade.alias;
import static com.elementarydata.privatelink.operation.adoption.HandMade.dnsName;
import static com.elementarydata.privatelink.operation.adoption.HandMade.endpoint;
import static com.elementarydata.privatelink.operation.adoption.HandMade.facts;
import static com.elementarydata.privatelink.operation.adoption.HandMade.git;
import static com.elementarydata.privatelink.operation.adoption.HandMade.peering;
import static com.elementarydata.privatelink.operation.adoption.HandMade.tagged;
import static com.elementarydata.privatelink.operation.adoption.HandMade.zone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import com.elementarydata.privatelink.config.CustomerMapping;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.observed.EstateFacts;
import com.elementarydata.privatelink.observed.EstateFacts.FoundPeering;
import com.elementarydata.privatelink.observed.EstateFacts.FoundZone;
import com.elementarydata.privatelink.observed.EstateFacts.InRegion;
import com.elementarydata.privatelink.observed.NameFacts.Zone;
import com.elementarydata.privatelink.observed.Reading;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who is connected, and what is not as it should be. */
class EstateTest {

    private static final String SECOND = "vpce-0a1b2c3d4e5f60702";
    private static final String UNNAMED = "vpce-0a1b2c3d4e5f60703";
    private static final FoundZone PARTNERS = zone(
            "partners.example",
            alias("acme.partners.example", dnsName(GIT)),
            alias("birch.partners.example", dnsName(GIT)));
    private static final FoundZone BIRCH =
            zone("birch.example", tagged("birch"), alias("git.birch.example", dnsName(SECOND)));
    private static final InRegion ENDPOINTS = abroad(
            endpoint(UNNAMED, REGIONAL, SERVICE, tagged("acme")),
            git(UNTAGGED),
            endpoint(SECOND, REGIONAL, SERVICE, UNTAGGED));
    private static final CustomerMapping MAPPING = new CustomerMapping(Map.of(
            "acme.partners.example", Identifier.parse("acme"), "birch.partners.example", Identifier.parse("birch")));

    private static Estate estate(EstateFacts facts) {
        return Estate.of(facts, MAPPING);
    }

    private static EstateFacts with(SortedMap<String, Reading<InRegion>> regions, Reading<List<FoundZone>> zones) {
        EstateFacts facts = facts(abroad());
        return new EstateFacts(facts.account(), facts.region(), facts.vpcId(), regions, zones, facts.owners());
    }

    @Test
    void an_endpoint_is_a_connection_of_each_customer_with_names_that_lead_to_it() {
        assertThat(estate(facts(ENDPOINTS, PARTNERS, BIRCH)).connections())
                .extracting(
                        EstateConnection::customer,
                        connection -> connection.found().endpoint().id(),
                        connection -> connection.names().stream()
                                .map(EstateName::hostname)
                                .toList())
                .containsExactly(
                        tuple("acme", GIT, List.of("acme.partners.example")),
                        tuple("acme", UNNAMED, List.of()),
                        tuple("birch", GIT, List.of("birch.partners.example")),
                        tuple("birch", SECOND, List.of("git.birch.example")));
    }

    @Test
    void an_endpoint_that_no_name_leads_to_is_unnamed() {
        assertThat(estate(facts(ENDPOINTS, PARTNERS, BIRCH)).unnamed())
                .extracting(connection -> connection.found().endpoint().id())
                .containsExactly(UNNAMED);
    }

    @Test
    void a_zone_with_names_of_several_customers_is_shared() {
        assertThat(estate(facts(ENDPOINTS, PARTNERS, BIRCH)).sharedZones())
                .containsExactly(entry("partners.example (Z-partners.example)", List.of("acme", "birch")));
    }

    @Test
    void names_that_lead_nowhere_or_are_hidden_are_told_apart_from_those_that_work() {
        Estate estate = estate(facts(
                ENDPOINTS,
                zone(
                        "acme.example",
                        alias("db.acme.example", dnsName("vpce-0a1b2c3d4e5f60799")),
                        alias("git.acme.example", dnsName(GIT))),
                zone("git.acme.example")));

        assertThat(estate.leadingNowhere()).extracting(EstateName::hostname).containsExactly("db.acme.example");
        assertThat(estate.hidden()).extracting(EstateName::hostname).containsExactly("git.acme.example");
        assertThat(estate.unnamed())
                .extracting(connection -> connection.found().endpoint().id())
                .contains(GIT);
    }

    @Test
    void of_several_peering_connections_with_a_vpc_the_active_one_counts() {
        InRegion peered = new InRegion(
                List.of(),
                List.of(),
                List.of(
                        peering("pcx-1", "pending-acceptance", "vpc-1"),
                        peering("pcx-4", "active", "vpc-1"),
                        peering("pcx-3", "active", "vpc-1"),
                        peering("pcx-0", "active", "vpc-2")),
                List.of(),
                new TreeMap<>(),
                List.of());

        assertThat(estate(facts(peered)).peeringOf("vpc-1"))
                .map(FoundPeering::id)
                .hasValue("pcx-3");
        assertThat(estate(facts(peered)).peeringOf("vpc-3")).isEmpty();
    }

    @Test
    void all_that_was_refused_is_told() {
        FoundZone unread = new FoundZone(
                new Zone("Z1", "acme.example", "743289191656", Reading.refused("ListResourceRecordSets: denied")),
                UNTAGGED);
        SortedMap<String, Reading<InRegion>> regions =
                new TreeMap<>(Map.of("us-east-1", Reading.refused("DescribeVpcs: denied")));

        assertThat(estate(with(regions, Reading.of(List.of(unread)))).notRead())
                .containsExactly("DescribeVpcs: denied", "the records of acme.example: ListResourceRecordSets: denied");
        assertThat(estate(with(regions, Reading.refused("ListHostedZonesByVPC: denied")))
                        .notRead())
                .contains("ListHostedZonesByVPC: denied");
        assertThat(estate(facts(abroad())).notRead()).isEmpty();
    }
}
