package com.elementarydata.privatelink.observed;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.observed.EstateFacts.FoundEndpoint;
import com.elementarydata.privatelink.observed.EstateFacts.InRegion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What was read of some Regions while another one refused. */
class EstateFactsTest {

    private static final InRegion IRELAND = in("vpce-1", "eu-west-1");
    private static final InRegion FRANKFURT = in("vpce-2", "eu-central-1");
    private static final EstateFacts FACTS = new EstateFacts(
            "123456789012",
            "eu-west-1",
            "vpc-1",
            new TreeMap<>(Map.of(
                    "eu-west-1",
                    Reading.of(IRELAND),
                    "eu-central-1",
                    Reading.of(FRANKFURT),
                    "us-east-1",
                    Reading.refused("DescribeVpcs"))),
            Reading.of(List.of()),
            new TreeMap<>());

    private static InRegion in(String endpoint, String region) {
        DeployedEndpoint deployed = new DeployedEndpoint(
                endpoint,
                "service",
                "available",
                Instant.EPOCH,
                "vpc-1",
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
        return new InRegion(
                List.of(),
                List.of(),
                List.of(),
                List.of(new FoundEndpoint(deployed, region, Optional.empty(), List.of(), new Tags(new TreeMap<>()))),
                new TreeMap<>(),
                List.of());
    }

    @Test
    void a_region_that_refused_leaves_the_others_as_they_are() {
        assertThat(FACTS.found()).containsExactlyInAnyOrder(IRELAND, FRANKFURT);
        assertThat(FACTS.endpoints())
                .extracting(found -> found.endpoint().id())
                .containsExactlyInAnyOrder("vpce-1", "vpce-2");
    }

    @Test
    void a_region_is_found_by_its_code_where_it_was_read() {
        assertThat(FACTS.in("eu-west-1")).hasValue(IRELAND);
        assertThat(FACTS.in("us-east-1")).isEmpty();
        assertThat(FACTS.in("eu-north-1")).isEmpty();
    }
}
