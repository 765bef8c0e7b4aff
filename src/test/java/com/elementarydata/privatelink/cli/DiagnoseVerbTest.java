package com.elementarydata.privatelink.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.observed.ProviderFacts;
import com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds;
import com.elementarydata.privatelink.operation.diagnosis.FarWorlds;
import com.elementarydata.privatelink.operation.diagnosis.PathBundle;
import com.elementarydata.privatelink.operation.diagnosis.RecordedWorld;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nothing here asks AWS; {@code DiagnoseIT} does. */
class DiagnoseVerbTest {

    private static final String ACME = "src/test/bundles/acme.json";

    @TempDir
    private Path folder;

    private record Run(int exitCode, String out, String err) {}

    private static Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] all = new String[arguments.length + 1];
        all[0] = "diagnose";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        int exitCode = Main.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), all);
        return new Run(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }

    @Test
    void a_bundle_is_judged_again_without_aws() {
        Run run = run("--replay", ACME);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("acme/git: github-enterprise-server, TCP 443", "acme/orders", "acme/warehouse")
                .contains("Nothing is broken, as far as this side can see.")
                .contains("bin/privatelink provider check --json");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void programs_get_all_hops_with_their_codes() {
        JsonNode report = JsonMapper.builder()
                .build()
                .readTree(run("--replay", ACME, "--json").out());

        assertThat(report.path("connections")).hasSize(3);
        JsonNode hop = report.at("/connections/0/hops/0");
        assertThat(hop.path("code").asString()).isEqualTo("PD101");
        assertThat(hop.path("verdict").asString()).isEqualTo("passed");
        assertThat(report.at("/connections/1/hops/9/verdict").asString()).isEqualTo("not-yet");
    }

    @Test
    void what_aws_refused_is_said_where_nothing_is_broken() throws IOException {
        RecordedWorld refused = RecordedWorld.of(
                "refused", BrokenWorlds.GIT, "nothing", RecordedWorld.refuse(BrokenWorlds.ABROAD + "/networkAcls"));

        Run run = run("--replay", refused.write(folder).toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).hasLineCount(1).contains("bin/privatelink policy diagnose");
    }

    @Test
    void refused_addresses_of_an_endpoint_are_said_too() throws IOException {
        RecordedWorld refused = RecordedWorld.of(
                "refused",
                BrokenWorlds.GIT,
                "nothing",
                RecordedWorld.refuse(FarWorlds.ADDRESSES_THERE),
                FarWorlds.here(FarWorlds.ADDRESSES, "connected", "trusted"));

        Run run = run("--replay", refused.write(folder).toString());

        assertThat(run.exitCode()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acm | no customer file is named after \"acm\"; did you mean \"acme\"?",
                "acme/warehose | no connection is named \"acme/warehose\"; did you mean \"acme/warehouse\"?",
                "acme/git/x | no connection is named \"acme/git/x\"; did you mean \"acme/git\"?",
                "acme/ | no connection is named \"acme/\"; choose from acme/git, acme/orders, acme/warehouse",
            })
    void fails_for_what_does_not_exist_with_what_was_meant(String name, String line) {
        assertThat(run(name, "--stacks", "stacks")).isEqualTo(new Run(1, "", line + "\n"));
    }

    @Test
    void a_bundle_names_no_people_and_nothing_that_the_provider_named() {
        PathBundle bundle = PathBundle.read(Path.of(ACME));
        ProviderFacts provider = new ProviderFacts(
                "210987654321",
                bundle.paths().get(0).serviceName(),
                "Available",
                true,
                List.of("euw1-az1"),
                List.of(),
                List.of("arn:aws:iam::743289191656:root", "arn:aws:iam::210987654321:role/team/alice"),
                List.of(),
                List.of(new ProviderFacts.LoadBalancer(
                        "budget-2027",
                        "network",
                        "internal",
                        "vpc-0a1b2c3d4e5f60718",
                        true,
                        Optional.of(true),
                        List.of(),
                        Optional.of(List.of()),
                        List.of(),
                        List.of())));

        String text = new PathBundle(
                        bundle.version(), bundle.network(), bundle.paths(), bundle.facts(), Optional.of(provider))
                .text();

        assertThat(text)
                .contains("arn:aws:iam::743289191656:root", ":role/withheld\"", "load balancer")
                .doesNotContain("alice", "budget", "210987654321");
    }

    @Test
    void fails_for_neither_a_customer_nor_a_bundle_and_for_both() {
        assertThat(run().exitCode()).isEqualTo(2);
        assertThat(run("acme", "--replay", ACME).exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[]",
                "{\"version\": 1}",
                "not json",
                "{\"version\": 2",
                "{\"version\": 1, \"network\": null, \"paths\": [], \"facts\": {}, \"provider\": null}",
                "{\"version\": \"\\u001b[31m\"}",
            })
    void fails_for_what_is_no_bundle_in_one_line(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("bundle.json"), text);

        Run run = run("--replay", file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .hasLineCount(1)
                .startsWith(file + " is ")
                .doesNotContain("Exception", "\u001b")
                .contains("a file that privatelink diagnose --bundle wrote");
    }

    @Test
    void fails_for_a_bundle_that_is_not_there() {
        Run run = run("--replay", folder.resolve("none.json").toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).hasLineCount(1).contains("none.json can't be read: it does not exist; give");
    }

    @Test
    void fails_for_a_bundle_with_what_aws_never_says() throws IOException {
        RecordedWorld strange = RecordedWorld.of(
                "strange",
                BrokenWorlds.GIT,
                "nothing",
                RecordedWorld.set(BrokenWorlds.HOME + "/subnets/value/3/cidr", "10.0.1.0/99"));

        Run run = run("--replay", strange.write(folder).toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .hasLineCount(1)
                .contains("holds what AWS never says")
                .contains("\"10.0.1.0/99\"");
    }

    @Test
    void fails_for_a_providers_output_about_another_service() throws IOException {
        Path file = Files.writeString(folder.resolve("check.json"), """
                {"facts": {"awsAccountId": "1", "serviceName": "com.amazonaws.vpce.eu-west-1.vpce-svc-1",
                 "state": "Available", "acceptanceRequired": true, "availabilityZoneIds": [], "supportedRegions": [],
                 "allowedPrincipals": [], "connections": [], "loadBalancers": []}, "findings": []}""");

        Run run = run("acme/git", "--stacks", "stacks", "--provider", file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .hasLineCount(1)
                .contains("is about com.amazonaws.vpce.eu-west-1.vpce-svc-1, to which acme/git does not connect");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"facts\": {}}", "{\"facts\": {\"connections\": null}}", "what?"})
    void fails_for_what_no_provider_check_printed_in_one_line(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("check.json"), text);

        Run run = run("acme/git", "--stacks", "stacks", "--provider", file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .hasLineCount(1)
                .contains("what privatelink provider check --json prints")
                .doesNotContain("Exception");
    }
}
