package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.FleetCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each leaves the fleet as it was, to the byte. */
class AddRefusalsTest {

    private static final String ZONES = " --availability-zone-ids euw1-az1,euw1-az2";
    private static final String SERVICE = "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdefa";
    private static final String STOCK =
            "add service maple --aws-account-id 678901234567 --ports 5432 --service-name " + SERVICE + ZONES;

    private static final String OHIO =
            STOCK.replace("eu-west-1", "us-east-2").replace("euw1", "use2").replace("cdefa", "cdefb")
                    + " --hostname moved.maple.example";

    @TempDir
    private Path root;

    private FleetRun fleet;
    private SortedMap<String, String> before;

    @BeforeEach
    void copy_the_example_fleet() throws IOException {
        fleet = FleetRun.in(root);
        before = fleet.content();
    }

    @AfterEach
    void nothing_was_written() throws IOException {
        assertThat(fleet.content()).isEqualTo(before);
    }

    private void write(String customer, String text) throws IOException {
        fleet.fleet().write(customer, text);
        before = fleet.content();
    }

    private void assertRefused(FleetRun.Result result, String... lines) {
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo(String.join("\n", lines) + "\nnothing was written\n");
    }

    @Test
    void fails_with_a_profile_and_nothing_to_ask_aws_for() {
        FleetRun.Result result = fleet.run(STOCK + " --hostname stock.maple.example --profile production");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("--profile requires --discover; add --discover, or remove --profile\n");
    }

    @Test
    void fails_with_a_resolver_and_nothing_to_ask_it_or_with_what_is_none() {
        FleetRun.Result unasked = fleet.run(STOCK + " --hostname stock.maple.example --resolver 192.0.2.53");
        FleetRun.Result none = fleet.run(STOCK + " --hostname stock.maple.example --discover --resolver dns://a");

        assertThat(unasked.exitCode()).isEqualTo(2);
        assertThat(unasked.err()).startsWith("--resolver requires --discover; add --discover, or remove --resolver\n");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("\"dns://a\" is not the address of a resolver");
    }

    @Test
    void fails_for_what_is_wrong_with_a_connection_that_has_no_safe_place_either() throws IOException {
        write("maple", """
                id: maple
                connections: [{id: git, integration: databricks, region: eu-west-1,
                  availabilityZoneIds: [euw1-az1, euw1-az2], workspaceUrl: "https://dbc-0a0a0a0a-0a0a.cloud.databricks.com"}]
                """);

        FleetRun.Result result = fleet.run(STOCK + " --hostname stock.maple.example\u009b31m");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("--hostname: PL102 ").doesNotContain("\u009b", "dashes");
    }

    @Test
    void fails_off_a_terminal_with_a_line_for_each_thing_that_is_missing() {
        FleetRun.Result result = fleet.run("add service maple --hostname stock.maple.example");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo("""
                --service-name is missing: the endpoint service, such as com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0
                --aws-account-id is missing: the customer's AWS account, 12 digits
                --ports is missing: the TCP ports, such as 5432
                --availability-zone-ids is missing: the endpoint's AZ IDs, such as euw1-az1,euw1-az2
                nothing was written
                """);
    }

    @Test
    void fails_where_a_person_ends_the_input_instead_of_answering() {
        FleetRun.Result result = fleet.answering("", "add databricks maple --region us-east-1");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("--workspace-url is missing: ", "--availability-zone-ids is missing: ");
    }

