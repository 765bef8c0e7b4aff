package com.elementarydata.privatelink.e2e;

import static com.elementarydata.privatelink.e2e.Offer.file;
import static com.elementarydata.privatelink.e2e.Offer.inIreland;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.elementarydata.privatelink.aws.EndpointServiceConnections;
import com.elementarydata.privatelink.command.AwsCommands;
import com.elementarydata.privatelink.dns.TinyDns;
import com.elementarydata.privatelink.observed.EndpointConnection;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What is said of connections on their way in and out. */
@ExtendWith(EndToEnd.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionLifeIT {

    private static final Offer WILLOW = inIreland("git", 1, "git.willow.example");
    private static final Offer SORREL =
            inIreland("git", 2, "git.sorrel.example").prepared();
    private static final Offer LAUREL = inIreland("git", 3, "git.laurel.example");

    private static final Offer HAZEL = inIreland("git", 4, "git.hazel.example").prepared();

    private final E2eFleet deployed;
    private final CommandLine privatelink;

    ConnectionLifeIT(Figures figures) throws IOException, InterruptedException {
        deployed = figures.time(
                "deploy the fleet whose status is asked for",
                () -> E2eFleet.deployed(
                        "life",
                        Map.of("sorrel", file("sorrel", SORREL), "hazel", file("hazel", HAZEL)),
                        Map.of("willow", file("willow", WILLOW), "laurel", file("laurel", LAUREL))));
        privatelink = CommandLine.of(deployed);
    }

    @AfterAll
    void stop() throws IOException {
        deployed.close();
    }

    private JsonNode statusOf(String customer, int exitCode) throws IOException, InterruptedException {
        CommandLine.Run run = privatelink.run("status", customer, "--json");
        assertThat(run.exitCode()).as(run.err() + run.out()).isEqualTo(exitCode);
        return JsonMapper.shared().readTree(run.out()).path("connections").path(0);
    }

    private Ec2Client provider() {
        return deployed.clients().ec2(Accounts.MAPLE, Accounts.MAPLE_REGION);
    }

    private VpcEndpoint endpointOf(Offer offer) {
        return deployed.view().of(Accounts.ELEMENTARY, Accounts.MAPLE_REGION).endpoints().stream()
                .filter(endpoint -> endpoint.serviceName().endsWith(offer.serviceId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_connection_fails_waits_and_is_prepared_when_its_provider_has_accepted()
            throws IOException, InterruptedException {
        deployed.files().write("sorrel", file("sorrel", SORREL));
        assertThat(statusOf("sorrel", 0).path("state").asString()).isEqualTo("not-deployed");

        asProvider(
                "aws ec2 modify-vpc-endpoint-service-permissions --region eu-west-1 --service-id %s --remove-allowed-principals %s"
                        .formatted(SORREL.serviceId(), AwsCommands.principal(Accounts.ELEMENTARY.value())));
        JsonNode seen = blamed(plan("sorrel", 1));
        assertThat(seen.path("code").asString()).isEqualTo("PD401");
        assertThat(seen.path("found").asString()).startsWith("sorrel/git: ");
        deployed.cdk().deploy(deployed.assembly()).failed();
        JsonNode failed = statusOf("sorrel", 1);
        assertThat(failed.path("state").asString()).isEqualTo("stack-failed");
        assertThat(failed.path("findings").path(0).path("found").asString())
                .startsWith("PrivateLink-Customer-sorrel-eu-west-1 is ROLLBACK_COMPLETE");

        asProvider(seen.path("commands").path(0).asString());
        JsonNode plan = plan("sorrel", 1);
        assertThat(blamed(plan).isMissingNode()).isTrue();
        assertThat(plan.path("live").path("obstacles"))
                .singleElement()
                .satisfies(obstacle -> assertThat(obstacle.path("why").asString())
                        .startsWith("PrivateLink-Customer-sorrel-eu-west-1 is ROLLBACK_COMPLETE"));
        List<String> commands = onAws(
                plan.path("commands").valueStream().map(JsonNode::asString).toList());
        assertThat(commands).containsExactly(failed.path("next").path("command").asString());
        asElementary(commands);
        deployed.deploy();
        JsonNode waiting = statusOf("sorrel", 0);
        assertThat(waiting.path("state").asString()).isEqualTo("pending-acceptance");
        assertThat(waiting.path("turn").asString()).isEqualTo("customer");
        assertThat(waiting.path("next").path("command").asString())
                .isEqualTo("bin/privatelink provider accept --service-name %s --endpoint-id %s"
                        .formatted(
                                endpointOf(SORREL).serviceName(),
                                endpointOf(SORREL).vpcEndpointId()));

        CommandLine.Run late =
                privatelink.run("status", "sorrel", "--wait-for", "available", "--timeout", "2s", "--interval", "1s");
        assertThat(late.exitCode()).as(late.err()).isEqualTo(1);
        assertThat(late.err())
                .matches("sorrel/[a-z-]+ is not available: it is pending-acceptance; it is the turn of: .*\\R");

        CommandLine.Running watch = privatelink.start("status", "sorrel", "--watch", "--interval", "1", "--json");
        EndpointServiceConnections service =
                new EndpointServiceConnections(deployed.aws().as(Accounts.MAPLE), Accounts.MAPLE_REGION);
        List<EndpointConnection> ofSorrel = service.of(SORREL.serviceId());
        assertThat(ofSorrel).hasSize(1);
        Thread.sleep(3000);
        assertThat(watch.process().isAlive()).isTrue();
        service.accept(ofSorrel);
        CommandLine.Run end = watch.end();
        assertThat(end.exitCode()).as(end.err()).isZero();
        assertThat(end.err()).isEmpty();
        JsonNode prepared =
                JsonMapper.shared().readTree(end.out()).path("connections").path(0);
        assertThat(prepared.path("state").asString()).isEqualTo("prepared");
        assertThat(prepared.path("next").path("what").asString())
                .startsWith("set \"dns: active\" in ")
                .endsWith("sorrel.yaml, and deploy");
    }

    @Test
    void a_connection_that_its_provider_rejects_is_broken() throws IOException, InterruptedException {
        String endpoint = endpointOf(WILLOW).vpcEndpointId();
        provider()
                .rejectVpcEndpointConnections(
                        request -> request.serviceId(WILLOW.serviceId()).vpcEndpointIds(endpoint));
        try {
            JsonNode rejected = statusOf("willow", 1);
            assertThat(rejected.path("state").asString()).isEqualTo("rejected");
            assertThat(privatelink.run("status", "willow", "--watch").exitCode())
                    .isEqualTo(1);
        } finally {
            provider()
                    .acceptVpcEndpointConnections(
                            request -> request.serviceId(WILLOW.serviceId()).vpcEndpointIds(endpoint));
        }
    }

    @Test
    void a_plan_says_what_is_new_changed_the_same_and_left_behind() throws IOException, InterruptedException {
        deployed.files().write("hazel", file("hazel", HAZEL));
        deployed.files().write("willow", file("willow", WILLOW.on(443, 8443).prepared()));
        try (TinyDns dns = new TinyDns().with("git.hazel.example", "203.0.113.7")) {
            CommandLine.Run plan =
                    privatelink.run("plan", "hazel", "willow", "--live", "--json", "--resolver", dns.address());

            assertThat(plan.exitCode()).as(plan.err() + plan.out()).isEqualTo(1);
            JsonNode report = JsonMapper.shared().readTree(plan.out());
            assertThat(report.path("preconditions").valueStream())
                    .filteredOn(hop -> hop.path("code").asString().equals("PD208"))
                    .extracting(
                            hop -> hop.path("verdict").asString(),
                            hop -> hop.path("found").asString().replaceFirst(",.*", ""))
                    .containsExactly(tuple("warning", "git.hazel.example points to 203.0.113.7 today"));
            assertThat(report.path("live")).isEqualTo(JsonMapper.shared().readTree("""
                    {
                      "stacks": {
                        "PrivateLink-Region-eu-west-1": "same",
                        "PrivateLink-Production": "same",
                        "PrivateLink-Customer-hazel-eu-west-1": "new",
                        "PrivateLink-Customer-willow-eu-west-1": "changed"
                      },
                      "changes": {
                        "PrivateLink-Customer-hazel-eu-west-1": {"resources": [
                          {"logicalId": "gitSecurityGroupFED30F4C", "type": "AWS::EC2::SecurityGroup", "action": "added",
                            "properties": [], "attributes": [], "replacing": []},
                          {"logicalId": "git983CB5CF", "type": "AWS::EC2::VPCEndpoint", "action": "added",
                            "properties": [], "attributes": [], "replacing": []}
                        ], "sections": [
                          {"section": "Description", "name": "", "action": "added"},
                          {"section": "Outputs", "name": "GitEndpointId", "action": "added"},
                          {"section": "Outputs", "name": "GitServiceName", "action": "added"},
                          {"section": "Outputs", "name": "GitDnsName", "action": "added"},
                          {"section": "Outputs", "name": "GitDnsHostedZoneId", "action": "added"}
                        ]},
                        "PrivateLink-Customer-willow-eu-west-1": {"resources": [
                          {"logicalId": "gitSecurityGroupFED30F4C", "type": "AWS::EC2::SecurityGroup", "action": "changed",
                            "properties": ["SecurityGroupIngress"], "attributes": [], "replacing": []}
                        ], "sections": []}
                      },
                      "obstacles": [],
                      "leftBehind": [{"name": "PrivateLink-Dns-willow", "region": "eu-central-1"}],
                      "notRead": []
                    }
                    """));
        } finally {
            deployed.files().delete("hazel");
            deployed.files().write("willow", file("willow", WILLOW));
        }
    }

    @Test
    void a_quota_that_would_be_exceeded_is_named_before_and_suffices_once_it_is_raised()
            throws IOException, InterruptedException {
        int present = deployed.view()
                .of(Accounts.ELEMENTARY, Accounts.MAPLE_REGION)
                .endpoints()
                .size();
        asElementary(List.of("aws service-quotas request-service-quota-increase --region eu-west-1 --service-code vpc"
                + " --quota-code L-29B6F2EB --desired-value " + present));
        deployed.files().write("hazel", file("hazel", HAZEL));
        try {
            JsonNode exceeded = blamed(plan("hazel", 1));
            assertThat(exceeded.path("code").asString()).isEqualTo("PD110");
            assertThat(exceeded.path("found").asString())
                    .isEqualTo(
                            "interface endpoints in the regional VPC of eu-west-1: %d, and 1 that a deployment adds; the quota is %d"
                                    .formatted(present, present));

            Commands elementary = new Commands(deployed.clients(), Accounts.ELEMENTARY);
            elementary.run(
                    exceeded.path("commands")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList(),
                    Map.of());
            assertThat(elementary.ran()).containsExactly(PrintedCommand.RAISE_QUOTA);
            assertThat(blamed(plan("hazel", 0)).isMissingNode()).isTrue();
        } finally {
            deployed.files().delete("hazel");
        }
    }

    @Test
    void a_customer_leaves_when_its_names_are_out_and_its_traffic_has_ended() throws IOException, InterruptedException {
        WorldState before = deployed.state();
        useNow(endpointOf(LAUREL));
        deployed.files().write("laurel", file("laurel", LAUREL.prepared()));
        assertThat(statusOf("laurel", 1).path("state").asString()).isEqualTo("names-left-behind");

        CommandLine.Run refused = privatelink.run("offboard", "laurel");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().lines().map(line -> line.replaceFirst(": .*", "")))
                .containsExactly(
                        "names-deployed",
                        "traffic",
                        "no commands are printed; to print them all the same, add --despite-names and --despite-traffic");
        assertThat(refused.err())
                .contains("%s had 2 connections and 5000 bytes in the last hour"
                        .formatted(endpointOf(LAUREL).vpcEndpointId()));

        assertThat(privatelink.run("offboard", "laurel", "--despite-names").out())
                .isEmpty();
        CommandLine.Run plan =
                privatelink.run("offboard", "laurel", "--despite-names", "--despite-traffic", "--verbose");
        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.err().lines().map(line -> line.replaceFirst(" \\d+$", "")))
                .containsExactly(
                        "cloudformation:DescribeStacks",
                        "cloudwatch:GetMetricData",
                        "ec2:DescribeRegions",
                        "ec2:DescribeVpcEndpoints",
                        "route53:ListHostedZonesByVPC",
                        "sts:GetCallerIdentity");
        assertThat(commandsIn(plan.out()))
                .hasSize(7)
                .last()
                .asString()
                .startsWith("git -C ")
                .endsWith("/customers rm laurel.yaml");

        asElementary(onAws(commandsIn(plan.out())));
        assertThat(before.changesTo(deployed.state()))
                .filteredOn(change -> change.contains(" stack "))
                .containsExactly(
                        "- eu-central-1 stack PrivateLink-Dns-laurel",
                        "- eu-west-1 stack PrivateLink-Customer-laurel-eu-west-1");
        deployed.files().delete("laurel");
        assertThat(privatelink.run("offboard", "laurel"))
                .isEqualTo(new CommandLine.Run(0, "nothing of laurel is left: neither stacks nor a file\n", ""));
    }

    /** AWS alone may write such metrics; the local AWS takes them from anybody, and compares dimensions in their order. */
    private void useNow(VpcEndpoint endpoint) {
        try (CloudWatchClient cloudWatch =
                deployed.aws().as(Accounts.ELEMENTARY).client(Accounts.MAPLE_REGION, CloudWatchClient.builder())) {
            cloudWatch.putMetricData(request -> request.namespace("AWS/PrivateLinkEndpoints")
                    .metricData(datum(endpoint, "NewConnections", 2), datum(endpoint, "BytesProcessed", 5000)));
        }
    }

    private static MetricDatum datum(VpcEndpoint endpoint, String metric, double value) {
        return MetricDatum.builder()
                .metricName(metric)
                .timestamp(Instant.now().minusSeconds(600))
                .value(value)
                .dimensions(
                        dimension("Endpoint Type", "Interface"),
                        dimension("Service Name", endpoint.serviceName()),
                        dimension("VPC Endpoint Id", endpoint.vpcEndpointId()),
                        dimension("VPC Id", endpoint.vpcId()))
                .build();
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }

    private static List<String> commandsIn(String plan) {
        return plan.lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private static List<String> onAws(List<String> commands) {
        return commands.stream().filter(command -> command.startsWith("aws ")).toList();
    }

    private void asElementary(List<String> commands) {
        new Commands(deployed.clients(), Accounts.ELEMENTARY).run(commands, Map.of());
    }

    private void asProvider(String command) {
        new Commands(deployed.clients(), Accounts.MAPLE).run(List.of(command), Map.of());
    }

    private JsonNode plan(String customer, int exitCode) throws IOException, InterruptedException {
        CommandLine.Run run = privatelink.run("plan", customer, "--live", "--json");
        assertThat(run.exitCode()).as(run.err() + run.out()).isEqualTo(exitCode);
        return JsonMapper.shared().readTree(run.out());
    }

    /** The precondition that is not met, if there is one. */
    private static JsonNode blamed(JsonNode plan) {
        return plan.path("preconditions")
                .valueStream()
                .filter(finding -> finding.path("verdict").asString().equals("failed"))
                .reduce((one, other) -> {
                    throw new AssertionError("%s and %s".formatted(one, other));
                })
                .orElseGet(MissingNode::getInstance);
    }
}
