package com.elementarydata.privatelink.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fleet in a repository of its own. */
class InitVerbTest {

    static final List<String> NETWORK = List.of(
            "--account=743289191656",
            "--region=eu-central-1",
            "--vpc=vpc-0a1b2c3d4e5f60718",
            "--cidr=10.0.0.0/16",
            "--client-cidrs=10.0.1.0/24,10.0.2.0/24",
            "--route-table-ids=rtb-0a1b2c3d4e5f60711");

    @TempDir
    private Path parent;

    private Path fleet() {
        return parent.resolve("fleet");
    }

    private VerbRun init(String... more) {
        return init(NETWORK, more);
    }

    private VerbRun init(List<String> network, String... more) {
        List<String> arguments = new ArrayList<>(List.of("init", fleet().toString()));
        arguments.addAll(network);
        arguments.addAll(List.of(more));
        return VerbRun.of(arguments.toArray(String[]::new));
    }

    @Test
    void a_new_fleet_is_valid_and_takes_a_first_customer() {
        assertThat(init("--protected-domains=elementary.example").data())
                .contains("wrote %s\n".formatted(fleet().resolve("stacks/network.yaml")));

        Path stacks = fleet().resolve("stacks");
        assertThat(VerbRun.of("validate", "--stacks", stacks.toString()).data())
                .isEqualTo("0 customer files, 0 connections: 0 problems, 0 warnings\n");
        assertThat(VerbRun.of("plan", "--stacks", stacks.toString()).data())
                .isEqualTo("No stack is needed: no file names a customer.\n");
        assertThat(VerbRun.of(("add github-enterprise-server acme --region eu-west-1 --aws-account-id 210987654321"
                                        + " --service-name com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1"
                                        + " --hostname git.acme.example --availability-zone-ids euw1-az1,euw1-az2"
                                        + " --stacks " + stacks)
                                .split(" "))
                        .exitCode())
                .isZero();
        // printed commands run where the repository is, and install the CLI that it pins first
        assertThat(VerbRun.of("plan", "acme", "--stacks", stacks.toString()).data())
                .contains("\n  cd %s && npm ci && npx cdk diff -c customers=acme\n".formatted(fleet()));
    }

    @Test
    void it_pins_the_cdk_cli_and_keeps_its_feature_flags() throws IOException {
        init().data();

        assertThat(fleet().resolve("cdk.json"))
                .content()
                .contains("\"app\" : \"privatelink app\"", "\"@aws-cdk/core:defaultCrossStackReferences\" : \"weak\"");
        assertThat(fleet().resolve("package.json"))
                .content()
                .contains("\"name\" : \"privatelink-fleet\"", "\"aws-cdk\" : \"2.")
                .contains("\"@aws-cdk/cloudformation-diff\" : \"2.");
        assertThat(fleet().resolve("package-lock.json"))
                .content()
                .contains("\"integrity\"")
                .doesNotContain("resolved");
        for (String schema : List.of("network", "customer", "handoff", "addresses.lock")) {
            assertThat(fleet().resolve("stacks/%s.schema.json".formatted(schema)))
                    .hasSameTextualContentAs(Path.of("stacks/%s.schema.json".formatted(schema)));
        }
        assertThat(Files.readString(fleet().resolve("README.md"))).doesNotContain("{");
    }

    @Test
    void an_upgrade_writes_pins_and_schemas_and_keeps_what_is_the_fleets() throws IOException {
        init().data();
        Path app = fleet().resolve("cdk.json");
        Files.writeString(
                app,
                Files.readString(app)
                        .replace("privatelink app", "privatelink app 0.0.1")
                        .replace("\"output\"", "\"requireApproval\" : \"never\",\n  \"output\"")
                        .replace(
                                "\"@aws-cdk/aws-iam:minimizePolicies\" : true",
                                "\"@aws-cdk/aws-iam:minimizePolicies\" : false"));
        Path network = fleet().resolve("stacks/network.yaml");
        Files.writeString(network, "# ours\n" + Files.readString(network));
        Path schema = fleet().resolve("stacks/network.schema.json");
        Files.writeString(schema, "{}");

        assertThat(VerbRun.of("init", fleet().toString(), "--upgrade").data()).contains("wrote ");

        assertThat(app)
                .content()
                .contains(
                        "\"app\" : \"privatelink app\"",
                        "\"requireApproval\" : \"never\"",
                        "minimizePolicies\" : false");
        assertThat(network).content().startsWith("# ours\n");
        assertThat(schema).hasSameTextualContentAs(Path.of("stacks/network.schema.json"));
    }

    @Test
    void nothing_that_is_there_is_replaced() throws IOException {
        Files.createDirectories(fleet());
        Path readme = Files.writeString(fleet().resolve("README.md"), "ours");

        VerbRun run = init();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("""
                        %s exists already
                        nothing was written; name another directory, or --upgrade for a repository that init wrote
                        """.formatted(readme));
        assertThat(fleet()).isDirectoryContaining(file -> file.equals(readme)).isDirectoryNotContaining("glob:**.json");
    }

    @Test
    void all_that_is_missing_is_said_at_once() {
        VerbRun run = init(NETWORK.subList(0, 2));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines())
                .extracting(line -> line.replaceAll(" .*", ""))
                .containsExactly("--vpc", "--cidr", "--client-cidrs", "--route-table-ids");
        assertThat(fleet()).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --account=12                  | --account: "12" is not an AWS account id; give its 12 digits, without dashes or spaces
            --vpc=vpc-1                   | --vpc: "vpc-1" is not the id of a VPC; give vpc- followed by 17 hexadecimal digits
            --pool=8.0.0.0/8              | stacks/network.yaml:10:19: PL217 the pool "8.0.0.0/8" includes public addresses
            --client-cidrs=192.168.0.0/24 | stacks/network.yaml:8:17: PL304 the client CIDR "192.168.0.0/24" is not within
            """)
    void a_wrong_value_is_a_line_and_nothing_is_written(String option, String line) {
        List<String> network = NETWORK.stream()
                .filter(given -> !given.startsWith(option.substring(0, option.indexOf('=') + 1)))
                .toList();

        VerbRun run = init(network, option);

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.err().replace(fleet() + "/", "")).startsWith(line);
        assertThat(fleet()).doesNotExist();
    }

    @Test
    void whoever_sits_at_a_terminal_is_asked_until_each_answer_is_right() {
        String answers = """
                74328919
                743289191656
                eu-central-1
                vpc-0a1b2c3d4e5f60718
                10.0.0.0/16
                10.0.1.0/24, 10.0.2.0/33
                10.0.1.0/24, 10.0.2.0/24
                rtb-0a1b2c3d4e5f60711

                """;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(
                new StandardInput(new ByteArrayInputStream(answers.getBytes(UTF_8)), true),
                new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
                new PrintStream(err, true, UTF_8),
                "init",
                fleet().toString());

        assertThat(exitCode).as(err.toString(UTF_8)).isZero();
        assertThat(err.toString(UTF_8)).contains("\"74328919\" is not an AWS account id", "\"10.0.2.0/33\"");
        assertThat(fleet().resolve("stacks/network.yaml"))
                .content()
                .contains("clientCidrs: [10.0.1.0/24, 10.0.2.0/24]\n")
                .doesNotContain("protectedDomains");
    }
}
