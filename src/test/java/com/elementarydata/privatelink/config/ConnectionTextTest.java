package com.elementarydata.privatelink.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.DnsState;
import com.elementarydata.privatelink.model.Handoff;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionTextTest {

    @TempDir
    private Path fleet;

    @Test
    void a_service_becomes_a_connection_with_all_that_was_handed_off() throws IOException {
        Handoff handoff = handoff("service", "[\"orders.maple.example\", \"*.orders.maple.example\"]", "[5432, 6432]");

        Connection connection = written(handoff, DnsState.PREPARED);

        assertThat(connection.integration()).isEqualTo(handoff.integration());
        assertThat(connection.address().hostnames())
                .extracting(Object::toString)
                .containsExactly("*.orders.maple.example", "orders.maple.example");
        assertThat(connection.address().ports()).extracting(Object::toString).containsExactly("5432", "6432");
        assertThat(connection.address().serviceName())
                .hasToString("com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0");
        assertThat(connection.awsAccountId()).contains(handoff.awsAccountId());
        assertThat(connection.availabilityZoneIds())
                .extracting(Object::toString)
                .containsExactly("euw1-az1", "euw1-az2");
        assertThat(connection.isActive()).isFalse();
    }

    @Test
    void a_github_enterprise_server_with_names_below_its_own_has_subdomain_isolation() throws IOException {
        Connection connection = written(
                handoff("github-enterprise-server", "[\"git.maple.example\", \"*.git.maple.example\"]", "[443]"),
                DnsState.ACTIVE);

        assertThat(connection.address().hostnames())
                .extracting(Object::toString)
                .containsExactly("*.git.maple.example", "git.maple.example");
        assertThat(connection.isActive()).isTrue();
    }

    private Connection written(Handoff handoff, DnsState dns) throws IOException {
        Files.createDirectories(fleet.resolve("customers"));
        Files.copy(Path.of("stacks/network.yaml"), fleet.resolve("network.yaml"));
        Files.writeString(
                fleet.resolve("customers/maple.yaml"),
                ConnectionText.of("main", handoff, dns).customer("maple"));

        CheckedFleet checked = CheckedFleet.of(FleetFolder.read(fleet));

        assertThat(checked.problems()).extracting(Problem::code).containsOnly(ProblemCode.PL303);
        List<Customer> customers = checked.fleet().orElseThrow().customers();
        return customers.get(0).connections().get(0);
    }

    private static Handoff handoff(String integration, String hostnames, String ports) {
        String document = """
                {"version": 1, "integration": "%s", "region": "eu-west-1", "awsAccountId": "678901234567",
                 "serviceName": "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0", "hostnames": %s,
                 "ports": %s, "availabilityZoneIds": ["euw1-az2", "euw1-az1"]}
                """.formatted(integration, hostnames, ports);
        HandoffDocument read = HandoffDocument.read("handoff.json", document.getBytes(StandardCharsets.UTF_8));
        assertThat(read.problems()).isEmpty();
        return read.handoff().orElseThrow();
    }
}
