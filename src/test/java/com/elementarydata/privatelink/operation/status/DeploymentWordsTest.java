package com.elementarydata.privatelink.operation.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a connection's stacks are in one word, and since when. */
class DeploymentWordsTest {

    private static final String CUSTOMER_STACK = "PrivateLink-Customer-acme-eu-west-1";
    private static final String DNS_STACK = "PrivateLink-Dns-acme";

    private static ConnectionSituation fine() {
        return new ConnectionSituation();
    }

    static Stream<Arguments> situations() {
        return Stream.of(
                Arguments.of(fine(), "complete"),
                Arguments.of(fine().prepared(), "complete"),
                Arguments.of(fine().without(DNS_STACK), "missing"),
                Arguments.of(fine().prepared().without(CUSTOMER_STACK), "missing"),
                Arguments.of(fine().stack(DNS_STACK, "UPDATE_IN_PROGRESS"), "in progress"),
                Arguments.of(
                        fine().stack(DNS_STACK, "UPDATE_IN_PROGRESS").stack(CUSTOMER_STACK, "ROLLBACK_COMPLETE"),
                        "failed"));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void the_worst_of_the_stacks_counts(ConnectionSituation situation, String word) {
        assertThat(situation.status().deployment()).isEqualTo(word);
    }

    @Test
    void nothing_is_said_of_a_region_that_was_not_read() {
        assertThat(ConnectionStatus.notRead(
                                fine().status().stacks(), fine().status().names(), "denied")
                        .deployment())
                .isEqualTo("not read");
    }

    @Test
    void only_an_endpoint_that_is_up_is_available() {
        assertThat(fine().endpoint("Available").status().isAvailable()).isTrue();
        assertThat(fine().endpoint("pending").status().isAvailable()).isFalse();
        assertThat(fine().withoutEndpoint().status().isAvailable()).isFalse();
    }

    @Test
    void a_connection_is_as_old_as_its_endpoint_or_else_as_its_stacks_last_change() {
        assertThat(fine().status().since()).hasValue(ConnectionSituation.CREATED);
        assertThat(fine().withoutEndpoint().status().since()).hasValue(ConnectionSituation.CREATED);
        assertThat(fine().without(CUSTOMER_STACK).withoutEndpoint().status().since())
                .isEmpty();
    }
}
