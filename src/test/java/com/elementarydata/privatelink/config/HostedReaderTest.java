package com.elementarydata.privatelink.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.net.Port;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostedReaderTest {

    private static CustomerText read(String hostname, String... keys) {
        return CustomerText.ofConnection("""
                integration: github-enterprise-server
                region: eu-west-1
                availabilityZoneIds: [euw1-az1, euw1-az2]
                awsAccountId: "210987654321"
                serviceName: com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1
                hostname: "%s"
                %s
                """.formatted(hostname, String.join("\n", keys)));
    }

    @Test
    void leads_the_exact_host_over_https() {
        assertThat(read("git.acme.example").hostnames()).containsExactly("git.acme.example");
        assertThat(read("git.acme.example").connection().address().ports()).containsExactly(Port.of(443));
    }

    @Test
    void leads_all_names_below_the_host_where_subdomain_isolation_is_on() {
        assertThat(read("git.acme.example", "subdomainIsolation: true").hostnames())
                .containsExactly("*.git.acme.example", "git.acme.example");
        assertThat(read("git.acme.example", "subdomainIsolation: false").hostnames())
                .containsExactly("git.acme.example");
    }

    @Test
    void takes_other_ports_instead() {
        assertThat(read("git.acme.example", "ports: [22, 443]")
                        .connection()
                        .address()
                        .ports())
                .containsExactly(Port.of(22), Port.of(443));
    }

    @ParameterizedTest
    @ValueSource(ints = {122, 8080, 8443})
    void fails_on_ports_that_only_administrators_use(int port) {
        assertThat(read("git.acme.example", "ports: [443, %d]".formatted(port)).problems())
                .singleElement()
                .asString()
                .contains("PL209", String.valueOf(port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "99999", "123456", "-1", "99999999999999999999"})
    void fails_on_what_is_no_port(String port) {
        assertThat(read("git.acme.example", "ports: [443, %s]".formatted(port)).problems())
                .singleElement()
                .asString()
                .contains("PL209 %s is not a TCP port".formatted(port));
    }

    @ParameterizedTest
    @CsvSource({
        "*.git.acme.example, 'give the host itself, and \"subdomainIsolation: true\" for the names below it'",
        "https://git.acme.example/, give the host alone: git.acme.example",
        "10.1.2.3, 'give the name that clients use, not an address'",
        "Git.acme.example, write git.acme.example"
    })
    void fails_on_what_is_no_host(String hostname, String remedy) {
        assertThat(read(hostname).problems())
                .singleElement()
                .asString()
                .startsWith("acme.yaml:9:15: PL210 \"%s\" ".formatted(hostname))
                .endsWith("; " + remedy);
    }

    @Test
    void fails_without_what_only_the_customer_knows() {
        assertThat(CustomerText.ofConnection(
                                "integration: github-enterprise-server\navailabilityZoneIds: [euw1-az1, euw1-az2]")
                        .problems())
                .extracting(problem -> problem.replaceAll(".*key \"([A-Za-z]+)\" is missing.*", "$1"))
                .containsExactly("awsAccountId", "hostname", "region", "serviceName");
    }
}
