package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.aws.Permissions;
import com.elementarydata.privatelink.dns.TinyDns;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The status of a fleet that is deployed and accepted. */
@ExtendWith(EndToEnd.class)
class StatusIT {

    private final ExampleWorld world;
    private final CommandLine privatelink;

    StatusIT(ExampleWorld world) {
        this.world = world;
        privatelink = CommandLine.of(world.deployed());
    }

    @Test
    void every_connection_is_as_it_is_written() throws IOException, InterruptedException {
        CommandLine.Run run = privatelink.run("status", "--json");

        JsonNode connections = JsonMapper.shared().readTree(run.out()).path("connections");
        assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
        assertThat(connections)
                .hasSize((int) world.deployed().fleet().connections().count())
                .allSatisfy(connection -> {
                    boolean prepared = connection.path("dns").asString().equals("prepared");
                    assertThat(connection.path("state").asString()).isEqualTo(prepared ? "prepared" : "available");
                    assertThat(connection.path("acceptance").asString()).isEqualTo("accepted");
                    assertThat(connection.path("findings")).isEmpty();
                });
        assertThat(connections)
                .anyMatch(connection -> connection.path("state").asString().equals("prepared"))
                .anyMatch(connection -> connection.path("state").asString().equals("available"));
    }

    @Test
    void a_table_says_it_in_a_line_each_and_aws_is_only_read() throws IOException, InterruptedException {
        CommandLine.Run run = privatelink.run("status", "--verbose", "acme", "fir");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .filteredOn(line -> line.startsWith("|") || line.startsWith("+"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120))
                .anyMatch(line -> line.matches("\\| acme/git +\\| complete \\| vpce-[0-9a-f]{17} +\\| available +"
                        + "\\| \\d+ (min|h) +\\| active +\\| nobody +\\|"));
        // three Regions, and none of the others
        assertThat(run.err()).isEqualTo("""
                        cloudformation:DescribeStacks 3
                        ec2:DescribeRegions 1
                        ec2:DescribeVpcEndpoints 3
                        route53:ListHostedZonesByVPC 1
                        route53:ListResourceRecordSets 4
                        sts:GetCallerIdentity 1
                        """);
    }

    @Test
    void a_watch_ends_at_once_where_nobody_is_waited_for() throws IOException, InterruptedException {
        CommandLine.Run run = privatelink.run("status", "cedar", "--watch");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("2 connections: 2 available");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void a_plan_finds_the_same_and_aws_is_only_read() throws IOException, InterruptedException {
        CommandLine.Run plan;
        try (TinyDns dns = new TinyDns()) {
            plan = privatelink.run("plan", "acme", "--live", "--verbose", "--resolver", dns.address());
        }

        assertThat(plan.exitCode()).as(plan.err() + plan.out()).isZero();
        assertThat(plan.out())
                .contains("\n37 of 37 preconditions are met on AWS\n")
                .contains("\nNew names:\n\n  orders.acme.example does not resolve today, as 127.0.0.1:")
                .endsWith("\nOn AWS 10 same.\n");
        assertThat(plan.err().lines().filter(line -> line.contains(":")).map(line -> line.replaceFirst(" \\d+$", "")))
                .contains("cloudformation:DescribeStacks", "cloudformation:GetTemplate", "ec2:DescribeVpcAttribute")
                .contains("route53:GetAccountLimit", "servicequotas:ListServiceQuotas")
                .allMatch(Permissions::isReading);
    }

    @Test
    void fails_with_the_credentials_of_another_account_before_it_asks_for_anything()
            throws IOException, InterruptedException {
        CommandLine.Run run = privatelink.as(Accounts.MAPLE).run("status", "acme");

        assertThat(run)
                .isEqualTo(new CommandLine.Run(
                        3,
                        "",
                        "the AWS credentials are for account \"%s\", and %s says \"%s\"; name a profile of that account with --profile%n"
                                .formatted(
                                        Accounts.MAPLE,
                                        privatelink.stacks().resolve("network.yaml"),
                                        Accounts.ELEMENTARY)));
        assertThat(privatelink.as(Accounts.MAPLE).run("offboard", "acme"))
                .extracting(CommandLine.Run::exitCode, CommandLine.Run::err)
                .containsExactly(3, run.err());
    }

    @Test
    void fails_to_offboard_a_customer_whose_names_resolve() throws IOException, InterruptedException {
        CommandLine.Run run = privatelink.run("offboard", "acme");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("names-written: "))
                .anyMatch(line -> line.startsWith("names-deployed: PrivateLink-Dns-acme still exists"))
                .last()
                .isEqualTo("no commands are printed; to print them all the same, add --despite-names");
    }
}
