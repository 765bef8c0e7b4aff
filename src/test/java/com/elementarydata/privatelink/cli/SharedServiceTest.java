package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.fleet.ExpectedPaths;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.integration.Acceptance;
import com.elementarydata.privatelink.judge.ServiceOwner;
import com.elementarydata.privatelink.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two customers of one vendor who has one endpoint service in a Region. */
class SharedServiceTest {

    private static final Path CASE = Path.of("src/test/cases/shared-service/stacks");

    @TempDir
    private Path folder;

    @BeforeEach
    void copy_the_case() throws IOException {
        Files.createDirectories(folder.resolve("customers"));
        for (String file :
                List.of("network.yaml", "addresses.lock.yaml", "customers/alpha.yaml", "customers/beta.yaml")) {
            Files.copy(CASE.resolve(file), folder.resolve(file));
        }
    }

    private void replace(String file, String text, String by) throws IOException {
        String before = Files.readString(folder.resolve(file));
        assertThat(before).contains(text);
        Files.writeString(folder.resolve(file), before.replace(text, by));
    }

    private CheckedFleet checked() {
        return CheckedFleet.of(FleetFolder.read(folder));
    }

    private List<String> problems() {
        return checked().problems().stream().map(Problem::toString).toList();
    }

    @Test
    void is_taken_where_the_network_names_it_with_the_vendors_account_or_without() {
        assertThat(problems()).isEmpty();
    }

    @Test
    void fails_where_the_network_does_not_name_it_and_says_where_it_would() throws IOException {
        replace("network.yaml", "0a0a0a0a0a0a0a0a0", "0b0b0b0b0b0b0b0b0");
        replace("customers/beta.yaml", "    serviceName", "    awsAccountId: \"111122223333\"\n    serviceName");

        assertThat(problems())
                .hasSize(1)
                .allSatisfy(problem -> assertThat(problem)
                        .contains(": PL309 ")
                        .endsWith(
                                "a vendor's that serves many customers is named under sharedServices in network.yaml"));
    }

    @Test
    void fails_without_an_account_where_the_network_does_not_name_it() throws IOException {
        replace("network.yaml", "0a0a0a0a0a0a0a0a0", "0b0b0b0b0b0b0b0b0");

        assertThat(problems()).anyMatch(problem -> problem.contains("PL112 the key \"awsAccountId\" is missing"));
    }

    @Test
    void fails_for_two_customers_of_one_name_all_the_same() throws IOException {
        replace("customers/beta.yaml", "betasvc1", "alphasvc1");

        assertThat(problems()).hasSize(1).allMatch(problem -> problem.contains(": PL302 the hostname"));
    }

    @Test
    void is_of_a_vendor_with_whom_the_customer_registers_the_endpoint() {
        Fleet fleet = checked().fleet().orElseThrow();
        ExpectedPath path =
                new ExpectedPaths(fleet).of(fleet.customers().get(0)).get(0);

        assertThat(path.hostedByCustomer()).isFalse();
        assertThat(path.owner()).isEmpty();
        assertThat(ServiceOwner.of(path).acceptance()).isEqualTo(Acceptance.REGISTRATION);
    }

    @Test
    void is_added_without_the_account_which_vendors_do_not_publish() throws IOException {
        VerbRun add = VerbRun.of(
                "add",
                "service",
                "gamma",
                "--service-name",
                "com.amazonaws.vpce.us-east-1.vpce-svc-0a0a0a0a0a0a0a0a0",
                "--hostname",
                "gammasvc1.us-east-1.vpce.aws.clickhouse.cloud",
                "--ports",
                "8443",
                "--availability-zone-ids",
                "use1-az1,use1-az2",
                "--stacks",
                folder.toString());

        assertThat(add.exitCode()).as(add.err()).isZero();
        assertThat(problems()).isEmpty();
        assertThat(folder.resolve("customers/gamma.yaml")).content().doesNotContain("awsAccountId");
    }

    @Test
    void has_a_runbook_that_asks_the_customer_for_no_load_balancer() {
        assertThat(VerbRun.of("runbook", "beta", "--stacks", CASE.toString()).data())
                .contains(
                        "**2. Register Elementary's endpoint with ClickHouse Cloud.**",
                        "`betasvc1.us-east-1.vpce.aws.clickhouse.cloud`")
                .doesNotContain("load balancer", "provider accept", "{{");
    }
}
