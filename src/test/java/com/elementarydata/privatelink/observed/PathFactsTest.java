package com.elementarydata.privatelink.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.observed.NameFacts.VpcDns;
import com.elementarydata.privatelink.observed.NameFacts.Zone;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is found in the facts about a path, and what was refused there. */
class PathFactsTest {

    private static final String REGION = "eu-west-1";
    private static final DeployedStack STACK = new DeployedStack(
            "PrivateLink-Customer-acme-eu-west-1",
            "CREATE_COMPLETE",
            Optional.empty(),
            Instant.EPOCH,
            true,
            "NOT_CHECKED",
            new TreeMap<>());
    private static final DeployedEndpoint ENDPOINT = new DeployedEndpoint(
            "vpce-1",
            "service",
            "available",
            Instant.EPOCH,
            "vpc-1",
            List.of(),
            List.of(),
            List.of(),
            Optional.empty());

    private static PathFacts facts(
            Reading<List<DeployedStack>> stacks, Reading<List<String>> addresses, Reading<List<Zone>> elsewhere) {
        NetworkFacts network = new NetworkFacts(
                Reading.of(List.of()),
                Reading.of(List.of()),
                Reading.of(List.of()),
                Reading.of(List.of()),
                Reading.of(List.of()),
                Reading.of(List.of(new NetworkFacts.Endpoint(ENDPOINT, addresses))),
                Reading.of(List.of()));
        return new PathFacts(
                Reading.of("123456789012"),
                Reading.of(new TreeMap<>()),
                new TreeMap<>(Map.of(REGION, stacks)),
                new TreeMap<>(Map.of(REGION, network)),
                new NameFacts(
                        Reading.of(new VpcDns(true, true)),
                        Reading.of(List.of()),
                        Reading.of(List.of()),
                        Reading.of(List.of(new Zone("Z1", "acme.example", "123456789012", Reading.of(List.of())))),
                        elsewhere),
                new TreeMap<>(),
                Optional.empty());
    }

    private static PathFacts facts() {
        return facts(Reading.of(List.of(STACK)), Reading.of(List.of()), Reading.of(List.of()));
    }

    @Test
    void one_refusal_anywhere_is_one() {
        Reading<List<DeployedStack>> stacks = Reading.of(List.of());
        Reading<List<String>> addresses = Reading.of(List.of());
        Reading<List<Zone>> elsewhere = Reading.of(List.of());

        assertThat(facts(stacks, addresses, elsewhere).hasRefusals()).isFalse();
        assertThat(facts(Reading.refused("DescribeStacks"), addresses, elsewhere)
                        .hasRefusals())
                .isTrue();
        assertThat(facts(stacks, Reading.refused("DescribeNetworkInterfaces"), elsewhere)
                        .hasRefusals())
                .isTrue();
        assertThat(facts(stacks, addresses, Reading.refused("ListHostedZones")).hasRefusals())
                .isTrue();
    }

    @Test
    void a_refusal_about_a_network_is_one() {
        NetworkFacts unseen = new NetworkFacts(
                Reading.refused("DescribeVpcs"),
                Reading.of(List.of()),
                Reading.of(List.of()),
                Reading.of(List.of()),
                Reading.of(List.of()),
                Reading.of(List.of()),
                Reading.of(List.of()));
        PathFacts facts = facts();

        assertThat(new PathFacts(
                                facts.account(),
                                facts.regions(),
                                facts.stacks(),
                                new TreeMap<>(Map.of(REGION, unseen)),
                                facts.names(),
                                facts.services(),
                                facts.here())
                        .hasRefusals())
                .isTrue();
    }

    @Test
    void stacks_endpoints_and_zones_are_found_by_their_names() {
        assertThat(facts().stack(REGION, STACK.name())).hasValue(STACK);
        assertThat(facts().stack(REGION, "PrivateLink-Region-eu-west-1")).isEmpty();
        assertThat(facts().endpoint(REGION, "vpce-1")).hasValue(ENDPOINT);
        assertThat(facts().endpoint(REGION, "vpce-2")).isEmpty();
        assertThat(facts().zones()).containsExactly("acme.example");
    }

    @Test
    void a_region_that_was_not_read_is_unseen_and_not_empty() {
        assertThatThrownBy(() -> facts().in("eu-central-1"))
                .isInstanceOf(NotSeenException.class)
                .hasMessage("nothing was read in eu-central-1");
        assertThatThrownBy(() -> facts().stack("eu-central-1", STACK.name()))
                .isInstanceOf(NotSeenException.class)
                .hasMessage("nothing was read in eu-central-1");
    }

    @Test
    void what_was_tried_from_production_is_added_to_what_was_read() {
        HereFacts tried = new HereFacts(
                new TreeMap<>(Map.of("git.acme.example", List.of("10.64.32.9"))), new TreeMap<>(), new TreeMap<>());

        assertThat(facts().here()).isEmpty();
        assertThat(facts().with(tried).here()).hasValue(tried);
        assertThat(facts().with(tried).stacks()).isEqualTo(facts().stacks());
    }
}
