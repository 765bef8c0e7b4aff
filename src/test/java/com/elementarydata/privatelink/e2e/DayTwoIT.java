package com.elementarydata.privatelink.e2e;

import static com.elementarydata.privatelink.e2e.Offer.file;
import static com.elementarydata.privatelink.e2e.Offer.inIreland;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a change of a file changes, and that it changes nothing else. Every test has customers of its own. */
@ExtendWith(EndToEnd.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DayTwoIT {

    private static final Offer HAZEL = inIreland("git", 1, "git.hazel.example");
    private static final Offer IRIS = inIreland("git", 2, "git.iris.example").in("us-west-2", "usw2-az1");
    private static final Offer CEDAR = inIreland("git", 3, "git.cedar.example").inZones("euw1-az1");
    private static final Offer DOGWOOD = inIreland("git", 4, "git.dogwood.example");
    private static final Offer ELM = inIreland("git", 5, "git.elm.example");
    private static final Offer FIR = inIreland("git", 6, "git.fir.example").prepared();
    private static final Offer GORSE = inIreland("git", 7, "git.gorse.example");
    private static final Offer GORSE_OTHER = inIreland("db", 8, "db.gorse.example");
    private static final Offer HOLLY = inIreland("git", 9, "git.holly.example").in("eu-central-1", "euc1-az1");

    private final E2eFleet deployed;
    private WorldState state;

    DayTwoIT(Figures figures) throws IOException, InterruptedException {
        deployed = figures.time(
                "deploy the fleet of day two",
                () -> E2eFleet.deployed(
                        "day-two",
                        Map.of(
                                "hazel", file("hazel", HAZEL),
                                "iris", file("iris", IRIS),
                                "cedar", file("cedar", CEDAR.inZones("euw1-az1", "euw1-az3")),
                                "dogwood", file("dogwood", DOGWOOD.on(443, 8443))),
                        Map.of(
                                "cedar", file("cedar", CEDAR),
                                "dogwood", file("dogwood", DOGWOOD),
                                "elm", file("elm", ELM),
                                "fir", file("fir", FIR),
                                "gorse", file("gorse", GORSE, GORSE_OTHER),
                                "holly", file("holly", HOLLY))));
        state = deployed.state();
    }

    @AfterAll
    void stop() throws IOException {
        deployed.close();
    }

    private List<String> changesOf(String customer, Offer... offers) throws IOException, InterruptedException {
        deployed.files().write(customer, file(customer, offers));
        deployed.deploy();
        WorldState before = state;
        state = deployed.state();
        return before.changesTo(state);
    }

    /** With zones that have no addresses yet. */
    private List<String> changesOfZones(String customer, Offer... offers) throws IOException, InterruptedException {
        deployed.files().write(customer, file(customer, offers));
        deployed.allocate();
        return changesOf(customer, offers);
    }

    private static void expect(List<String> changes, Stream<String> endpoint, String... more) {
        assertThat(changes)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(endpoint, Stream.of(more)).toList());
    }

    @Test
    void changes_nothing_when_nothing_changed_and_has_nothing_to_show() throws IOException, InterruptedException {
        var assembly = deployed.assembly();
        Cdk.Run run = deployed.cdk().deploy(assembly).fine();

        assertThat(state.changesTo(deployed.state())).isEmpty();
        assertThat(run.said()).contains("(no changes)").doesNotContain("creating stack", "updating stack");
        deployed.cdk().diff(assembly).fine();
    }

    @Test
    void adds_a_customer_in_a_known_region_and_touches_no_stack_but_its_own() throws IOException, InterruptedException {
        expect(
                changesOf("hazel", HAZEL),
                HAZEL.endpointOf("hazel", "+"),
                "+ eu-west-1 stack PrivateLink-Customer-hazel-eu-west-1",
                "+ eu-central-1 stack PrivateLink-Dns-hazel",
                "+ record Dns-hazel/ZonesZonegithazelexample A git.hazel.example",
                "+ zone Dns-hazel/ZonesZonegithazelexample");
    }

    @Test
    void adds_a_customer_in_a_new_region_and_touches_what_all_share_alone() throws IOException, InterruptedException {
        expect(
                changesOfZones("iris", IRIS),
                IRIS.endpointOf("iris", "+"),
                "+ us-west-2 stack PrivateLink-Customer-iris-us-west-2",
                "+ eu-central-1 stack PrivateLink-Dns-iris",
                "+ record Dns-iris/ZonesZonegitirisexample A git.iris.example",
                "+ zone Dns-iris/ZonesZonegitirisexample",
                // the Region's own stack, with what AWS makes for every VPC
                "+ us-west-2 stack PrivateLink-Region-us-west-2",
                "+ us-west-2 vpc Region-us-west-2/Network",
                "+ us-west-2 table rtb-…",
                "+ us-west-2 route rtb-…|10.64.32.0/20",
                "+ us-west-2 subnet Region-us-west-2/Networkusw2az1",
                "+ us-west-2 table Region-us-west-2/Networkusw2az1RouteTable",
                "+ us-west-2 route Region-us-west-2/Networkusw2az1RouteTable|10.64.32.0/20",
                "+ us-west-2 route Region-us-west-2/Networkusw2az1RouteTable|10.0.1.0/24",
                "+ us-west-2 route Region-us-west-2/Networkusw2az1RouteTable|10.0.2.0/24",
                "+ us-west-2 route Region-us-west-2/Networkusw2az1RouteTable|10.0.3.0/24",
                "+ us-west-2 peering Region-us-west-2/NetworkPeeringConnection",
                "+ eu-central-1 peering Region-us-west-2/NetworkPeeringConnection",
                "+ eu-central-1 route rtb-0a1b2c3d4e5f60711|10.64.32.0/20",
                "+ eu-central-1 route rtb-0a1b2c3d4e5f60712|10.64.32.0/20",
                "+ eu-central-1 route rtb-0a1b2c3d4e5f60713|10.64.32.0/20",
                "~ eu-central-1 stack PrivateLink-Production updated");
    }

    @Test
    void adds_a_zone_to_the_region_and_the_endpoint_alone() throws IOException, InterruptedException {
        expect(
                changesOfZones("cedar", CEDAR.inZones("euw1-az1", "euw1-az3")),
                Stream.of(),
                "+ eu-west-1 subnet Region-eu-west-1/Networkeuw1az3",
                "+ eu-west-1 table Region-eu-west-1/Networkeuw1az3RouteTable",
                "+ eu-west-1 route Region-eu-west-1/Networkeuw1az3RouteTable|10.64.16.0/20",
                "+ eu-west-1 route Region-eu-west-1/Networkeuw1az3RouteTable|10.0.1.0/24",
                "+ eu-west-1 route Region-eu-west-1/Networkeuw1az3RouteTable|10.0.2.0/24",
                "+ eu-west-1 route Region-eu-west-1/Networkeuw1az3RouteTable|10.0.3.0/24",
                "~ eu-west-1 stack PrivateLink-Region-eu-west-1 updated",
                "~ eu-west-1 stack PrivateLink-Region-eu-west-1 output SubnetIdEuw1Az3:  -> Region-eu-west-1/Networkeuw1az3",
                "+ eu-west-1 interface Customer-cedar-eu-west-1/git.interface",
                "~ eu-west-1 endpoint Customer-cedar-eu-west-1/git subnets: Region-eu-west-1/Networkeuw1az1"
                        + " -> Region-eu-west-1/Networkeuw1az1 Region-eu-west-1/Networkeuw1az3",
                "~ eu-west-1 stack PrivateLink-Customer-cedar-eu-west-1 updated");
    }

    @Test
    void adds_a_port_to_the_endpoints_group_alone() throws IOException, InterruptedException {
        String https = "tcp 443-443 10.0.1.0/24, tcp 443-443 10.0.2.0/24, tcp 443-443 10.0.3.0/24";
        expect(
                changesOf("dogwood", DOGWOOD.on(443, 8443)),
                Stream.of(),
                "~ eu-west-1 group Customer-dogwood-eu-west-1/gitSecurityGroup in: %s -> %s"
                        .formatted(
                                List.of(https),
                                List.of(
                                        https
                                                + ", tcp 8443-8443 10.0.1.0/24, tcp 8443-8443 10.0.2.0/24, tcp 8443-8443 10.0.3.0/24")),
                "~ eu-west-1 stack PrivateLink-Customer-dogwood-eu-west-1 updated");
    }

    @Test
    void adds_a_hostname_to_the_zones_alone() throws IOException, InterruptedException {
        expect(
                changesOf("elm", ELM.named("git.elm.example", "code.elm.example")),
                Stream.of(),
                "+ record Dns-elm/ZonesZonecodeelmexample A code.elm.example",
                "+ zone Dns-elm/ZonesZonecodeelmexample",
                "~ eu-central-1 stack PrivateLink-Dns-elm updated");
    }

    @Test
    void adds_nothing_but_zones_when_dns_becomes_active() throws IOException, InterruptedException {
        expect(
                changesOf("fir", FIR.with("dns: active")),
                Stream.of(),
                "+ eu-central-1 stack PrivateLink-Dns-fir",
                "+ record Dns-fir/ZonesZonegitfirexample A git.fir.example",
                "+ zone Dns-fir/ZonesZonegitfirexample");
    }

    @Test
    void takes_a_connection_away_and_leaves_the_customers_other_one() throws IOException, InterruptedException {
        String outputGone = "~ eu-west-1 stack PrivateLink-Customer-gorse-eu-west-1 output ";
        expect(
                changesOf("gorse", GORSE),
                GORSE_OTHER.endpointOf("gorse", "-"),
                "- record Dns-gorse/ZonesZonedbgorseexample A db.gorse.example",
                "- zone Dns-gorse/ZonesZonedbgorseexample",
                "~ eu-central-1 stack PrivateLink-Dns-gorse updated",
                outputGone + "DbDnsHostedZoneId: Z0LOCALENDPOINTS -> ",
                outputGone
                        + "DbDnsName: Customer-gorse-eu-west-1/db.dns.vpce-svc-0123456789abcde08.eu-west-1.vpce.amazonaws.com -> ",
                outputGone + "DbEndpointId: Customer-gorse-eu-west-1/db -> ",
                outputGone + "DbServiceName: com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcde08 -> ",
                "~ eu-west-1 stack PrivateLink-Customer-gorse-eu-west-1 updated");
    }
}
