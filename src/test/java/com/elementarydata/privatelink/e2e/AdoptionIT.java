package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.FleetCopy;
import com.elementarydata.privatelink.aws.ApiCalls;
import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.aws.EndpointServiceConnections;
import com.elementarydata.privatelink.aws.EstateReader;
import com.elementarydata.privatelink.command.PrivatelinkCommands;
import com.elementarydata.privatelink.config.CustomerMapping;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.EstateFacts;
import com.elementarydata.privatelink.operation.adoption.Estate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** An estate that people made by hand comes under a fleet, step by step, and nothing that works stops working. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AdoptionIT {

    private static final String WIDE = "privatelink.snowflakecomputing.com";
    private static final List<String> OF_SNOWFLAKE = List.of("acme", "birch", "cedar", "dogwood");
    private static final List<String> TAKEN_OVER = List.of("acme", "birch", "cedar");
    private static final List<Region> REGIONS = List.of(
            Region.parse("eu-central-1"),
            Region.parse("eu-west-1"),
            Region.parse("us-east-1"),
            Region.parse("us-west-2"));

    private static E2eFleet fleet;
    private static Fleet truth;
    private static HandMadeEstate estate;
    private static Path written;

    private static String snowflake(String customer) {
        return """
                id: %1$s
                connections:
                  - id: warehouse
                    integration: snowflake
                    availabilityZoneIds: [usw2-az1, usw2-az2]
                    privatelinkConfig:
                      privatelink-vpce-id: com.amazonaws.vpce.us-west-2.vpce-svc-0123456789abcdef0
                      privatelink-account-url: %1$s.us-west-2.privatelink.snowflakecomputing.com
                      privatelink_ocsp-url: ocsp.%1$s.us-west-2.privatelink.snowflakecomputing.com
                """.formatted(customer);
    }

    private static Map<String, String> customers() {
        Map<String, String> files = new TreeMap<>();
        OF_SNOWFLAKE.forEach(customer -> files.put(customer, snowflake(customer)));
        files.put(
                "elm",
                Offer.file("elm", Offer.inIreland("git", 1, "git.elm.example").on(443, 22)));
        files.put("fir", Offer.file("fir", Offer.inIreland("git", 2, "git.fir.example")));
        files.put(
                "ginkgo",
                Offer.file(
                        "ginkgo",
                        Offer.inIreland("db", 3, "ginkgo.partners.example").on(5432)));
        files.put(
                "hazel",
                Offer.file(
                        "hazel",
                        Offer.inIreland("db", 4, "hazel.partners.example").on(5432)));
        files.put(
                "ivy",
                Offer.file(
                        "ivy",
                        Offer.inIreland("orders", 5, "orders.ivy.example").in("us-east-1", "use1-az1")));
        files.put(
                "juniper",
                Offer.file(
                        "juniper",
                        Offer.inIreland("orders", 6, "orders.juniper.example")
                                .in("us-east-1", "use1-az1", "use1-az2")
                                .on(5432)));
        files.put(
                "kauri",
                Offer.file(
                        "kauri",
                        Offer.inIreland("logs", 7, "logs.kauri.example").in("us-west-2", "usw2-az1", "usw2-az2")));
        files.put("larch", Offer.file("larch", Offer.inIreland("git", 8, "git.larch.example")));
        return files;
    }

    /** Services that nobody is connected to yet, or by no name. */
    private static Map<String, String> others() {
        return Map.of(
                "stray",
                        Offer.file(
                                "stray",
                                Offer.inIreland("old", 20, "old.example.test").in("us-east-1", "use1-az1", "use1-az2")),
                "maple",
                        Offer.file(
                                "maple",
                                Offer.inIreland("git", 21, "git.maple.example")
                                        .in("us-west-2", "usw2-az1", "usw2-az2")));
    }

    @BeforeAll
    static void make_an_estate_by_hand() throws IOException, InterruptedException {
        Path folder = E2eFleet.emptyFolder("adoption");
        FleetCopy files = FleetCopy.withoutCustomers(folder);
        for (var file : customers().entrySet()) {
            files.write(file.getKey(), file.getValue());
        }
        for (var file : others().entrySet()) {
            files.write(file.getKey(), file.getValue());
        }
        fleet = E2eFleet.start(files, folder);
        for (String other : others().keySet()) {
            files.delete(other);
        }
        truth = CheckedFleet.of(FleetFolder.read(files.folder())).fleet().orElseThrow();
        estate = HandMadeEstate.in(fleet, truth);
        estate.addRegion(
                "us-west-2", "172.20.0.0/18", Map.of("usw2-az1", "172.20.0.0/24", "usw2-az2", "172.20.9.0/26"));
        estate.addRegion("eu-west-1", "10.70.0.0/16", Map.of("euw1-az1", "10.70.1.0/24", "euw1-az2", "10.70.2.0/24"));
        estate.addRegion(
                "us-east-1", "192.168.64.0/20", Map.of("use1-az1", "192.168.64.0/24", "use1-az2", "192.168.65.0/24"));
        for (CustomerConnection owned : truth.connections().toList()) {
            String customer = owned.customer().id().value().value();
            if (List.of("elm", "fir", "juniper", "ginkgo", "hazel", "ivy").contains(customer)) {
                estate.addEndpoint(owned, "Customer", customer);
            }
            estate.addNames(zoneOf(owned), owned);
        }
        estate.addEndpoint(
                EndpointServiceName.parse("com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcde20"),
                List.of("use1-az1", "use1-az2"),
                List.of(443),
                "Name",
                "old");
        estate.addName(
                WIDE,
                "gone.us-west-2.privatelink.snowflakecomputing.com",
                "vpce-0fedcba9876543210-a1b2c3d4.vpce-svc-0123456789abcdef0.us-west-2.vpce.amazonaws.com");
        estate.addName(
                WIDE,
                "app.us-west-2.privatelink.snowflakecomputing.com",
                estate.addEndpoint(truth.connections().findFirst().orElseThrow())
                        .dnsEntries()
                        .get(0)
                        .dnsName());
        fleet.acceptAll();
        written = folder.resolve("adopted");
    }

    @AfterAll
    static void stop() throws IOException {
        fleet.close();
    }

    private static String zoneOf(CustomerConnection owned) {
        String name = owned.connection().address().names().get(0).value();
        if (name.endsWith(WIDE)) {
            return WIDE;
        }
        return name.endsWith("partners.example") ? "partners.example" : name;
    }

    private static WorldState state() {
        return WorldState.of(fleet, REGIONS, Accounts.MAPLE);
    }

    private static CommandLine commandLine() {
        return new CommandLine(fleet.aws(), Accounts.ELEMENTARY, written);
    }

    private static Fleet adopted() {
        return CheckedFleet.of(FleetFolder.read(written)).fleet().orElseThrow();
    }

    /** Every path of every connection. */
    private static int walk(Fleet walked) {
        Production production = walked.network().production();
        View view = fleet.view();
        List<Verdict> verdicts = new ArrayList<>();
        for (CustomerConnection owned : walked.connections().toList()) {
            PacketPath path = new PacketPath(view, production, owned);
            for (var port : owned.connection().address().ports()) {
                production.clientCidrs().forEach(client -> verdicts.add(path.walk(client, port)));
            }
        }
        assertThat(verdicts).isNotEmpty().containsOnly(Verdict.PASSES);
        return verdicts.size();
    }

    @Test
    @Order(0)
    void a_vpc_that_is_not_there_is_no_estate_without_anybody() throws Exception {
        CommandLine.Run run =
                commandLine().runAnywhere("inventory", "--vpc", "vpc-0123456789abcdef0", "--region", "eu-central-1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("there is no VPC \"vpc-0123456789abcdef0\" in eu-central-1 of account " + Accounts.ELEMENTARY
                        + "; check the id, the Region and the credentials");
    }

    @Test
    @Order(1)
    void inventory_writes_a_fleet_that_validates() throws Exception {
        WorldState before = state();
        Path mapping = Files.writeString(
                written.resolveSibling("customers.yaml"),
                "kauri: [logs.kauri.example]\nlarch: [com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcde08]\n");

        CommandLine.Run run = commandLine()
                .runAnywhere(
                        "inventory",
                        "--vpc",
                        truth.network().production().vpcId(),
                        "--region",
                        "eu-central-1",
                        "--customers",
                        mapping.toString(),
                        "--write",
                        written.toString());

        assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
        assertThat(run.out())
                .contains("leads nowhere: gone.us-west-2.privatelink.snowflakecomputing.com")
                .contains("of several customers: partners.example")
                .contains("with dns: active, in a zone of its own")
                .contains("and stays in it, also where it is imported")
                .contains("not used by name: vpce-");
        CommandLine.Run validated = commandLine().run("validate");
        assertThat(validated.exitCode()).as(validated.err() + validated.out()).isZero();
        assertThat(adopted().customers())
                .extracting(customer -> customer.id().toString())
                .containsExactlyElementsOf(customers().keySet());
        assertThat(before.changesTo(state())).isEmpty();
    }

    @Test
    @Order(2)
    void nothing_changes_by_a_plan_and_every_path_holds() throws Exception {
        CommandLine.Run plan = commandLine().run("plan", "--live", "--detailed-exitcode");
        assertThat(plan.exitCode()).as(plan.err() + plan.out()).isZero();
        assertThat(walk(adopted())).isGreaterThanOrEqualTo(12);
        CommandLine.Run status = commandLine().run("status");
        assertThat(status.exitCode()).as(status.err() + status.out()).isZero();
        assertThat(status.out()).contains("12 connections: 12 available");
        for (String customer : List.of("acme", "hazel", "ivy")) {
            CommandLine.Run diagnosis = commandLine().run("diagnose", customer);
            assertThat(diagnosis.exitCode())
                    .as(diagnosis.err() + diagnosis.out())
                    .isZero();
        }
    }

    @Test
    @Order(3)
    void a_new_customer_is_connected_beside_the_old_ones() throws Exception {
        WorldState before = state();
        Files.writeString(
                written.resolve("customers/maple.yaml"),
                Offer.file(
                        "maple",
                        Offer.inIreland("git", 21, "git.maple.example").in("us-west-2", "usw2-az1", "usw2-az2")));

        deploy();
        var provider = new EndpointServiceConnections(fleet.aws().as(Accounts.MAPLE), Region.parse("us-west-2"));
        provider.accept(provider.waiting(Accounts.ELEMENTARY));

        walk(adopted());
        assertThat(before.changesTo(state()))
                .isNotEmpty()
                .allMatch(change -> change.startsWith("+ "))
                .allMatch(change -> change.contains("aple"));
    }

    @Test
    @Order(4)
    void names_are_taken_over_one_customer_at_a_time_and_given_back() throws Exception {
        WorldState before = state();
        for (String customer : TAKEN_OVER) {
            setDns(customer, "external", "active");
        }
        CommandLine.Run plan = commandLine().run("plan", "--live", "--detailed-exitcode", "acme");
        assertThat(plan.exitCode()).as(plan.err() + plan.out()).isEqualTo(2);
        assertThat(plan.out().replaceAll("\\s+", " "))
                .contains("acme.us-west-2.privatelink.snowflakecomputing.com is answered by " + WIDE + " (")
                .contains("today, and by the fleet's acme.us-west-2.privatelink.snowflakecomputing.com once deployed");

        deploy();
        walk(adopted());
        List<String> changes = before.changesTo(state());
        assertThat(changes).isNotEmpty().allMatch(change -> change.startsWith("+ "));
        assertThat(commandLine().run("status").out()).contains("13 connections: 13 available");

        for (String customer : TAKEN_OVER) {
            setDns(customer, "active", "external");
            delete("PrivateLink-Dns-" + customer, Accounts.PRODUCTION_REGION);
        }
        walk(adopted());
        assertThat(before.changesTo(state())).isEmpty();
    }

    @Test
    @Order(5)
    void a_deployment_in_place_of_an_import_makes_nothing() throws Exception {
        Path files = copyOf(written);
        WorldState before = state();
        CommandLine here = new CommandLine(fleet.aws(), Accounts.ELEMENTARY, files);
        Imported.writeChanges(here.run("adopt", "us-east-1").out());
        Imported.writeChanges(here.run("adopt", "ivy").out());

        CommandLine.Run plan = here.run("plan", "--live", "ivy");
        assertThat(plan.exitCode()).as(plan.err() + plan.out()).isEqualTo(1);
        String said = plan.out().replaceAll("\\s+", " ");
        for (String subject : List.of("us-east-1", "ivy")) {
            String command = PrivatelinkCommands.adopt(subject);
            assertThat(PrintedCommand.of(command)).contains(PrintedCommand.ADOPT);
            assertThat(said).contains("run what %s prints first".formatted(command));
        }
        for (String stack : List.of("PrivateLink-Region-us-east-1", "PrivateLink-Customer-ivy-us-east-1")) {
            deployAlone(stack, files).failed();
            delete(stack, Region.parse("us-east-1"));
        }

        assertThat(before.changesTo(state())).isEmpty();
    }

    private static Cdk.Run deployAlone(String stack, Path files) throws IOException, InterruptedException {
        return fleet.cdk()
                .start(
                        Accounts.ELEMENTARY,
                        Accounts.PRODUCTION_REGION,
                        Cdk.deploying(List.of(
                                "deploy", "--exclusively", stack, "--app", "bin/app", "--context", "stacks=" + files)))
                .end();
    }

    @Test
    @Order(6)
    void a_region_and_a_customer_are_imported_and_left_again() throws Exception {
        Path files = copyOf(written);
        CommandLine here = new CommandLine(fleet.aws(), Accounts.ELEMENTARY, files);
        WorldState before = state();
        for (String subject : List.of("eu-west-1", "elm")) {
            CommandLine.Run adopt = here.run("adopt", subject);
            assertThat(adopt.exitCode()).as(adopt.err() + adopt.out()).isZero();
            Imported.writeChanges(adopt.out());
            Imported.run(fleet.aws(), adopt.out());

            assertThat(before.changesTo(state())).isNotEmpty().allMatch(change -> change.matches("[+] .* stack .*"));
            walk(CheckedFleet.of(FleetFolder.read(files)).fleet().orElseThrow());
        }
        assertThat(stacks("eu-west-1")).contains("PrivateLink-Region-eu-west-1", "PrivateLink-Customer-elm-eu-west-1");

        delete("PrivateLink-Dns-elm", Accounts.PRODUCTION_REGION);
        delete("PrivateLink-Customer-elm-eu-west-1", Region.parse("eu-west-1"));
        delete("PrivateLink-Region-eu-west-1", Region.parse("eu-west-1"));
        assertThat(before.changesTo(state())).isEmpty();
        assertThat(commandLine().run("plan", "--live").exitCode()).isZero();
    }

    @Test
    @Order(7)
    void an_estate_of_three_hundred_connections_is_read_in_few_calls() {
        Production production = truth.network().production();
        new Commands(fleet.clients(), Accounts.ELEMENTARY)
                .run(
                        List.of("aws service-quotas request-service-quota-increase --service-code vpc"
                                + " --quota-code L-29B6F2EB --desired-value 400 --region us-west-2"),
                        Map.of());
        for (int number = 0; number < 300; number++) {
            String name = "c%d".formatted(number);
            VpcEndpoint endpoint = estate.addEndpoint(
                    EndpointServiceName.parse("com.amazonaws.vpce.us-west-2.vpce-svc-0123456789abcdef0"),
                    List.of("usw2-az1", "usw2-az2"),
                    List.of(443),
                    "customer",
                    name);
            estate.addName(
                    WIDE,
                    name + ".us-west-2.privatelink.snowflakecomputing.com",
                    endpoint.dnsEntries().get(0).dnsName());
        }
        AwsAccess access = fleet.aws().as(Accounts.ELEMENTARY);
        EstateFacts facts = new EstateReader(access, production.region(), production.vpcId()).read();

        assertThat(Estate.of(facts, CustomerMapping.none()).connections())
                .filteredOn(connection -> !connection.names().isEmpty())
                .hasSizeGreaterThanOrEqualTo(312);
        Map<String, Long> calls = access.calls().all().stream()
                .collect(Collectors.groupingBy(ApiCalls.Call::region, TreeMap::new, Collectors.counting()));
        System.out.println("calls for an estate of 300 connections and more, by Region: " + calls);
        assertThat(calls.values()).isNotEmpty().allMatch(count -> count <= 60);
    }

    private static List<String> stacks(String region) {
        return fleet
                .clients()
                .cloudFormation(Accounts.ELEMENTARY, Region.parse(region))
                .describeStacksPaginator()
                .stacks()
                .stream()
                .map(stack -> stack.stackName())
                .toList();
    }

    private static Path copyOf(Path folder) throws IOException {
        Path copy = Files.createTempDirectory("imported-");
        FleetCopy.copy(folder, copy);
        return copy;
    }

    private static void delete(String stack, Region region) {
        CloudFormationClient there = fleet.clients().cloudFormation(Accounts.ELEMENTARY, region);
        there.updateTerminationProtection(request -> request.stackName(stack).enableTerminationProtection(false));
        there.deleteStack(request -> request.stackName(stack));
        there.waiter().waitUntilStackDeleteComplete(request -> request.stackName(stack));
    }

    private static void setDns(String customer, String from, String to) throws IOException {
        Path file = written.resolve("customers/%s.yaml".formatted(customer));
        Files.writeString(file, Files.readString(file).replace("dns: " + from, "dns: " + to));
    }

    private static void deploy() throws IOException, InterruptedException {
        fleet.cdk()
                .start(
                        Accounts.ELEMENTARY,
                        Accounts.PRODUCTION_REGION,
                        Cdk.deployingFleet(written, written.resolveSibling("cdk.out")))
                .end()
                .fine();
    }
}
