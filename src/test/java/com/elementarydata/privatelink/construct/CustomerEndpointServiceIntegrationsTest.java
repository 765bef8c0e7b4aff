package com.elementarydata.privatelink.construct;

import static com.elementarydata.privatelink.TestApp.resources;
import static com.elementarydata.privatelink.TestApp.template;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.integration.HealthProbe;
import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Integrations;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.IpTarget;
import tools.jackson.databind.JsonNode;

/** What an integration presets. */
class CustomerEndpointServiceIntegrationsTest extends CustomerEndpointServiceFixture {

    static List<Integration> hosted() {
        return Integrations.hostedByCustomers();
    }

    @ParameterizedTest
    @MethodSource("hosted")
    void keeps_silent_connections_as_long_as_the_integration_says(Integration integration) {
        service().integration(integration.key()).ports(List.of(7777)).build();

        assertThat(attributes(only(NETWORK + "Listener").get("ListenerAttributes")))
                .containsOnly(Map.entry("tcp.idle_timeout.seconds", String.valueOf(integration.tcpIdleTimeout())));
    }

    @Test
    void presets_port_and_health_check_of_github_enterprise_server() {
        CustomerEndpointService.gitHubEnterpriseServerForElementary(stack, "Git")
                .vpc(vpc())
                .targets(List.of(new IpTarget("172.31.5.6")))
                .hostnames(List.of("git.acme.example"))
                .build();

        assertThat(only(NETWORK + "Listener").get("Port").asInt()).isEqualTo(443);
        JsonNode group = only(NETWORK + "TargetGroup");
        assertThat(group.get("HealthCheckProtocol").asString()).isEqualTo("HTTPS");
        assertThat(group.get("HealthCheckPath").asString()).isEqualTo("/status");
        assertThat(group.get("HealthCheckPort").asString()).isEqualTo("443");
        assertThat(outbound()).containsExactly("172.31.5.6/32 tcp 443-443");
        assertThat(output("Integration")).isEqualTo("github-enterprise-server");
    }

    @ParameterizedTest
    @MethodSource("hosted")
    void checks_targets_as_the_integration_says(Integration integration) {
        service().integration(integration.key()).ports(List.of(443)).build();

        JsonNode group = only(NETWORK + "TargetGroup");
        assertThat(group.get("HealthCheckProtocol").asString())
                .isEqualTo(integration.healthProbe().map(HealthProbe::protocol).orElse("TCP"));
        assertThat(group.path("HealthCheckPath").asString(""))
                .isEqualTo(integration.healthProbe().map(HealthProbe::path).orElse(""));
        assertThat(output("Integration")).isEqualTo(integration.key());
    }

    @Test
    void checks_every_port_of_github_enterprise_server_at_its_status_page() {
        service()
                .integration("github-enterprise-server")
                .ports(List.of(443, 22))
                .build();

        assertThat(resources(template(stack), NETWORK + "TargetGroup"))
                .hasSize(2)
                .allSatisfy(group -> assertThat(
                                group.at("/Properties/HealthCheckPath").asString())
                        .isEqualTo("/status"));
        assertThat(outbound()).containsExactly("172.31.5.6/32 tcp 443-443", "172.31.5.6/32 tcp 22-22");
    }
}
