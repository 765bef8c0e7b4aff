package com.elementarydata.privatelink.e2e;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.FleetCopy;
import com.elementarydata.privatelink.aws.EndpointServiceConnections;
import com.elementarydata.privatelink.command.PrivatelinkCommands;
import com.elementarydata.privatelink.demo.LocalAws;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.net.AccountId;
import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole way of a customer of each integration, from what it hands over to its last command, as an engineer types it. */
@ExtendWith(EndToEnd.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnboardingIT {

    /** What each of the customers of the example fleet is called here, and its one connection. */
    private enum Newcomer {
        ALDER("warehouse"),
        BAY("lakehouse"),
        CORNEL("git"),
        ELDER("clickhouse");

        private final String connection;

        Newcomer(String connection) {
            this.connection = connection;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        String path() {
            return "%s/%s".formatted(id(), connection);
        }
    }

    private final Path folder = E2eFleet.emptyFolder("onboarding");
    private final Figures figures;
    private final ListMultimap<Newcomer, String> typed = ArrayListMultimap.create();
    private final E2eFleet deployed;
    private final CommandLine privatelink;

    OnboardingIT(Figures figures) throws IOException, InterruptedException {
        this.figures = figures;
        FleetCopy files = FleetCopy.in(folder);
        // the local AWS has the services of the example fleet, which newcomers offer here
        LocalAws aws = LocalAws.start(
                E2eFleet.worldOf(files.folder()),
                folder,
                Map.of(RecordedCalls.FILE, RecordedCalls.in(folder).toString()));
        for (String customer : List.of("acme", "birch", "cedar", "dogwood", "elm-energy", "fir")) {
            files.delete(customer);
        }
        deployed = new E2eFleet(files, aws, new Cdk(aws, folder), new Clients(aws), folder.resolve("faults"));
        privatelink = CommandLine.of(deployed);
    }

    @AfterAll
    void stop() throws IOException {
        deployed.close();
    }

    @Test
    void customers_of_all_integrations_are_connected_and_leave_again() throws IOException, InterruptedException {
        for (Newcomer newcomer : Newcomer.values()) {
            type(newcomer, "add", added(newcomer));
            type(newcomer, "validate");
            type(newcomer, "plan", newcomer.id());
        }
        deployed.deploy();
        Map<String, JsonNode> waiting = statuses();
        for (Newcomer newcomer : Newcomer.values()) {
            JsonNode status = requireNonNull(waiting.get(newcomer.path()));
            String runbook = type(newcomer, "runbook", newcomer.id(), "--live");
            assertThat(runbook).contains(status.path("endpointId").asString()).doesNotContain("after deployment");
            assertThat(status.path("state").asString()).isEqualTo("pending-acceptance");
            accept(newcomer, runbook, status.path("next").path("command").asString());
        }
        assertThat(statuses().values())
                .extracting(status -> status.path("state").asString())
                .hasSize(Newcomer.values().length)
                .containsOnly("prepared");
        for (Newcomer newcomer : Newcomer.values()) {
            switchOn(newcomer);
        }
        deployed.deploy();
        assertThat(statuses().values())
                .hasSize(Newcomer.values().length)
                .allMatch(status -> status.path("state").asString().equals("available"));
        for (Newcomer newcomer : Newcomer.values()) {
            figures.add("onboarding of %s: %d commands of privatelink and 2 deployments from request to available"
                    .formatted(
                            connection(newcomer).integration(),
                            typed.get(newcomer).size()));
        }
        for (Newcomer newcomer : Newcomer.values()) {
            leave(newcomer);
        }
        assertThat(deployed.view()
                        .zones(Accounts.ELEMENTARY)
                        .lookUp("git.cornel.example", deployed.fleet().network().production()))
                .isEmpty();
    }

    private String[] added(Newcomer newcomer) throws IOException, InterruptedException {
        return switch (newcomer) {
            case ALDER ->
                new String[] {
                    "snowflake",
                    newcomer.id(),
                    "--config",
                    Files.writeString(folder.resolve("alder.json"), """
                        {
                          "privatelink-account-name": "alder.us-west-2.privatelink",
                          "privatelink-vpce-id": "com.amazonaws.vpce.us-west-2.vpce-svc-0123456789abcdef0",
                          "privatelink-account-url": "alder.us-west-2.privatelink.snowflakecomputing.com",
                          "privatelink_ocsp-url": "ocsp.alder.us-west-2.privatelink.snowflakecomputing.com",
                          "regionless-privatelink-account-url": "alderorg-alder.privatelink.snowflakecomputing.com",
                          "regionless-privatelink-ocsp-url": "ocsp.alderorg-alder.privatelink.snowflakecomputing.com"
                        }
                        """).toString(),
                    "--discover"
                };
            case BAY ->
                new String[] {
                    "databricks",
                    newcomer.id(),
                    "--region",
                    "us-east-1",
                    "--workspace-url",
                    "https://dbc-0b0b0b0b-0b0b.cloud.databricks.com",
                    "--discover"
                };
            case CORNEL ->
                new String[] {
                    "github-enterprise-server",
                    newcomer.id(),
                    "--handoff",
                    Files.writeString(folder.resolve("cornel.json"), handoff()).toString()
                };
            case ELDER ->
                new String[] {
                    "service",
                    newcomer.id(),
                    "--service-name",
                    "com.amazonaws.vpce.eu-central-1.vpce-svc-0aa11bb22cc33dd44",
                    "--aws-account-id",
                    "345678901234",
                    "--hostname",
                    "clickhouse.elder.example",
                    "--port",
                    "8443",
                    "--discover"
                };
        };
    }

    /** What the customer's own check prints to hand over. */
    private String handoff() throws IOException, InterruptedException {
        CommandLine.Run check = privatelink
                .as(AccountId.parse("210987654321"))
                .runAnywhere(
                        "provider",
                        "check",
                        "--json",
                        "--integration",
                        "github-enterprise-server",
                        "--hostname",
                        "git.cornel.example",
                        "--service-name",
                        "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1");
        assertThat(check.exitCode()).as(check.err()).isZero();
        return JsonMapper.shared().readTree(check.out()).path("handoff").toString();
    }

    private String type(Newcomer newcomer, String verb, String... arguments) throws IOException, InterruptedException {
        typed.put(newcomer, verb);
        CommandLine.Run run = privatelink.run(verb, arguments);
        assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
        return run.out();
    }

    private Connection connection(Newcomer newcomer) {
        return deployed.fleet()
                .connections()
                .filter(owned -> owned.customer().id().toString().equals(newcomer.id()))
                .map(owned -> owned.connection())
                .findFirst()
                .orElseThrow();
    }

    /** By the name of the connection. */
    private Map<String, JsonNode> statuses() throws IOException, InterruptedException {
        CommandLine.Run run = privatelink.run("status", "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        return JsonMapper.shared()
                .readTree(run.out())
                .path("connections")
                .valueStream()
                .collect(Collectors.toMap(status -> status.path("connection").asString(), Function.identity()));
    }

    /** A customer with what its runbook and status print; a vendor when the endpoint is registered there. */
    private void accept(Newcomer newcomer, String runbook, String command) throws IOException, InterruptedException {
        Connection connection = connection(newcomer);
        if (newcomer == Newcomer.ALDER || newcomer == Newcomer.BAY) {
            var vendor = new EndpointServiceConnections(
                    deployed.aws().as(Accounts.providerOf(connection)), connection.serviceRegion());
            vendor.accept(vendor.waiting(Accounts.ELEMENTARY));
            return;
        }
        typed.put(newcomer, "provider accept");
        List<String> printed = Commands.blocks(runbook).stream()
                .flatMap(List::stream)
                .filter(Commands::isTyped)
                .toList();
        assertThat(printed)
                .contains(command)
                .anyMatch(line -> line.startsWith("aws ec2 accept-vpc-endpoint-connections "))
                .anyMatch(line -> line.startsWith("bin/privatelink provider check "))
                .anyMatch(line -> line.startsWith("sh elementary-privatelink.sh check "));
        // acceptance is printed as commands of ours and as one of AWS's own, which refuses what is accepted
        boolean withOurs = newcomer == Newcomer.CORNEL;
        new Commands(deployed.clients(), Accounts.providerOf(connection))
                .run(
                        printed.stream()
                                .filter(line -> !line.contains(" accept ") || withOurs)
                                .filter(line -> !line.contains(" accept-vpc-endpoint-connections ") || !withOurs)
                                .toList(),
                        Map.of());
    }

    private void switchOn(Newcomer newcomer) throws IOException {
        String written = deployed.files().read(newcomer.id());
        assertThat(written).contains("    dns: prepared\n");
        deployed.files().write(newcomer.id(), written.replace("dns: prepared", "dns: active"));
    }

    private void leave(Newcomer newcomer) throws IOException, InterruptedException {
        CommandLine.Run plan = privatelink.run("offboard", newcomer.id(), "--despite-names");
        assertThat(plan.exitCode()).as(plan.err()).isZero();
        Commands commands = new Commands(deployed.clients(), Accounts.ELEMENTARY);
        commands.run(plan.out().lines().filter(line -> line.startsWith("aws ")).toList(), Map.of());
        deployed.files().delete(newcomer.id());
        assertThat(commands.run(List.of(PrivatelinkCommands.offboard(newcomer.id())), Map.of()))
                .isEqualTo("fleet folder: %s%nnothing of %s is left: neither stacks nor a file%n"
                        .formatted(Path.of("stacks").toAbsolutePath(), newcomer.id()));
        assertThat(commands.ran())
                .containsExactly(
                        PrintedCommand.UNPROTECT_STACK,
                        PrintedCommand.DELETE_STACK,
                        PrintedCommand.WAIT_UNTIL_STACK_IS_DELETED,
                        PrintedCommand.OFFBOARD);
    }
}
