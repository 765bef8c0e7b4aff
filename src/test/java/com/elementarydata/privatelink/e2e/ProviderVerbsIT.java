package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.aws.EndpointServiceConnections;
import com.elementarydata.privatelink.aws.Permissions;
import com.elementarydata.privatelink.aws.ProviderReader;
import com.elementarydata.privatelink.cli.PublishedSchema;
import com.elementarydata.privatelink.config.HandoffDocument;
import com.elementarydata.privatelink.demo.LocalAws;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.EndpointServiceName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProviderVerbsIT {

    /** That of the customer cedar in the example fleet. */
    private static final EndpointServiceName SERVICE =
            EndpointServiceName.parse("com.amazonaws.vpce.eu-central-1.vpce-svc-0aa11bb22cc33dd44");

    private static final AccountId PROVIDER = AccountId.parse("345678901234");
    private static final AccountId ELEMENTARY = AccountId.parse("743289191656");
    private static final AccountId STRANGER = AccountId.parse("999900001111");

    /** Of the table of findings. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (PV\\d+) +\\| [a-z -]+\\| (\\w+)");

    @TempDir
    private static Path folder;

    private static LocalAws aws;

    private record Run(int exitCode, String out, String err) {}

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        aws = LocalAws.start(E2eFleet.worldOf(Path.of("stacks")), folder, Map.of());
    }

    @AfterAll
    static void stop() throws IOException {
        aws.close();
    }

    @Test
    void what_is_checked_is_judged_and_handed_off() throws IOException, InterruptedException {
        Run run = provider(
                "check",
                "--json",
                "--integration",
                "service",
                "--hostname",
                "clickhouse.cedar.example",
                "--port",
                "9440,8443",
                "--service-name",
                SERVICE.toString());

        JsonNode report = JsonMapper.builder().build().readTree(run.out());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(report.path("findings"))
                .hasSize(13)
                .allSatisfy(finding ->
                        assertThat(finding.path("verdict").asString()).isNotEqualTo("failed"));
        String handoff = report.path("handoff").toString();
        assertThat(HandoffDocument.read("handoff", handoff.getBytes(StandardCharsets.UTF_8))
                        .handoff())
                .hasValueSatisfying(read -> {
                    assertThat(read.awsAccountId()).isEqualTo(PROVIDER);
                    assertThat(read.address().serviceName().value()).isEqualTo(SERVICE);
                    assertThat(read.address().ports()).hasToString("[8443, 9440]");
                    assertThat(read.availabilityZoneIds()).hasToString("[euc1-az1, euc1-az2]");
                });
    }

    @Test
    void a_table_says_the_same() throws IOException, InterruptedException {
        Run run = provider("check", "--service-name", SERVICE.toString(), "--port", "8443");

        assertThat(run.out())
                .contains("TCP:8443", "PV111", "10.0.1.0/24, 10.0.2.0/24, 10.0.3.0/24 admitted")
                .endsWith("give --integration and --hostname to get the handoff document\n");
    }

    @Test
    void fails_where_it_is_not_said_which_of_several_listeners_elementary_uses()
            throws IOException, InterruptedException {
        assertThat(provider("check", "--service-name", SERVICE.toString()))
                .isEqualTo(new Run(
                        2,
                        "",
                        "--port is missing: the ports that Elementary uses, such as 443;"
                                + " there are listeners on TCP 8443, TCP 9440\n"));
        assertThat(provider(
                        "check",
                        "--service-name",
                        SERVICE.toString(),
                        "--integration",
                        "github-enterprise-server",
                        "--port",
                        "8443"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("--port: port 8443 is an administrative port"));
    }

    @Test
    void fails_for_a_service_of_somebody_else() throws IOException, InterruptedException {
        Run run = provider("check", "--service-name", "com.amazonaws.vpce.eu-central-1.vpce-svc-0aa11bb22cc33dd55");

        assertThat(run)
                .isEqualTo(new Run(
                        1,
                        "",
                        "com.amazonaws.vpce.eu-central-1.vpce-svc-0aa11bb22cc33dd55 is not in this account; use the"
                                + " credentials of the account that owns it\n"));
    }

    @Test
    void elementarys_connection_is_accepted_and_a_strangers_left_alone() throws IOException, InterruptedException {
        try (Ec2Client provider = aws.as(PROVIDER).client(SERVICE.region(), Ec2Client.builder())) {
            provider.modifyVpcEndpointServicePermissions(request -> request.serviceId(SERVICE.serviceId())
                    .addAllowedPrincipals("arn:aws:iam::%s:root".formatted(STRANGER)));
            String ours = connect(ELEMENTARY);
            String theirs = connect(STRANGER);

            Run dry = provider("accept", "--dry-run", "--service-name", SERVICE.toString());
            Run accepted = provider("accept", "--service-name", SERVICE.toString());
            Run again = provider("accept", "--verbose", "--service-name", SERVICE.toString(), "--endpoint-id", ours);
            Run wrong = provider("accept", "--service-name", SERVICE.toString(), "--endpoint-id", theirs);

            String left = "left alone: %s of account %s, pendingAcceptance\n".formatted(theirs, STRANGER);
            assertThat(dry.out())
                    .isEqualTo(
                            left + "would accept: %s of account %s, pendingAcceptance\n".formatted(ours, ELEMENTARY));
            assertThat(accepted)
                    .isEqualTo(new Run(
                            0,
                            left + "accepting: %s of account %s, pendingAcceptance\n".formatted(ours, ELEMENTARY),
                            ""));
            assertThat(again.out())
                    .endsWith("already accepted: %s of account %s, available\n".formatted(ours, ELEMENTARY));
            assertThat(again.err()).isEqualTo("ec2:DescribeVpcEndpointConnections 1\n");
            assertThat(wrong.exitCode()).isEqualTo(1);
            assertThat(new EndpointServiceConnections(aws.as(PROVIDER), SERVICE.region()).of(SERVICE.serviceId()))
                    .extracting(connection -> connection.endpointId() + " " + connection.state())
                    .containsExactlyInAnyOrder(ours + " available", theirs + " pendingAcceptance");
        }
    }

    @Test
    void the_script_accepts_elementarys_connection_and_after_a_rejection_only_by_its_id()
            throws IOException, InterruptedException {
        CustomerScript script = new CustomerScript(aws, PROVIDER, SERVICE);
        try (Ec2Client provider = aws.as(PROVIDER).client(SERVICE.region(), Ec2Client.builder());
                Ec2Client elementary = aws.as(ELEMENTARY).client(SERVICE.region(), Ec2Client.builder());
                Ec2Client stranger = aws.as(STRANGER).client(SERVICE.region(), Ec2Client.builder())) {
            provider.modifyVpcEndpointServicePermissions(request -> request.serviceId(SERVICE.serviceId())
                    .addAllowedPrincipals("arn:aws:iam::%s:root".formatted(STRANGER)));
            String ours = connect(ELEMENTARY);
            String theirs = connect(STRANGER);

            CustomerScript.Run wrong = script.run("accept", List.of("--endpoint-id", theirs));
            CustomerScript.Run accepted = script.run("accept", List.of());
            CustomerScript.Run again = script.run("accept", List.of("--endpoint-id", ours));
            provider.rejectVpcEndpointConnections(
                    request -> request.serviceId(SERVICE.serviceId()).vpcEndpointIds(ours));
            CustomerScript.Run unsaid = script.run("accept", List.of("--endpoint-id", ours));
            CustomerScript.Run after = script.run("accept", List.of("--after-rejection", "--endpoint-id", ours));

            assertThat(wrong.exitCode()).isEqualTo(1);
            assertThat(wrong.out()).contains("left alone: %s of account %s".formatted(theirs, STRANGER));
            assertThat(accepted.exitCode()).as(accepted.err()).isZero();
            assertThat(accepted.out())
                    .contains("left alone: %s of account %s, pendingAcceptance\n".formatted(theirs, STRANGER))
                    .endsWith("accepting: %s of account %s, pendingAcceptance%n%s is available%n"
                            .formatted(ours, ELEMENTARY, ours));
            assertThat(again.out()).contains("already accepted: %s of account".formatted(ours));
            assertThat(unsaid.exitCode()).isEqualTo(1);
            assertThat(unsaid.err())
                    .isEqualTo("%s was rejected; to accept it after all, add --after-rejection%n".formatted(ours));
            assertThat(after.out()).endsWith("%s is available%n".formatted(ours));
            elementary.deleteVpcEndpoints(request -> request.vpcEndpointIds(ours));
            stranger.deleteVpcEndpoints(request -> request.vpcEndpointIds(theirs));
        }
    }

    @Test
    void the_policies_name_what_is_asked_for_and_nothing_else() {
        AwsAccess access = aws.as(PROVIDER);
        try (InstanceBehindService instance = InstanceBehindService.run(aws.as(PROVIDER), SERVICE)) {
            assertThat(ProviderReader.read(access, SERVICE).orElseThrow().loadBalancers().stream()
                            .flatMap(balancer -> balancer.listeners().stream())
                            .flatMap(listener -> listener.targets().stream())
                            .filter(target -> target.id().equals(instance.id())))
                    .singleElement()
                    .satisfies(target -> assertThat(target.availabilityZoneId()).contains(instance.zoneId()));
        }
        assertThat(access.calls().actions()).containsExactlyElementsOf(Permissions.actions("provider check"));
    }

    @Test
    void the_policy_of_acceptance_names_what_is_asked_for_and_nothing_else() {
        String endpoint = connect(ELEMENTARY);
        AwsAccess access = aws.as(PROVIDER);
        try (Ec2Client elementary = aws.as(ELEMENTARY).client(SERVICE.region(), Ec2Client.builder())) {
            EndpointServiceConnections connections = new EndpointServiceConnections(access, SERVICE.region());
            connections.accept(connections.of(SERVICE.serviceId()).stream()
                    .filter(connection -> connection.endpointId().equals(endpoint))
                    .toList());
            elementary.deleteVpcEndpoints(request -> request.vpcEndpointIds(endpoint));
        }
        assertThat(access.calls().actions()).containsExactlyElementsOf(Permissions.actions("provider accept"));
    }

    @Test
    void a_public_and_a_foreign_subnet_are_found() throws IOException, InterruptedException {
        try (Ec2Client ec2 = aws.as(PROVIDER).client(SERVICE.region(), Ec2Client.builder());
                ElasticLoadBalancingV2Client loadBalancing =
                        aws.as(PROVIDER).client(SERVICE.region(), ElasticLoadBalancingV2Client.builder())) {
            SubnetsOfService subnets = SubnetsOfService.of(SERVICE, ec2, loadBalancing);

            Run open = subnets.withRouteToTheInternet(
                    () -> provider("check", "--port", "8443", "--service-name", SERVICE.toString()));
            Run foreign = subnets.withOneOfAnotherVpc(
                    () -> provider("check", "--port", "8443", "--service-name", SERVICE.toString()));

            assertThat(open.out()).containsPattern("PV106 +\\| subnets +\\| warning");
            assertThat(foreign.out()).containsPattern("PV106 +\\| subnets +\\| failed");
            assertThat(List.of(open.exitCode(), foreign.exitCode())).containsExactly(0, 1);
        }
    }

    @Test
    void fails_readably_where_aws_refuses() throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("bin/privatelink", "provider", "check", "--service-name", SERVICE.toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(java.util.Map.of("AWS_EC2_METADATA_DISABLED", "true", "HOME", folder.toString()));

        Run run = run(builder);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("bin/privatelink provider check failed: ")
                .hasLineCount(1);
    }

    private static String connect(AccountId account) {
        try (Ec2Client ec2 = aws.as(account).client(SERVICE.region(), Ec2Client.builder())) {
            Subnet subnet = ec2.describeSubnets(request -> request.filters(Filter.builder()
                            .name("availability-zone-id")
                            .values("euc1-az1")
                            .build()))
                    .subnets()
                    .get(0);
            return ec2.createVpcEndpoint(request -> request.serviceName(SERVICE.toString())
                            .vpcId(subnet.vpcId())
                            .subnetIds(subnet.subnetId())
                            .vpcEndpointType(VpcEndpointType.INTERFACE))
                    .vpcEndpoint()
                    .vpcEndpointId();
        }
    }

    private static Run provider(String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of("bin/privatelink", "provider"), Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command);
        aws.lead(builder, PROVIDER);
        Run run = run(builder);
        if (arguments[0].equals("check")) {
            compareTheScript(List.of(arguments), run);
        }
        return run;
    }

    /** With every check that is run here, whatever it came to. */
    private static void compareTheScript(List<String> arguments, Run check) throws IOException, InterruptedException {
        EndpointServiceName service = EndpointServiceName.parse(arguments.get(arguments.indexOf("--service-name") + 1));
        CustomerScript script = new CustomerScript(aws, PROVIDER, service);
        CustomerScript.Run run = script.run("check", options(arguments, "--port", "--integration"));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(check.exitCode());
        if (!arguments.contains("--json")) {
            assertThat(run.findings())
                    .extracting(
                            found -> String.join(" ", List.of(found.split(" ")).subList(0, 2)))
                    .containsExactlyElementsOf(ROW.matcher(check.out())
                            .results()
                            .map(row -> row.group(1) + " " + row.group(2))
                            .toList());
            return;
        }
        PublishedSchema.of("provider check").describes(check.out());
        JsonNode report = JsonMapper.shared().readTree(check.out());
        assertThat(run.findings())
                .containsExactlyElementsOf(report.path("findings")
                        .valueStream()
                        .map(finding -> "%s %s %s"
                                .formatted(
                                        finding.path("code").asString(),
                                        finding.path("verdict").asString(),
                                        finding.path("found").asString()))
                        .toList());
        assertThat(script.run("handoff", options(arguments, "--port", "--integration", "--hostname")))
                .isEqualTo(new CustomerScript.Run(0, report.path("handoff") + "\n", ""));
    }

    private static List<String> options(List<String> arguments, String... names) {
        return IntStream.range(0, arguments.size())
                .filter(i -> List.of(names).contains(arguments.get(i)))
                .mapToObj(i -> arguments.subList(i, i + 2))
                .flatMap(List::stream)
                .toList();
    }

    private static Run run(ProcessBuilder builder) throws IOException, InterruptedException {
        Path err = folder.resolve("err");
        Process process = builder.redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, Files.readString(err));
    }
}
