package com.elementarydata.privatelink.observed;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.observed.NetworkFacts.Peering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What AWS's words for the states of connections come to. */
class ConnectionWordsTest {

    private static Peering peering(String status) {
        return new Peering("pcx-1", status, "vpc-1", "vpc-2");
    }

    private static EndpointConnection connection(String state) {
        return new EndpointConnection("vpce-svc-1", "vpce-1", AccountId.parse("123456789012"), state);
    }

    @Test
    void a_peering_connects_its_two_vpcs_whichever_asked() {
        assertThat(peering("active").connects("vpc-1", "vpc-2")).isTrue();
        assertThat(peering("active").connects("vpc-2", "vpc-1")).isTrue();
        assertThat(peering("active").connects("vpc-1", "vpc-3")).isFalse();
        assertThat(peering("active").connects("vpc-3", "vpc-1")).isFalse();
        assertThat(peering("active").connects("vpc-2", "vpc-3")).isFalse();
        assertThat(peering("active").connects("vpc-3", "vpc-2")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "active, true, false, false",
        "pending-acceptance, false, true, false",
        "initiating-request, false, false, true",
        "provisioning, false, false, true",
        "deleted, false, false, false",
    })
    void a_peering_works_or_waits_for_the_accepter_or_for_aws_or_is_over(
            String status, boolean active, boolean toBeAccepted, boolean beingMade) {
        assertThat(peering(status).isActive()).isEqualTo(active);
        assertThat(peering(status).isToBeAccepted()).isEqualTo(toBeAccepted);
        assertThat(peering(status).isBeingMade()).isEqualTo(beingMade);
    }

    @ParameterizedTest
    @CsvSource({
        "pendingAcceptance, true, false",
        "PendingAcceptance, true, false",
        "rejected, false, true",
        "Rejected, false, true",
        "available, false, false",
    })
    void a_connection_waits_for_its_service_or_is_rejected_however_that_is_written(
            String state, boolean waits, boolean rejected) {
        assertThat(connection(state).waits()).isEqualTo(waits);
        assertThat(connection(state).isRejected()).isEqualTo(rejected);
    }

    @Test
    void an_endpoint_is_used_where_it_has_connections_or_bytes() {
        assertThat(new EndpointTraffic("vpce-1", true, 0, 0).flows()).isFalse();
        assertThat(new EndpointTraffic("vpce-1", true, 1, 0).flows()).isTrue();
        assertThat(new EndpointTraffic("vpce-1", true, 0, 1).flows()).isTrue();
    }
}
