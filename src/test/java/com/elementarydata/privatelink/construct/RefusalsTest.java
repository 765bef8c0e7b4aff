package com.elementarydata.privatelink.construct;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.integration.GitLabSelfManaged;
import com.elementarydata.privatelink.integration.HealthProbe;
import com.elementarydata.privatelink.integration.TcpService;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Elementary;
import com.elementarydata.privatelink.net.Port;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;

/** What is refused of props by their text alone, and what is left to CloudFormation. */
class RefusalsTest {

    private static final String TOKEN = "${Token[Given.12]}";
    private static final List<String> OTHERS = List.of("111122223333");

    private final Refusals refusals = new Refusals("Offer");

    private List<String> found() {
        try {
            refusals.throwIfAny();
            return List.of();
        } catch (IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage()).lines().toList();
        }
    }

    @Test
    void clients_are_blocks_of_at_most_a_slash_eight_each_once() {
        assertThat(refusals.parseClientCidrs(List.of("10.0.0.0/8", TOKEN))).containsExactly(Cidr.parse("10.0.0.0/8"));
        assertThat(found()).isEmpty();

        refusals.parseClientCidrs(List.of("10.0.0.0/7", "10.0.1.0/24", "10.0.1.0/24"));
        assertThat(found())
                .containsExactly(
                        "Offer: duplicate client CIDR 10.0.1.0/24; pass it once",
                        "Offer: the client CIDR 10.0.0.0/7 admits nearly everyone; name the subnets that connect, as in"
                                + " 10.0.1.0/24");
    }

    @Test
    void fails_without_any_client() {
        refusals.parseClientCidrs(List.of());

        assertThat(found()).singleElement().asString().startsWith("Offer: no client CIDR is given; ");
    }

    @Test
    void a_principal_that_is_a_token_is_taken_for_an_arn() {
        AllowedPrincipals.check(List.of(TOKEN, "111122223333"), refusals);

        assertThat(found()).isEmpty();
    }

    @Test
    void names_are_judged_together_once_each_of_them_is_one() {
        OfferedHostnames.check(TcpService.INTEGRATION, List.of("*.db.acme.example", TOKEN), OTHERS, refusals);
        assertThat(found()).isEmpty();

        OfferedHostnames.check(TcpService.INTEGRATION, List.of("*.db.acme.example"), OTHERS, refusals);
        OfferedHostnames.check(
                GitLabSelfManaged.INTEGRATION, List.of("a.acme.example", "b.acme.example"), OTHERS, refusals);
        assertThat(found())
                .hasSize(2)
                .anyMatch(line -> line.contains("\"*.db.acme.example\" alone would hide \"db.acme.example\""))
                .anyMatch(line -> line.contains("has one host"));
    }

    @Test
    void names_that_elementarys_clients_need_for_others_are_refused_where_it_connects() {
        OfferedHostnames.check(TcpService.INTEGRATION, List.of("acme.okta.com"), OTHERS, refusals);
        assertThat(found()).isEmpty();

        OfferedHostnames.check(
                TcpService.INTEGRATION,
                List.of("acme.okta.com"),
                List.of("arn:aws:iam::%s:root".formatted(Elementary.ACCOUNT_ID)),
                refusals);
        assertThat(found())
                .singleElement()
                .asString()
                .contains("\"acme.okta.com\" would hide names of \"okta.com\" from Elementary's clients");
    }

    @Test
    void a_probe_becomes_a_health_check_on_its_port_or_on_that_of_the_traffic() {
        HealthCheck own = HealthChecks.of(new HealthProbe("HTTPS", "/ready", Optional.of(Port.of(8443))));
        HealthCheck traffic = HealthChecks.of(new HealthProbe("HTTP", "/ready", Optional.empty()));

        assertThat(own.getProtocol()).isEqualTo(Protocol.HTTPS);
        assertThat(own.getPath()).isEqualTo("/ready");
        assertThat(HealthChecks.ownPort(own)).hasValue(8443);
        assertThat(HealthChecks.ownPort(traffic)).isEmpty();
        assertThat(HealthChecks.ownPort(
                        HealthCheck.builder().port("traffic-port").build()))
                .isEmpty();
    }
}