    @Test
    void fails_without_asking_where_standard_input_is_the_config() {
        FleetRun.Result result = fleet.answering(AddVerbTest.CONFIG, "add snowflake maple --config -");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("--availability-zone-ids is missing: ")
                .hasLineCount(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/etc/passwd", "Acme", "acme.yaml", "a/b", "con"})
    void fails_for_a_customer_that_is_no_id(String customer) {
        FleetRun.Result result = fleet.run("add databricks " + customer);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("\"" + customer + "\" is");
    }

    @Test
    void fails_with_the_options_that_are_wrong_all_at_once() {
        FleetRun.Result result = fleet.run(STOCK.replace("5432", "99999,x").replace("euw1-az2", "eu-west-1b")
                + " --connection Stock_1" + " --hostname https://stock.maple.example --dns Active");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err().lines())
                .hasSize(7)
                .anyMatch(line -> line.startsWith("--connection: PL201 \"Stock_1\" is not an id; "))
                .anyMatch(line -> line.startsWith("--availability-zone-ids: PL204 \"eu-west-1b\" is not an AZ ID; "))
                .anyMatch(
                        line -> line.startsWith("--hostname: PL210 \"https://stock.maple.example\" is not a hostname"))
                .anyMatch(line -> line.startsWith("--ports: PL113 expected a whole number, found \"x\"; "))
                .anyMatch(line -> line.startsWith("--ports: PL209 99999 "))
                .anyMatch(line -> line.startsWith("--dns: PL114 \"Active\" is not allowed"));
    }

    @Test
    void fails_for_a_value_that_would_be_more_than_a_value() {
        FleetRun.Result result =
                fleet.run(STOCK.replace("5432", "5432]\n\tdns:\tactive") + " --hostname a]\n-\tid:\tb");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err().lines())
                .allMatch(line -> line.startsWith("--hostname: ")
                        || line.startsWith("--ports: ")
                        || line.equals("nothing was written"));
    }

    @Test
    void fails_for_a_secret_and_does_not_repeat_it() {
        String secret = "ghp_" + "abcdefghij0123456789".repeat(2);

        FleetRun.Result option = fleet.run(STOCK + " --hostname " + secret);
        FleetRun.Result config = fleet.reading(
                AddVerbTest.CONFIG.replace("sfc-stage", secret), "add snowflake maple --config -" + ZONES);

        assertThat(option.exitCode()).isEqualTo(1);
        assertThat(option.err()).contains("--hostname: PL402 this looks like a GitHub token; ");
        assertThat(config.exitCode()).isEqualTo(1);
        assertThat(config.err()).startsWith("standard input:1:").contains("PL402 this looks like a GitHub token");
        assertThat(option.err() + config.err() + option.out() + config.out()).doesNotContain(secret);
    }

    @Test
    void fails_with_the_lines_of_the_saved_config() throws IOException {
        Path saved = Files.writeString(
                root.resolve("maple.json"),
                AddVerbTest.CONFIG.replace(",", ",\n").replace("ocsp.maple", "ocsp.fir"));

        FleetRun.Result result = fleet.run("add snowflake maple --config " + saved + ZONES);

        assertRefused(
                result,
                saved
                        + ":4:24: PL211 \"ocsp.fir.eu-west-1.privatelink.snowflakecomputing.com\" is not the OCSP responder"
                        + " of \"maple.eu-west-1.privatelink.snowflakecomputing.com\"; paste the whole output of"
                        + " one account");
    }

    @Test
    void fails_for_what_snowflake_does_not_print() {
        assertRefused(
                fleet.reading("{\"a\": \"b\"}", "add snowflake maple --config -" + ZONES),
                "standard input: PL211 the configuration has no \"privatelink-account-url\"; paste the whole output of"
                        + " SELECT SYSTEM$GET_PRIVATELINK_CONFIG()",
                "standard input: PL211 the configuration has no \"privatelink-vpce-id\"; paste the whole output of"
                        + " SELECT SYSTEM$GET_PRIVATELINK_CONFIG()");
    }

    @Test
    void fails_for_a_file_that_can_not_be_read() {
        assertRefused(
                fleet.run("add snowflake maple --config nowhere.json" + ZONES),
                "\"nowhere.json\" can't be read: it does not exist; name a file, or - for standard input");
    }

