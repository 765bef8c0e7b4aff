package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.FleetCopy;
import com.elementarydata.privatelink.cli.MarkdownDocument.Task;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.operation.runbook.DeployedConnection;
import com.elementarydata.privatelink.operation.runbook.Runbook;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunbookVerbTest {

    private static final String ENDPOINT = "vpce-0a1b2c3d4e5f67081";
    private static final String PLACEHOLDER = "<endpoint id: after deployment>";

    @TempDir
    private Path folder;

    private FleetCopy fleet;

    @BeforeEach
    void copy_the_example_fleet() throws IOException {
        fleet = FleetCopy.in(folder);
    }

    private VerbRun runbook(String customer, String... more) {
        List<String> arguments = new ArrayList<>(List.of("runbook", customer));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("--stacks", fleet.folder().toString()));
        return VerbRun.of(arguments.toArray(String[]::new));
    }

    private MarkdownDocument document(String customer, String... more) {
        return MarkdownDocument.of(runbook(customer, more).data());
    }

    private void replace(String customer, String text, String by) throws IOException {
        assertThat(fleet.read(customer)).contains(text);
        fleet.write(customer, fleet.read(customer).replace(text, by));
    }

    private Path outputs(String json) throws IOException {
        return Files.writeString(folder.resolve("outputs.json"), json);
    }

    private static String outputsOf(String stack, String connection, String service) {
        return """
                {"%s": {"%2$sEndpointId": "%3$s", "%2$sServiceName": "com.amazonaws.vpce.%4$s"}}
                """.formatted(stack, connection, ENDPOINT, service);
    }

    @Test
    void gives_the_text_of_the_support_case_and_both_statements_of_sql() {
        MarkdownDocument document = document("acme");

        assertThat(document.code("text"))
                .anySatisfy(text -> assertThat(text)
                        .startsWith("Subject: ")
                        .contains("the AWS account 743289191656", "acmeorg-acme in the AWS Region us-west-2"));
        assertThat(document.code("sql"))
                .contains(
                        "USE ROLE ACCOUNTADMIN;\nSELECT SYSTEM$GET_PRIVATELINK_CONFIG();\n",
                        "SELECT CURRENT_ORGANIZATION_NAME() || '-' || CURRENT_ACCOUNT_NAME();\n");
    }

    @Test
    void names_the_account_by_its_organization_and_not_by_a_redirected_connection() {
        assertThat(document("elm-energy").code("text"))
                .contains("elmgrp-energy.privatelink\n")
                .noneMatch(text -> text.contains("elmgrp-primary"));
    }

    @Test
    void names_the_account_by_its_region_where_the_configuration_has_no_other_name() throws IOException {
        replace("acme", "\"regionless-privatelink-account-url\"", "\"another-url\"");
        replace("acme", "\"regionless-privatelink-ocsp-url\"", "\"another-ocsp-url\"");

        VerbRun run = runbook("acme");

        assertThat(MarkdownDocument.of(run.data()).code("text")).contains("acme.us-west-2.privatelink\n");
        assertThat(run.out())
                .contains("acme.us-west-2 in the AWS Region us-west-2")
                .contains("has a `regionless-privatelink-account-url`");
    }

    @Test
    void allows_the_endpoint_or_the_addresses_of_the_clients_and_forces_nobody_onto_privatelink() throws IOException {
        Path outputs = outputs(
                outputsOf("PrivateLink-Customer-acme-us-west-2", "Warehouse", "us-west-2.vpce-svc-0123456789abcdef0"));

        VerbRun run = runbook("acme", "--outputs", outputs.toString());

        assertThat(MarkdownDocument.of(run.data()).code("sql"))
                .anySatisfy(sql -> assertThat(sql)
                        .contains("MODE = INGRESS", "TYPE = AWSVPCEID", "VALUE_LIST = ('%s')".formatted(ENDPOINT)))
                .anySatisfy(sql -> assertThat(sql)
                        .contains("TYPE = IPV4", "VALUE_LIST = ('10.0.1.0/24', '10.0.2.0/24', '10.0.3.0/24')"));
        assertThat(run.out())
                .doesNotContain("ENFORCE_PRIVATELINK", "SYSTEM$AUTHORIZE_PRIVATELINK", "10.0.1.x", "10.64.");
    }

    @Test
    void takes_account_and_addresses_from_the_fleets_network() throws IOException {
        Path network = fleet.folder().resolve("network.yaml");
        Files.writeString(
                network,
                Files.readString(network)
                        .replace("[10.0.1.0/24, 10.0.2.0/24, 10.0.3.0/24]", "[10.0.7.0/24]")
                        .replace("\"743289191656\"", "\"111122223333\""));

        assertThat(runbook("acme").data())
                .contains("`10.0.7.0/24`", "('10.0.7.0/24')", "account 111122223333", "arn:aws:iam::111122223333:root")
                .doesNotContain("10.0.1.0/24", "743289191656");
    }

    @Test
    void warns_of_public_access_and_says_which_id_databricks_wants() {
        assertThat(runbook("birch").data())
                .contains("Set it to False only if all your systems and users reach the workspace over PrivateLink")
                .contains("the id that Databricks gave the *registration*")
                .contains("about 20 minutes")
                .contains("workspace: `https://dbc-1a2b3c4d-5e6f.cloud.databricks.com`", "`123456789012`");
    }

    @Test
    void does_not_speak_of_an_account_that_nobody_named() {
        assertThat(runbook("cedar").data())
                .doesNotContain("your AWS account: ``")
                .contains("`345678901234`");
        assertThat(document("cedar").tasks()).hasSize(6 + 3 + 6 + 3);
    }

    @Test
    void gives_the_command_that_accepts_this_endpoint_and_no_other() throws IOException {
        Path outputs = outputs(
                outputsOf("PrivateLink-Customer-acme-eu-west-1", "Git", "eu-west-1.vpce-svc-0123456789abcdef1"));

        List<String> code = document("acme", "--outputs", outputs.toString()).code("text");

        assertThat(code)
                .contains(
                        "bin/privatelink provider accept --service-name"
                                + " com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1 --endpoint-id %s\n"
                                        .formatted(ENDPOINT),
                        "aws ec2 accept-vpc-endpoint-connections --region eu-west-1 --service-id"
                                + " vpce-svc-0123456789abcdef1 --vpc-endpoint-ids %s\n".formatted(ENDPOINT));
        // what is not deployed yet stays open
        assertThat(code).anyMatch(text -> text.contains(PLACEHOLDER) && text.contains("us-east-2"));
    }

    @Test
    void asks_for_supported_regions_only_across_regions() throws IOException {
        assertThat(runbook("acme").data()).containsOnlyOnce("**Supported Regions** must include `eu-central-1`");
        assertThat(runbook("dogwood").data()).doesNotContain("Supported Regions");
    }

    @ParameterizedTest
    @CsvSource({
        "'',                false, 1",
        "pendingAcceptance, false, 1 2 E",
        "PendingAcceptance, true,  1 2 E D",
        "pending,           false, 1 2 4 E",
        "available,         false, 1 2 4 5 E A",
        "available,         true,  1 2 4 5 E A D",
        "rejected,          false, 1 2 E",
    })
    void ticks_off_what_is_known_to_be_done(String state, boolean dnsActive, String ticked) throws IOException {
        Optional<String> known = Optional.of(state).filter(text -> !text.isEmpty());
        DeployedConnection deployed = new DeployedConnection(known.map(text -> ENDPOINT), known, dnsActive);
        CheckedFleet checked = CheckedFleet.of(FleetFolder.read(fleet.folder()));
        Fleet whole = checked.fleet().orElseThrow();
        Customer dogwood = checked.customers(List.of("dogwood")).get(0);

        String text = new Runbook(whole.network(), dogwood, owned -> deployed).markdown();

        assertThat(MarkdownDocument.of(text).tasks().stream().filter(Task::done).map(task -> step(task.words())))
                .containsExactly(ticked.split(" "));
        known.ifPresent(word -> assertThat(text).contains("Its state is `%s`.".formatted(word)));
    }

    /** The customer's steps by their numbers, Elementary's by a letter. */
    private static String step(String words) {
        return words.startsWith("The endpoint, in ")
                ? "E"
                : words.startsWith("The endpoint is ")
                        ? "A"
                        : words.startsWith("For Elementary") ? "D" : words.substring(0, 1);
    }

    @Test
    void hands_out_no_endpoint_that_leads_to_another_service_than_the_file() throws IOException {
        Path outputs = outputs(
                outputsOf("PrivateLink-Customer-acme-eu-west-1", "Git", "eu-west-1.vpce-svc-0123456789abcdef9"));

        assertThat(runbook("acme", "--outputs", outputs.toString()).data()).doesNotContain(ENDPOINT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json | this is not JSON",
                "[] | this is not an object with the outputs of stacks",
                "{\"PrivateLink-Customer-acme-eu-west-1\": \"x\"} | this is not an object with the outputs of stacks",
                "{} | no stack of the customer \"acme\" is in it",
                "{\"PrivateLink-Customer-birch-us-east-1\": {}} | no stack of the customer \"acme\" is in it",
                "{\"PrivateLink-Customer-acme-eu-west-1\": {\"GitEndpointId\": \"a`b\"}} | \"a`b\" of acme/git is not the id of an"
                        + " endpoint",
            })
    void fails_for_another_file_in_one_line(String wrong) throws IOException {
        List<String> sides = Splitter.on(" | ").splitToList(wrong);
        Path outputs = outputs(sides.get(0));

        assertThat(runbook("acme", "--outputs", outputs.toString()))
                .isEqualTo(new VerbRun(
                        1,
                        "",
                        "%s: %s; give the file that npx cdk deploy --outputs-file wrote\n"
                                .formatted(outputs, sides.get(1))));
    }

    @Test
    void fails_for_a_file_of_outputs_that_is_not_there() {
        VerbRun run = runbook("acme", "--outputs", folder.resolve("none.json").toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("none.json: it does not exist; give the file")
                .hasLineCount(1);
        assertThat(runbook("acme", "--outputs", folder.toString()).err()).contains(": it is a folder; give the file");
    }

    @Test
    void fails_for_a_customer_that_nobody_knows_and_names_the_nearest() {
        assertThat(runbook("amce"))
                .isEqualTo(new VerbRun(1, "", "no customer file is named after \"amce\"; did you mean \"acme\"?\n"));
    }

    @Test
    void fails_for_a_broken_file_with_its_problems_and_not_for_another_customers() throws IOException {
        replace("birch", "us-east-1", "us-east-9");

        VerbRun run = runbook("birch");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("customers/birch.yaml:6:13: PL203 \"us-east-9\"");
        assertThat(runbook("acme").exitCode()).isZero();
    }

    @Test
    void fails_without_a_customer() {
        assertThat(VerbRun.of("runbook").exitCode()).isEqualTo(2);
        assertThat(VerbRun.of("runbook", "acme", "birch").exitCode()).isEqualTo(2);
    }

    @Test
    void fails_where_outputs_and_aws_are_asked_at_once() {
        VerbRun run = runbook("acme", "--live", "--outputs", "outputs.json");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--outputs and --live exclude each other");
    }
}
