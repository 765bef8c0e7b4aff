package com.elementarydata.privatelink.observed;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.observed.NetworkFacts.Endpoint;
import com.elementarydata.privatelink.observed.NetworkFacts.Vpc;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One of several VPCs and endpoints. */
class NetworkFactsTest {

    private static final Endpoint FIRST = endpoint("vpce-1", "available");
    private static final Endpoint SECOND = endpoint("vpce-2", "Deleting");
    private static final NetworkFacts FACTS = new NetworkFacts(
            Reading.of(List.of(new Vpc("vpc-1", List.of("10.0.0.0/16")), new Vpc("vpc-2", List.of("10.1.0.0/16")))),
            Reading.of(List.of()),
            Reading.of(List.of()),
            Reading.of(List.of()),
            Reading.of(List.of()),
            Reading.of(List.of(FIRST, SECOND)),
            Reading.of(List.of()));

    private static Endpoint endpoint(String id, String state) {
        return new Endpoint(
                new DeployedEndpoint(
                        id,
                        "service",
                        state,
                        Instant.EPOCH,
                        "vpc-1",
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty()),
                Reading.of(List.of()));
    }

    @Test
    void each_is_found_by_its_id_and_what_is_not_there_is_not() {
        assertThat(FACTS.vpc("vpc-2")).map(Vpc::cidrs).hasValue(List.of("10.1.0.0/16"));
        assertThat(FACTS.vpc("vpc-3")).isEmpty();
        assertThat(FACTS.endpoint("vpce-2")).hasValue(SECOND);
        assertThat(FACTS.endpoint("vpce-3")).isEmpty();
    }

    @Test
    void a_state_is_the_same_however_it_is_written() {
        assertThat(SECOND.endpoint().is("deleting")).isTrue();
        assertThat(SECOND.endpoint().is("deleted")).isFalse();
    }
}
