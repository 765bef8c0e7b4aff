package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.FleetCopy;
import com.elementarydata.privatelink.demo.LocalAws;
import com.elementarydata.privatelink.dns.TinyDns;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.EndpointServiceName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code add --discover} makes of what AWS says. */
class AddVerbIT {

    /** Of the customer dogwood in the example fleet, and in two zones there. */
    private static final EndpointServiceName SERVICE =
            EndpointServiceName.parse("com.amazonaws.vpce.us-east-1.vpce-svc-0bb22cc33dd44ee55");

    private static final AccountId OWNER = AccountId.parse("456789012345");
    private static final AccountId STRANGER = AccountId.parse("999900001111");
    private static final String OF_DOGWOOD =
            "github-enterprise-server dogwood --discover --hostname git.dogwood.example --service-name ";

    @TempDir
    private static Path folder;

    private static LocalAws aws;

    private FleetCopy fleet;

    private record Run(int exitCode, String out, String err) {}

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        aws = LocalAws.start(E2eFleet.worldOf(Path.of("stacks")), folder, Map.of());
    }

    @AfterAll
    static void stop() throws IOException {
        aws.close();
    }

    /** Without dogwood's own connection to the service. */
    @BeforeEach
    void copy_the_example_fleet(@TempDir Path root) throws IOException {
        fleet = FleetCopy.in(root);
        fleet.delete("dogwood");
    }

    @Test
    void the_zones_are_those_that_the_service_is_in() throws IOException, InterruptedException {
        Run run = add(Accounts.ELEMENTARY, OF_DOGWOOD + SERVICE + " --aws-account-id " + OWNER);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("""
                %s belongs to the account 456789012345 and is in use1-az4, use1-az6
                chose use1-az4, use1-az6; choose others with --availability-zone-ids
                """.formatted(SERVICE));
        assertThat(fleet.read("dogwood")).contains("availabilityZoneIds: [use1-az4, use1-az6]\n");
    }

    @Test
    void of_many_zones_those_are_chosen_that_have_addresses() throws IOException, InterruptedException {
        Run run = add(
                Accounts.ELEMENTARY,
                "databricks maple --discover --region us-east-1"
                        + " --workspace-url https://dbc-0a0a0a0a-0a0a.cloud.databricks.com");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("chose use1-az1, use1-az2; ");
        assertThat(fleet.read("maple")).contains("availabilityZoneIds: [use1-az1, use1-az2]\n");
    }

    @Test
    void zones_across_regions_are_given_and_the_service_is_asked_for_from_production()
            throws IOException, InterruptedException {
        String orders = "service acme --discover --connectivity cross-region --hostname stock.acme.example --port 5432"
                + " --aws-account-id 210987654321 --connection stock --availability-zone-ids euc1-az1,euc1-az2"
                + " --service-name com.amazonaws.vpce.";

        Run offered = add(Accounts.ELEMENTARY, orders + "us-east-2.vpce-svc-0fedcba9876543210");
        Run notOffered =
                add(Accounts.ELEMENTARY, orders.replace("stock", "other") + "eu-west-1.vpce-svc-0123456789abcdef1");

        assertThat(offered.exitCode()).as(offered.err()).isZero();
        assertThat(notOffered.exitCode()).isEqualTo(1);
        assertThat(notOffered.err())
                .startsWith("com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1 does not support eu-central-1; ");
    }

    @Test
    void says_where_the_names_point_today_and_warns_of_what_is_not_expected() throws IOException, InterruptedException {
        String arguments = OF_DOGWOOD + SERVICE + " --subdomain-isolation --aws-account-id " + OWNER;
        try (TinyDns dns = new TinyDns().with("git.dogwood.example", "203.0.113.7")) {
            Run run = add(Accounts.ELEMENTARY, arguments + " --resolver " + dns.address());

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out())
                    .contains(
                            "\n*.git.dogwood.example does not resolve today, as %s answers\n".formatted(dns.address()));
            assertThat(run.err())
                    .startsWith(
                            "PD208 warning: git.dogwood.example points to 203.0.113.7 today, as %s answers; once active, production reaches it only over this connection; "
                                    .formatted(dns.address()))
                    .hasLineCount(1);
        }
    }

    @Test
    void fails_for_a_service_of_another_account_than_the_customers() throws IOException, InterruptedException {
        Run run = add(Accounts.ELEMENTARY, OF_DOGWOOD + SERVICE + " --aws-account-id " + STRANGER);

        assertThat(run)
                .isEqualTo(new Run(
                        1,
                        "",
                        "%s belongs to the account %s, not to %s, which the connection names; find out which is right\n"
                                        .formatted(SERVICE, OWNER, STRANGER)
                                + "nothing was written\n"));
        assertThat(fleet.folder().resolve("customers/dogwood.yaml")).doesNotExist();
    }

    @Test
    void fails_for_zones_that_the_service_is_not_in() throws IOException, InterruptedException {
        Run run = add(
                Accounts.ELEMENTARY,
                OF_DOGWOOD + SERVICE + " --availability-zone-ids use1-az1,use1-az4 --aws-account-id " + OWNER);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith(SERVICE + " is not in use1-az1 but in [use1-az4, use1-az6]; choose from those zones\n");
    }

    @Test
    void fails_for_a_service_that_does_not_show_itself() throws IOException, InterruptedException {
        Run absent = add(
                Accounts.ELEMENTARY,
                OF_DOGWOOD + SERVICE.toString().replace("0bb22", "0bb23") + " --aws-account-id " + OWNER);
        Run stranger = add(STRANGER, OF_DOGWOOD + SERVICE + " --aws-account-id " + OWNER);

        assertThat(absent.exitCode()).isEqualTo(1);
        assertThat(absent.err())
                .contains(
                        "is not visible to the account 743289191656; have its owner allow arn:aws:iam::743289191656:root"
                                + " to connect, and check its name\n");
        assertThat(stranger.exitCode()).isEqualTo(3);
        assertThat(stranger.err()).startsWith("the AWS credentials are for account \"999900001111\", and ");
    }

    @Test
    void fails_with_3_where_aws_refuses_and_writes_nothing() throws IOException, InterruptedException {
        ProcessBuilder builder = command(OF_DOGWOOD + SERVICE + " --aws-account-id " + OWNER + " --profile nobodys");
        aws.lead(builder, Accounts.ELEMENTARY);

        Run run = run(builder);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("nobodys").hasLineCount(1);
        assertThat(fleet.folder().resolve("customers/dogwood.yaml")).doesNotExist();
    }

    private ProcessBuilder command(String arguments) {
        return new ProcessBuilder(Stream.of(
                        List.of("bin/privatelink", "add"),
                        Arrays.asList(arguments.split(" ")),
                        List.of("--stacks", fleet.folder().toString()))
                .flatMap(List::stream)
                .toList());
    }

    private Run add(AccountId account, String arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = command(arguments);
        aws.lead(builder, account);
        return run(builder);
    }

    private static Run run(ProcessBuilder builder) throws IOException, InterruptedException {
        Path err = folder.resolve("err");
        Process process = builder.redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, Files.readString(err));
    }
}
