package com.elementarydata.privatelink.operation.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.integration.Databricks;
import com.elementarydata.privatelink.integration.Snowflake;
import com.elementarydata.privatelink.judge.ConnectionState;
import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Party;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionStatusTest {

    private static final String CUSTOMER_STACK = "PrivateLink-Customer-acme-eu-west-1";
    private static final String DNS_STACK = "PrivateLink-Dns-acme";

    private static final String OTHER =
            "vpce-0aaaaaaaaaaaaaaa1-x1y2z3a4.vpce-svc-0123456789abcdef1.eu-west-1.vpce.amazonaws.com";

    private static ConnectionSituation fine() {
        return new ConnectionSituation();
    }

    static Stream<Arguments> situations() {
        return Stream.of(
                Arguments.of(fine(), "available", "nobody", "active", "accepted", false),
                Arguments.of(fine().endpoint("Available"), "available", "nobody", "active", "accepted", false),
                Arguments.of(fine().prepared(), "prepared", "elementary", "prepared", "accepted", false),
                Arguments.of(
                        fine().prepared()
                                .beside("git.acme.example")
                                .zonesThere("git.acme.example")
                                .leadingNamesTo(OTHER),
                        "prepared",
                        "elementary",
                        "prepared",
                        "accepted",
                        false),
                Arguments.of(
                        fine().prepared().beside("git.acme.example").zonesThere("git.acme.example"),
                        "names-to-move",
                        "elementary",
                        "left-behind",
                        "accepted",
                        false),
                Arguments.of(
                        fine().leadingNamesTo(OTHER).besideEndpoint("acme/git-two", "vpce-0aaaaaaaaaaaaaaa1"),
                        "names-elsewhere",
                        "elementary",
                        "elsewhere",
                        "accepted",
                        false),
                Arguments.of(
                        fine().leadingNamesTo(OTHER), "names-elsewhere", "elementary", "elsewhere", "accepted", true),
                Arguments.of(fine().leadingNamesTo(), "names-elsewhere", "elementary", "elsewhere", "accepted", true),
                Arguments.of(fine().withoutRecords(), "available", "elementary", "active", "accepted", false),
                Arguments.of(
                        fine().external().leadingNamesTo("10.64.32.9"),
                        "available",
                        "nobody",
                        "external",
                        "accepted",
                        false),
                Arguments.of(
                        fine().external().leadingNamesTo("203.0.113.9"),
                        "names-elsewhere",
                        "elementary",
                        "elsewhere",
                        "accepted",
                        true),
                Arguments.of(
                        fine().prepared().zonesThere("git.acme.example"),
                        "names-left-behind",
                        "elementary",
                        "left-behind",
                        "accepted",
                        true),
                Arguments.of(
                        fine().zonesThere("git.other.example"),
                        "names-not-deployed",
                        "elementary",
                        "not-deployed",
                        "accepted",
                        false),
                Arguments.of(
                        fine().beside("acme.example").zonesThere("acme.example"),
                        "available",
                        "nobody",
                        "active",
                        "accepted",
                        false),
                Arguments.of(
                        fine().without(CUSTOMER_STACK).withoutEndpoint(),
                        "not-deployed",
                        "elementary",
                        "active",
                        "unknown",
                        false),
                Arguments.of(
                        fine().stack(CUSTOMER_STACK, "REVIEW_IN_PROGRESS").withoutEndpoint(),
                        "not-deployed",
                        "elementary",
                        "active",
                        "unknown",
                        false),
                Arguments.of(fine().withoutEndpoint(), "not-deployed", "elementary", "active", "unknown", false),
                Arguments.of(
                        fine().stack(CUSTOMER_STACK, "CREATE_IN_PROGRESS").withoutEndpoint(),
                        "in-progress",
                        "aws",
                        "active",
                        "unknown",
                        false),
                Arguments.of(
                        fine().stack(DNS_STACK, "UPDATE_IN_PROGRESS"),
                        "in-progress",
                        "aws",
                        "active",
                        "accepted",
                        false),
                Arguments.of(
                        fine().stack(CUSTOMER_STACK, "ROLLBACK_COMPLETE").withoutEndpoint(),
                        "stack-failed",
                        "elementary",
                        "active",
                        "unknown",
                        true),
                Arguments.of(
                        fine().stack(CUSTOMER_STACK, "UPDATE_ROLLBACK_COMPLETE"),
                        "available",
                        "elementary",
                        "active",
                        "accepted",
                        false),
                Arguments.of(
                        fine().stack(CUSTOMER_STACK, "UPDATE_ROLLBACK_COMPLETE").endpoint("pendingAcceptance"),
                        "pending-acceptance",
                        "customer",
                        "active",
                        "waiting",
                        false),
                Arguments.of(fine().endpoint(""), "endpoint-missing", "elementary", "active", "unknown", true),
                Arguments.of(fine().endpoint("deleted"), "endpoint-missing", "elementary", "active", "unknown", true),
                Arguments.of(
                        fine().endpoint("pendingAcceptance"),
                        "pending-acceptance",
                        "customer",
                        "active",
                        "waiting",
                        false),
                Arguments.of(
                        fine().of(Databricks.INTEGRATION).endpoint("pendingAcceptance"),
                        "pending-acceptance",
                        "customer",
                        "active",
                        "waiting",
                        false),
                Arguments.of(
                        fine().of(Snowflake.INTEGRATION).endpoint("pendingAcceptance"),
                        "pending-acceptance",
                        "vendor",
                        "active",
                        "waiting",
                        false),
                Arguments.of(fine().endpoint("pending"), "pending", "aws", "active", "accepted", false),
                Arguments.of(fine().endpoint("rejected"), "rejected", "customer", "active", "rejected", true),
                Arguments.of(
                        fine().of(Databricks.INTEGRATION).endpoint("rejected"),
                        "rejected",
                        "customer",
                        "active",
                        "rejected",
                        true),
                Arguments.of(
                        fine().of(Snowflake.INTEGRATION).endpoint("rejected"),
                        "rejected",
                        "vendor",
                        "active",
                        "rejected",
                        true),
                Arguments.of(fine().endpoint("expired"), "expired", "elementary", "active", "expired", true),
                Arguments.of(fine().endpoint("failed"), "failed", "elementary", "active", "unknown", true),
                Arguments.of(fine().endpoint("deleting"), "deleting", "elementary", "active", "unknown", true),
                Arguments.of(fine().endpoint("partial"), "unknown", "aws", "active", "unknown", false),
                Arguments.of(
                        fine().leadingTo("com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef2"),
                        "changed",
                        "elementary",
                        "active",
                        "accepted",
                        false),
                Arguments.of(
                        fine().zones("euw1-az1", "euw1-az3"), "changed", "elementary", "active", "accepted", false));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void every_situation_is_somebodys_turn(
            ConnectionSituation situation, String state, String turn, String dns, String acceptance, boolean broken) {
        ConnectionStatus status = situation.status();

        assertThat(status.state()).hasToString(state);
        assertThat(status.turn().name()).isEqualToIgnoringCase(turn);
        assertThat(status.dns()).hasToString(dns);
        assertThat(status.acceptance()).isEqualTo(acceptance);
        assertThat(status.isBroken()).isEqualTo(broken);
    }

    @Test
    void every_state_has_its_situation() {
        Set<String> met = situations()
                .map(situation -> (String) situation.get()[1])
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(met)
                .containsExactlyElementsOf(new TreeSet<>(Stream.of(ConnectionState.values())
                        // nothing of it is known, see DisabledRegionsTest
                        .filter(state -> state != ConnectionState.NOT_READ)
                        .map(ConnectionState::toString)
                        .toList()));
    }

    static Stream<Arguments> findings() {
        return Stream.of(
                Arguments.of(
                        fine().called("vpce-9.example"),
                        StatusCheck.DNS_NAME_STALE,
                        "vpce-0123456789abcdef0 has the name \"vpce-9.example\", but PrivateLink-Customer-acme-eu-west-1"
                                + " says \"vpce-0123456789abcdef0.vpce-svc-0123456789abcdef1.example\""),
                Arguments.of(
                        fine().stack("PrivateLink-Region-eu-west-1", "UPDATE_ROLLBACK_FAILED"),
                        StatusCheck.STACK_FAILED,
                        "PrivateLink-Region-eu-west-1 is UPDATE_ROLLBACK_FAILED: why"));
    }

    @ParameterizedTest
    @MethodSource("findings")
    void what_is_stale_or_failed_is_found_though_the_endpoint_is_available(
            ConnectionSituation situation, Check code, String what) {
        ConnectionStatus status = situation.status();

        assertThat(status.state()).isEqualTo(ConnectionState.AVAILABLE);
        assertThat(status.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code.code());
            assertThat(finding.found()).isEqualTo(what);
        });
        assertThat(status.isBroken()).isTrue();
        assertThat(status.turn()).isEqualTo(Party.ELEMENTARY);
    }

    @Test
    void a_stack_that_is_gone_from_below_an_endpoint_is_missing_and_nothing_is_stale() {
        ConnectionStatus status = fine().without("PrivateLink-Region-eu-west-1").status();

        assertThat(status.findings())
                .extracting(Finding::line)
                .containsExactly("stack-missing: PrivateLink-Region-eu-west-1 is not deployed; deploy it");
        assertThat(status.isBroken()).isTrue();
    }

    @Test
    void nothing_is_missing_before_there_is_an_endpoint() {
        assertThat(fine().without("PrivateLink-Region-eu-west-1")
                        .without(CUSTOMER_STACK)
                        .withoutEndpoint()
                        .status()
                        .findings())
                .isEmpty();
    }

    @Test
    void a_name_that_leads_to_no_connection_of_the_customers_is_a_finding() {
        assertThat(fine().leadingNamesTo(OTHER).status().findings())
                .singleElement()
                .returns("names-elsewhere", Finding::code)
                .returns("git.acme.example points to vpce-0aaaaaaaaaaaaaaa1-x1y2z3a4", Finding::found)
                .satisfies(finding -> assertThat(finding.remedy()).contains("deploy its names", "diagnose"));
        assertThat(fine().leadingNamesTo(OTHER)
                        .besideEndpoint("acme/git-two", "vpce-0aaaaaaaaaaaaaaa1")
                        .status()
                        .findings())
                .isEmpty();
    }

    @Test
    void records_that_may_not_be_read_are_not_passed_off_as_fine() {
        ConnectionStatus status = fine().withoutRecords().status();

        assertThat(status.isRead()).isFalse();
        assertThat(status.findings())
                .singleElement()
                .returns("names-not-read", Finding::code)
                .returns(
                        "where git.acme.example of git.acme.example (AccessDenied) leads was not read", Finding::found);
    }
}
