package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.config.HandoffDraft;
import com.elementarydata.privatelink.integration.GitHubEnterpriseServer;
import com.elementarydata.privatelink.integration.TcpService;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.observed.ProviderFacts;
import com.elementarydata.privatelink.observed.ProviderFacts.Listener;
import com.elementarydata.privatelink.observed.ProviderFacts.LoadBalancer;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One load balancer with listeners for several services, of which Elementary uses one. */
class OfferedPortsTest {

    private static final String SERVICE = "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0";
    private static final ProviderFacts SHARED = new ProviderFacts(
            "210987654321",
            SERVICE,
            "Available",
            true,
            List.of("euw1-az1", "euw1-az2"),
            List.of(),
            List.of(),
            List.of(),
            List.of(new LoadBalancer(
                    "shared",
                    "network",
                    "internal",
                    "vpc-1",
                    true,
                    Optional.of(true),
                    List.of(),
                    Optional.of(List.of()),
                    List.of(),
                    List.of(
                            new Listener(443, "TCP", List.of()),
                            new Listener(5432, "TCP", List.of()),
                            new Listener(514, "UDP", List.of()),
                            new Listener(8883, "TLS", List.of())))));

    private static Answers nobody() {
        return new Answers(new Questions(
                new StandardInput(new ByteArrayInputStream(new byte[0]), false), new PrintWriter(new StringWriter())));
    }

    @Test
    void only_what_the_integration_uses_is_handed_off() {
        List<Integer> ports =
                new OfferedPorts(Optional.of(GitHubEnterpriseServer.INTEGRATION), SHARED).choose(List.of(), nobody());

        assertThat(handoff(ports).document().orElseThrow().get("ports")).hasToString("[443]");
    }

    @Test
    void a_port_of_udp_is_never_handed_off() {
        assertThat(handoff(List.of(443, 514)).document().orElseThrow().get("ports"))
                .hasToString("[443]");
        assertThat(handoff(List.of(514)).document()).isEmpty();
        assertThat(handoff(List.of(514)).whatIsMissing()).contains("none of the ports has a TCP listener");
    }

    private static HandoffDraft handoff(List<Integer> ports) {
        return new HandoffDraft(
                SHARED,
                EndpointServiceName.parse(SERVICE),
                GitHubEnterpriseServer.INTEGRATION,
                List.of("git.acme.example"),
                ports);
    }

    @Test
    void what_was_asked_for_is_taken_instead() {
        assertThat(new OfferedPorts(Optional.of(TcpService.INTEGRATION), SHARED).choose(List.of(5432), nobody()))
                .containsExactly(5432);
    }

    @Test
    void fails_with_the_listeners_to_choose_among_where_nothing_says_which() {
        OfferedPorts any = new OfferedPorts(Optional.of(TcpService.INTEGRATION), SHARED);

        assertThatThrownBy(() -> any.choose(List.of(), nobody()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("there are listeners on TCP 443, TCP 5432, UDP 514, TLS 8883");
    }
}
