package com.elementarydata.privatelink.operation.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether names that others look after resolve. */
class DnsDeploymentTest {

    @ParameterizedTest
    @CsvSource({
        "git.acme.example, external, available",
        "acme.example, external, available",
        "db.acme.example, not-deployed, names-not-deployed",
        "me.example, not-deployed, names-not-deployed",
    })
    void names_of_others_resolve_by_a_zone_of_theirs_or_of_a_domain_above(String zone, String dns, String state) {
        ConnectionStatus status =
                new ConnectionSituation().external().zonesThere(zone).status();

        assertThat(status.dns()).hasToString(dns);
        assertThat(status.state()).hasToString(state);
    }
}
