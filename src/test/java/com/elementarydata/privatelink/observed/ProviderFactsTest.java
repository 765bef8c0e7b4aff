package com.elementarydata.privatelink.observed;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.observed.ProviderFacts.Listener;
import com.elementarydata.privatelink.observed.ProviderFacts.LoadBalancer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which ports a provider's load balancers have, and over which protocols. */
class ProviderFactsTest {

    private static final ProviderFacts FACTS = new ProviderFacts(
            "210987654321",
            "com.amazonaws.vpce.eu-west-1.vpce-svc-1",
            "Available",
            true,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(
                    balancer(listener(5432, "TCP"), listener(443, "TLS"), listener(53, "UDP")),
                    balancer(listener(443, "TCP"), listener(8443, "TCP_UDP"), listener(5432, "UDP"))));

    private static Listener listener(int port, String protocol) {
        return new Listener(port, protocol, List.of());
    }

    private static LoadBalancer balancer(Listener... listeners) {
        return new LoadBalancer(
                "lb",
                "network",
                "internal",
                "vpc-1",
                true,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(listeners));
    }

    @Test
    void ports_are_those_of_all_load_balancers_once_each_and_ascending() {
        assertThat(FACTS.ports()).containsExactly(53, 443, 5432, 8443);
    }

    @Test
    void a_port_is_over_tcp_where_each_of_its_listeners_is() {
        assertThat(FACTS.overTcp(FACTS.ports())).containsExactly(443, 8443);
        assertThat(FACTS.overTcp(List.of(8443))).containsExactly(8443);
    }

    @Test
    void listeners_on_ports_that_are_not_offered_are_left_out() {
        assertThat(FACTS.on(List.of(443, 8443)).ports()).containsExactly(443, 8443);
    }
}