    @Test
    void fails_for_a_document_that_is_wrong_or_of_another_integration() {
        String document = "{\"version\": 1, \"integration\": \"service\", \"region\": \"eu-west-1\","
                + " \"awsAccountId\": \"678901234567\", \"serviceName\": \"" + SERVICE + "\","
                + " \"hostnames\": [\"stock.maple.example\"], \"ports\": [%s], \"availabilityZoneIds\": []}";

        assertRefused(
                fleet.reading(document.formatted("0"), "add service maple --handoff -" + ZONES),
                "standard input:1:219: PL209 0 is not a TCP port; give a number from 1 to 65535");
        assertRefused(
                fleet.reading(document.formatted("1"), "add github-enterprise-server maple --handoff -" + ZONES),
                "standard input is the handoff of a service; add it with privatelink add service");
        FleetRun.Result twice =
                fleet.reading(document.formatted("1"), "add service maple --handoff - --ports 5432 --region eu-west-1");
        assertThat(twice.exitCode()).isEqualTo(2);
        assertThat(twice.err()).startsWith("--region cannot be combined with --handoff, which already gives it\n");
    }

    @Test
    void fails_for_a_service_or_a_hostname_of_another_customers() {
        FleetRun.Result result =
                fleet.run(STOCK.replace(SERVICE, "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1")
                        + " --hostname git.acme.example");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err().lines())
                .anyMatch(line -> line.startsWith("--hostname: PL302 ") && line.contains("stacks/customers/acme.yaml:"))
                .anyMatch(line -> line.startsWith("--service-name: PL309 "));
    }

    @Test
    void fails_where_the_connection_is_there_already() throws IOException {
        String again = "--region us-east-1 --workspace-url https://dbc-1a2b3c4d-5e6f.cloud.databricks.com"
                + " --availability-zone-ids use1-az1,use1-az2";

        assertRefused(
                fleet.run("add databricks birch " + again),
                "the connection \"birch/lakehouse\" already connects to com.amazonaws.vpce.us-east-1.vpce-svc-09143d1e626de2f04"
                        + " (stacks/customers/birch.yaml:4:9); edit it there, or give a second one an id with"
                        + " --connection");
        assertRefused(
                fleet.run("add databricks birch --connection lakehouse " + again),
                "the connection \"birch/lakehouse\" exists already (stacks/customers/birch.yaml:4:9); edit it"
                        + " there, or choose another id with --connection");
    }

    @Test
    void fails_where_the_customers_file_is_wrong_already() throws IOException {
        write("birch", fleet.fleet().read("birch").replace("us-east-1", "us-east-9"));

        FleetRun.Result result = fleet.run("add databricks birch");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).startsWith("stacks/customers/birch.yaml:6:13: PL203 \"us-east-9\" is not");
    }

    @Test
    void fails_where_connections_are_in_brackets_and_says_what_to_paste() throws IOException {
        write("maple", """
                id: maple
                connections: [{id: db, integration: service, region: eu-west-1, availabilityZoneIds: [euw1-az1, euw1-az2],
                  awsAccountId: "678901234567", serviceName: com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdefb,
                  hostnames: [db.maple.example], ports: [5432]}]
                """);

        FleetRun.Result result = fleet.run(STOCK + " --hostname stock.maple.example");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("stacks/customers/maple.yaml: the connections are not in lines that begin with dashes")
                .contains("\n  - id: stock\n    integration: service\n")
                .endsWith("nothing was written\n");
    }

    @Test
    void fails_where_the_pool_of_addresses_is_exhausted() throws IOException {
        fleet = new FleetRun(FleetCopy.withoutCustomers(root.resolve("small")));
        Path network = fleet.fleet().folder().resolve("network.yaml");
        Files.writeString(network, Files.readString(network).replace("10.64.0.0/10", "10.64.0.0/20"));
        assertThat(fleet.run(STOCK + " --hostname stock.maple.example").exitCode())
                .isZero();
        before = fleet.content();

        FleetRun.Result result = fleet.run(OHIO);

        assertRefused(
                result,
                "stacks/addresses.lock.yaml:1:1: PL306 the pool 10.64.0.0/20 has no /20 left for us-east-2; give"
                        + " network.yaml a larger regionalCidrPool");
    }
}
