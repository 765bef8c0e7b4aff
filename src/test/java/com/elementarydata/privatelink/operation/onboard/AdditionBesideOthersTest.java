package com.elementarydata.privatelink.operation.onboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.FleetCopy;
import com.elementarydata.privatelink.config.ConnectionText;
import com.elementarydata.privatelink.dns.DnsResolver;
import com.elementarydata.privatelink.integration.Keys;
import com.elementarydata.privatelink.integration.TcpService;
import com.elementarydata.privatelink.model.Identifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection that is added where the customer, and others, have some already. */
class AdditionBesideOthersTest {

    @TempDir
    private Path folder;

    private final List<String> out = new ArrayList<>();
    private final List<String> err = new ArrayList<>();
    private FleetCopy fleet;

    @BeforeEach
    void copy() throws IOException {
        fleet = FleetCopy.in(folder);
    }

    /** A customer with a connection in some zones of a Region. */
    private void customer(String id, String region, String zones, String service) throws IOException {
        fleet.write(id, """
                id: %1$s
                connections:
                  - id: db
                    integration: service
                    region: %2$s
                    availabilityZoneIds: [%3$s]
                    awsAccountId: "678901234567"
                    serviceName: com.amazonaws.vpce.%2$s.vpce-svc-%4$s
                    hostnames: [db.%1$s.example]
                    ports: [5432]
                """.formatted(id, region, zones, service));
    }

    private void addGitToGum(boolean dryRun) throws IOException {
        ConnectionText text = new ConnectionText(TcpService.INTEGRATION);
        text.write(Keys.REGION, List.of("eu-west-1"), "--region");
        text.write(Keys.AWS_ACCOUNT_ID, List.of("678901234567"), "--aws-account-id");
        text.write(
                Keys.SERVICE_NAME,
                List.of("com.amazonaws.vpce.eu-west-1.vpce-svc-0ee55ff6600771188"),
                "--service-name");
        text.write(Keys.HOSTNAMES, List.of("git.gum.example"), "--hostname");
        text.write(Keys.PORTS, List.of(443), "--port");
        text.texts("availabilityZoneIds", List.of("euw1-az1"), "--zones").id("git");
        new Addition(FleetDraft.of(fleet.folder(), Identifier.parse("gum")), text, "--zones", out::add, err::add)
                .run(Optional.empty(), DnsResolver.ofThisMachine(), false, dryRun);
    }

    @Test
    void the_customers_warnings_are_given_where_each_came_from_and_not_those_of_others() throws IOException {
        customer("gum", "eu-west-1", "euw1-az1", "0ee55ff6600771199");
        customer("hazel", "eu-west-1", "euw1-az1", "0ee55ff66007711aa");

        addGitToGum(true);

        assertThat(err)
                .hasSize(2)
                .anyMatch(line ->
                        line.startsWith(fleet.folder().resolve("customers/gum.yaml") + ":6:27: PL206 warning: "))
                .anyMatch(line -> line.startsWith("--zones: PL206 warning: "));
    }

    @Test
    void addresses_that_the_customer_has_lacked_so_far_are_allocated_with_those_of_the_new_connection()
            throws IOException {
        customer("gum", "us-east-2", "use2-az1, use2-az2", "0ee55ff6600771199");

        addGitToGum(false);

        assertThat(Files.readString(fleet.folder().resolve("addresses.lock.yaml")))
                .contains("  us-east-2:\n");
        assertThat(fleet.read("gum")).contains("  - id: db\n", "  - id: git\n");
    }

    @Test
    void only_a_service_that_the_network_names_is_shared() {
        FleetDraft draft = FleetDraft.of(Path.of("src/test/cases/shared-service/stacks"), Identifier.parse("gum"));

        assertThat(draft.shares("com.amazonaws.vpce.us-east-1.vpce-svc-0a0a0a0a0a0a0a0a0"))
                .isTrue();
        assertThat(draft.shares("com.amazonaws.vpce.us-east-1.vpce-svc-0b0b0b0b0b0b0b0b0"))
                .isFalse();
    }
}
