package com.elementarydata.privatelink.observed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What CloudFormation's words for a stack come to. */
class DeployedStackTest {

    private static DeployedStack in(String status) {
        return new DeployedStack(
                "PrivateLink-Production",
                status,
                Optional.empty(),
                Instant.EPOCH,
                true,
                "NOT_CHECKED",
                new TreeMap<>(Map.of("VpcId", "vpc-1")));
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE_COMPLETE, true, false",
        "UPDATE_COMPLETE, true, false",
        "IMPORT_COMPLETE, true, false",
        "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, true, false",
        "UPDATE_IN_PROGRESS, false, true",
        "UPDATE_ROLLBACK_COMPLETE, false, false",
        "CREATE_FAILED, false, false",
    })
    void a_stack_is_complete_or_in_progress_or_neither(String status, boolean complete, boolean inProgress) {
        assertThat(in(status).isComplete()).isEqualTo(complete);
        assertThat(in(status).isInProgress()).isEqualTo(inProgress);
    }

    @Test
    void an_output_is_found_by_its_name() {
        assertThat(in("CREATE_COMPLETE").output("VpcId")).hasValue("vpc-1");
        assertThat(in("CREATE_COMPLETE").output("SubnetId")).isEmpty();
    }
}
