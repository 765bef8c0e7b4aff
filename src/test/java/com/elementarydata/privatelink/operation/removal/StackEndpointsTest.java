package com.elementarydata.privatelink.operation.removal;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.observed.DeployedEndpoint;
import com.elementarydata.privatelink.observed.DeployedStack;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StackEndpointsTest {

    private static DeployedEndpoint endpoint(String id) {
        return new DeployedEndpoint(
                id,
                "service",
                "available",
                Instant.EPOCH,
                "vpc-1",
                List.of(),
                List.of("sg-1"),
                List.of(),
                Optional.empty());
    }

    @Test
    void an_endpoint_is_the_stacks_own_only_if_an_output_names_it_as_one() {
        DeployedStack stack = new DeployedStack(
                "PrivateLink-Customer-acme-eu-west-1",
                "UPDATE_COMPLETE",
                Optional.empty(),
                Instant.EPOCH,
                true,
                "NOT_CHECKED",
                new TreeMap<>(Map.of("GitEndpointId", "vpce-2", "ReplacedBefore", "vpce-1")));

        StackEndpoints made = StackEndpoints.of(stack, List.of(endpoint("vpce-1"), endpoint("vpce-2")));

        assertThat(made.named()).extracting(DeployedEndpoint::id).containsExactly("vpce-2");
        assertThat(made.kept()).extracting(DeployedEndpoint::id).containsExactly("vpce-1");
    }
}
