package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Integrations;
import com.elementarydata.privatelink.integration.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class AddVerbTest {

    static final String CONFIG = "{\"privatelink-account-name\":\"maple.eu-west-1.privatelink\","
            + "\"privatelink-vpce-id\":\"com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdefa\","
            + "\"privatelink-account-url\":\"maple.eu-west-1.privatelink.snowflakecomputing.com\","
            + "\"privatelink_ocsp-url\":\"ocsp.maple.eu-west-1.privatelink.snowflakecomputing.com\","
            + "\"snowsight-privatelink-url\":\"app.eu-west-1.privatelink.snowflakecomputing.com\","
            + "\"regionless-snowsight-privatelink-url\":\"app-mapleorg-maple.privatelink.snowflakecomputing.com\","
            + "\"privatelink-internal-stage\":\"sfc-stage.s3.eu-west-1.amazonaws.com\"}";
    private static final String HANDOFF = """
            {"version": 1, "integration": "github-enterprise-server", "region": "eu-west-1",
             "awsAccountId": "678901234567", "serviceName": "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdefa",
             "hostnames": ["git.maple.example", "*.git.maple.example"], "ports": [443, 22],
             "availabilityZoneIds": ["euw1-az1", "euw1-az2"]}
            """;
    private static final String SERVICE = "--service-name com.amazonaws.vpce.us-east-2.vpce-svc-0123456789abcdefa"
            + " --aws-account-id 210987654321 --hostname stock.acme.example --ports 5432,6432";

    @TempDir
    private Path root;

    private FleetRun fleet;

    @BeforeEach
    void copy_the_example_fleet() throws IOException {
        fleet = FleetRun.in(root);
    }

    @Test
    void a_saved_snowflake_config_becomes_a_new_customers_file() throws IOException {
        Map<String, String> before = fleet.content();
        Path saved = Files.writeString(root.resolve("maple.json"), "\n" + CONFIG + "\n");

        FleetRun.Result result =
                fleet.run("add snowflake maple --availability-zone-ids euw1-az1,euw1-az2 --config " + saved);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(fleet.fleet().read("maple")).isEqualTo("""
                # yaml-language-server: $schema=../customer.schema.json
                id: maple
                connections:
                  - id: warehouse
                    integration: snowflake
                    availabilityZoneIds: [euw1-az1, euw1-az2]
                    dns: prepared
                    privatelinkConfig:
                      {
                        "privatelink-account-name": "maple.eu-west-1.privatelink",
                        "privatelink-vpce-id": "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdefa",
                        "privatelink-account-url": "maple.eu-west-1.privatelink.snowflakecomputing.com",
                        "privatelink_ocsp-url": "ocsp.maple.eu-west-1.privatelink.snowflakecomputing.com",
                        "snowsight-privatelink-url": "app.eu-west-1.privatelink.snowflakecomputing.com",
                        "regionless-snowsight-privatelink-url": "app-mapleorg-maple.privatelink.snowflakecomputing.com",
                        "privatelink-internal-stage": "sfc-stage.s3.eu-west-1.amazonaws.com"
                      }
                """);
        assertThat(result.out()).startsWith("""
                --- /dev/null
                +++ stacks/customers/maple.yaml
                @@ -0,0 +1,17 @@
                +# yaml-language-server: $schema=../customer.schema.json
                """).endsWith("""
                not covered: app.eu-west-1.privatelink.snowflakecomputing.com, which other Snowflake accounts share
                not covered: app-mapleorg-maple.privatelink.snowflakecomputing.com; add --include snowsight to cover it
                not covered: sfc-stage.s3.eu-west-1.amazonaws.com
                wrote stacks/customers/maple.yaml
                no DNS yet: set `dns: active` once the connection is accepted
                next: commit, and bin/privatelink plan maple --stacks stacks
                """);
        Map<String, String> after = fleet.content();
        after.remove("customers/maple.yaml");
        assertThat(after).isEqualTo(before);
        assertThat(fleet.run("validate").exitCode()).isZero();
    }

    @Test
    void a_config_on_standard_input_joins_the_connections_of_a_customer_and_gets_addresses() throws IOException {
        String before = fleet.fleet().read("birch");

        FleetRun.Result result = fleet.reading(
                CONFIG, "add snowflake birch --config - --include snowsight --availability-zone-ids euw1-az2,euw1-az4");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(fleet.fleet().read("birch")).startsWith(before + """
                          - id: warehouse
                            integration: snowflake
                            availabilityZoneIds: [euw1-az2, euw1-az4]
                            include: [snowsight]
                            dns: prepared
                            privatelinkConfig:
                              {
                        """);
        assertThat(fleet.content().get("addresses.lock.yaml")).contains("      euw1-az4: 10.64.38.0/23\n");
        assertThat(result.out())
                .contains(
                        "+++ stacks/customers/birch.yaml\n@@ -7,3 +7,18 @@\n",
                        "+++ stacks/addresses.lock.yaml\n",
                        "+      euw1-az4: 10.64.38.0/23\n")
                .doesNotContain("--include snowsight")
                .endsWith("""
                        wrote stacks/addresses.lock.yaml
                        wrote stacks/customers/birch.yaml
                        no DNS yet: set `dns: active` once the connection is accepted
                        next: commit, and bin/privatelink plan birch --stacks stacks
                        """);
        assertThat(fleet.run("validate").exitCode()).isZero();
    }

    @Test
    void a_workspace_is_only_prepared_until_it_is_registered() throws IOException {
        FleetRun.Result result = fleet.run("add databricks maple --region us-east-1 --aws-account-id 012345678901"
                + " --availability-zone-ids use1-az1,use1-az2"
                + " --workspace-url https://dbc-0a0a0a0a-0a0a.cloud.databricks.com");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(fleet.fleet().read("maple")).endsWith("""
                  - id: lakehouse
                    integration: databricks
                    region: us-east-1
                    availabilityZoneIds: [use1-az1, use1-az2]
                    workspaceUrl: https://dbc-0a0a0a0a-0a0a.cloud.databricks.com
                    awsAccountId: "012345678901"
                    dns: prepared
                """);
        assertThat(result.out())
                .contains("no DNS yet: set `dns: active` once the connection is accepted\n")
                .doesNotContain("new to the fleet");
    }

    @Test
    void what_a_github_enterprise_servers_customer_hands_off_is_all_that_is_needed() throws IOException {
        FleetRun.Result result =
                fleet.reading(HANDOFF, "add github-enterprise-server maple --handoff - --connection code");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(fleet.fleet().read("maple")).endsWith("""
                  - id: code
                    integration: github-enterprise-server
                    region: eu-west-1
                    availabilityZoneIds: [euw1-az1, euw1-az2]
                    awsAccountId: "678901234567"
                    serviceName: com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdefa
                    hostname: git.maple.example
                    subdomainIsolation: true
                    ports: [22, 443]
                    dns: prepared
                """);
        assertThat(result.out())
                .contains("new domain in the fleet: maple.example; make sure that it belongs to this customer\n");
    }

    @Test
    void a_github_enterprise_server_needs_no_more_than_its_name_and_its_services() throws IOException {
        FleetRun.Result result = fleet.run("add github-enterprise-server maple --hostname git.maple.example"
                + " --service-name com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdefa"
                + " --subdomain-isolation --dns active"
                + " --aws-account-id 678901234567 --availability-zone-ids euw1-az1,euw1-az2");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(fleet.fleet().read("maple")).endsWith("""
                  - id: git
                    integration: github-enterprise-server
                    region: eu-west-1
                    availabilityZoneIds: [euw1-az1, euw1-az2]
                    awsAccountId: "678901234567"
                    serviceName: com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdefa
                    hostname: git.maple.example
                    subdomainIsolation: true
                    dns: active
                """);
    }

    @Test
    void a_service_is_called_after_its_host_and_a_new_region_gets_addresses() throws IOException {
        String before = fleet.fleet().read("acme");

        FleetRun.Result result = fleet.run("add service acme --availability-zone-ids use2-az1,use2-az2 " + SERVICE);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(fleet.fleet().read("acme")).isEqualTo(before + """
                  - id: stock
                    integration: service
                    region: us-east-2
                    availabilityZoneIds: [use2-az1, use2-az2]
                    awsAccountId: "210987654321"
                    serviceName: com.amazonaws.vpce.us-east-2.vpce-svc-0123456789abcdefa
                    hostnames: [stock.acme.example]
                    ports: [5432, 6432]
                    dns: prepared
                """);
        assertThat(result.out()).contains("+  us-east-2:\n", "+    cidr: 10.64.80.0/20\n");
        assertThat(fleet.run("validate").exitCode()).isZero();
    }

    @Test
    void an_endpoint_across_regions_stands_in_productions_zones_whatever_the_document_says() throws IOException {
        FleetRun.Result result = fleet.reading(
                HANDOFF,
                "add github-enterprise-server maple --handoff - --connectivity cross-region"
                        + " --availability-zone-ids euc1-az1,euc1-az2");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(fleet.fleet().read("maple")).contains("""
                    region: eu-west-1
                    connectivity: cross-region
                    availabilityZoneIds: [euc1-az1, euc1-az2]
                """);
    }

    @Test
    void a_connection_is_called_by_a_number_where_its_name_is_taken() throws IOException {
        FleetRun.Result result =
                fleet.reading(CONFIG, "add snowflake acme --config - --availability-zone-ids euw1-az1,euw1-az2");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(fleet.fleet().read("acme")).contains("\n  - id: warehouse-2\n    integration: snowflake\n");
    }

    @Test
    void a_file_keeps_its_comments_its_line_ends_and_its_byte_order_mark() throws IOException {
        String before = "\uFEFF"
                + fleet.fleet().read("cedar").replace("\n", "\r\n").replace("    region", "    # ours\r\n    region");
        fleet.fleet().write("cedar", before);

        FleetRun.Result result =
                fleet.reading(CONFIG, "add snowflake cedar --config - --availability-zone-ids euw1-az1,euw1-az2");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(fleet.fleet().read("cedar"))
                .startsWith(before + "  - id: warehouse\r\n    integration: snowflake\r\n")
                .doesNotContainPattern("[^\\r]\\n");
        assertThat(fleet.run("validate").exitCode()).isZero();
    }

    @Test
    void a_dry_run_shows_the_same_and_writes_nothing() throws IOException {
        Map<String, String> before = fleet.content();
        String arguments = "add service acme --availability-zone-ids use2-az1,use2-az2 " + SERVICE;

        FleetRun.Result dry = fleet.run(arguments + " --dry-run");
        Map<String, String> after = new TreeMap<>(fleet.content());
        FleetRun.Result wet = fleet.run(arguments);

        assertThat(dry.exitCode()).isZero();
        assertThat(after).isEqualTo(before);
        String shown = dry.out().replace("dry run: nothing was written\n", "");
        assertThat(wet.out()).startsWith(shown).isNotEqualTo(shown);
    }

    @Test
    void another_customers_bad_file_stands_in_nobodys_way() throws IOException {
        fleet.fleet().write("cedar", "id: [cedar\n");

        FleetRun.Result result = fleet.run("add service acme --availability-zone-ids use2-az1,use2-az2 " + SERVICE);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).isEmpty();
    }

    @Test
    void one_zone_is_only_warned_of() {
        FleetRun.Result result = fleet.run("add service acme --availability-zone-ids use2-az1 " + SERVICE);

        assertThat(result.exitCode()).isZero();
        assertThat(result.err())
                .startsWith("--availability-zone-ids: PL206 warning: ")
                .hasLineCount(1);
    }

    @Test
    void a_person_at_a_terminal_is_asked_for_what_is_missing_until_it_is_right() throws IOException {
        FleetRun.Result result = fleet.answering("""
                vpce-0123456789abcdef0
                com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdefa
                678901234567
                git.maple.example
                eu-west-1a
                use1-az1
                euw1-az1, euw1-az2
                """, "add github-enterprise-server maple");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(fleet.fleet().read("maple")).contains("availabilityZoneIds: [euw1-az1, euw1-az2]\n");
        assertThat(result.err())
                .containsSubsequence(
                        "the endpoint service, such as com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0: ",
                        "\"vpce-0123456789abcdef0\" is not the name of an endpoint service; ",
                        "the customer's AWS account, 12 digits: ",
                        "the endpoint's AZ IDs in eu-west-1, such as euw1-az1,euw1-az2: ",
                        "\"eu-west-1a\" is not an AZ ID; ",
                        "use1-az1 is not in eu-west-1; give AZ IDs such as euw1-az1");
    }

    @Test
    void answers_that_were_refused_need_not_be_typed_again() throws IOException {
        FleetRun.Result result = fleet.answering("""
                com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdefa
                678901234567
                git.acme.example
                euw1-az1,euw1-az2
                """, "add github-enterprise-server maple");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("\"git.acme.example\" conflicts with").endsWith("""
                        nothing was written
                        your answers, to change and to add to the command: \
                        --service-name com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdefa \
                        --aws-account-id 678901234567 --hostname git.acme.example --availability-zone-ids euw1-az1,euw1-az2
                        """);
    }

    @Test
    void a_person_pastes_what_snowflake_prints() throws IOException {
        FleetRun.Result result =
                fleet.answering("not what it prints\n" + CONFIG + "\neuw1-az1,euw1-az2\n", "add snowflake maple");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).contains("AZ IDs in eu-west-1");
        assertThat(result.out()).doesNotContain("new domain");
        assertThat(fleet.fleet().read("maple")).contains("\"privatelink-account-name\": \"maple.eu-west-1.");
    }

    @ParameterizedTest
    @FieldSource("com.elementarydata.privatelink.integration.Integrations#ALL")
    void help_has_examples_and_no_option_of_another_integration(Integration integration) {
        FleetRun.Result help = fleet.run("add " + integration + " --help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).contains("bin/privatelink add " + integration + " ", "--discover", "--dry-run");
        assertThat(help.out().contains("--handoff")).isEqualTo(integration.isHostedByCustomer());
        assertThat(help.out().contains("--connectivity")).isEqualTo(integration.crossesRegions());
        Integrations.ALL.stream()
                .flatMap(any -> any.keys().stream())
                .filter(key -> key.option().isPresent() && !key.equals(Keys.HOSTNAME))
                .forEach(key -> assertThat(
                                help.out().contains(key.option().get().name()))
                        .as(key.name())
                        .isEqualTo(integration.keys().stream()
                                .anyMatch(own -> own.option().isPresent()
                                        && own.option()
                                                .get()
                                                .names()
                                                .equals(key.option().get().names()))));
    }
}
