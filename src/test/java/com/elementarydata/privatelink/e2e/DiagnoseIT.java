package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.FleetCopy;
import com.elementarydata.privatelink.aws.ApiCalls;
import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.aws.PathReader;
import com.elementarydata.privatelink.aws.Permissions;
import com.elementarydata.privatelink.aws.ProviderReader;
import com.elementarydata.privatelink.command.AwsCommands;
import com.elementarydata.privatelink.command.PrivatelinkCommands;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.fleet.ExpectedPaths;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.fleet.StackNames;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Party;
import com.elementarydata.privatelink.model.Verdict;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Port;
import com.elementarydata.privatelink.observed.PathFacts;
import com.elementarydata.privatelink.observed.ProviderFacts;
import com.elementarydata.privatelink.operation.diagnosis.PathDiagnosis;
import com.elementarydata.privatelink.operation.diagnosis.Preconditions;
import com.elementarydata.privatelink.operation.provider.ProviderDiagnosis;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Broken and healthy worlds on the local AWS, each with the link that a diagnosis has to name. */
@ExtendWith(EndToEnd.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DiagnoseIT {

    private static final String ELMS_SERVICE = "com.amazonaws.vpce.us-east-1.vpce-svc-0bb22cc33dd44ee66";
    private static final String ELM = """
            id: elm
            connections:
              - id: orders
                integration: service
                region: us-east-1
                availabilityZoneIds: [use1-az4, use1-az6]
                awsAccountId: "456789012345"
                serviceName: %s
                hostnames: [orders.elm.example]
                ports: [5432]
                dns: prepared
            """.formatted(ELMS_SERVICE);

    private final Path folder = E2eFleet.emptyFolder("diagnose");
    private final FleetCopy files;
    private final E2eFleet deployed;
    private final Scene scene;
    private final List<Diagnosis> diagnoses = new ArrayList<>();
    private final NavigableSet<String> asked = new TreeSet<>();
    private final Set<ProviderFacts> compared = new HashSet<>();
    private int brokenNamed;
    private int broken;
    private int healthy;
    private int healthyBlamed;
    private final Commands elementary;
    private final Commands provider;

    DiagnoseIT(Figures figures) throws IOException, InterruptedException {
        FleetCopy example = FleetCopy.in(folder.resolve("example"));
        files = FleetCopy.withoutCustomers(folder);
        files.write("dogwood", example.read("dogwood"));
        files.write("birch", example.read("birch"));
        files.write("elm", ELM);
        deployed = E2eFleet.start(files, folder);
        deployed.allocate();
        figures.time("deploy what is diagnosed", () -> deployed.deploy("birch", "dogwood"));
        scene = new Scene(
                deployed,
                owned("dogwood"),
                deployed.fleet().network().production().clientCidrs().get(0),
                Port.of(443));
        elementary = new Commands(deployed.clients(), Accounts.ELEMENTARY);
        provider = new Commands(deployed.clients(), scene.provider());
    }

    private CustomerConnection owned(String customer) {
        return deployed.fleet()
                .connections()
                .filter(one -> one.customer().id().value().value().equals(customer))
                .findFirst()
                .orElseThrow();
    }

    static List<DiagnosedWorld> mended() {
        return DiagnosedWorld.mended();
    }

    static List<DiagnosedWorld> worlds() {
        return DiagnosedWorld.all();
    }

    @Order(0)
    @Test
    void what_nobody_has_accepted_waits_for_whose_service_it_is() {
        Diagnosis customers = kept(Diagnosis.of(deployed, owned("dogwood")), "PD404 CUSTOMER");
        Diagnosis workspaces = kept(Diagnosis.of(deployed, owned("birch")), "PD404 CUSTOMER");
        deployed.acceptAll();

        assertThat(customers.named()).isEqualTo("PD404 CUSTOMER");
        assertThat(workspaces.named()).isEqualTo("PD404 CUSTOMER");
        assertThat(kept(Diagnosis.of(deployed, owned("birch")), "nothing").named())
                .isEqualTo("nothing");
    }

    @Order(1)
    @Test
    void what_is_whole_is_not_blamed_and_only_read() throws IOException, InterruptedException {
        compareTheScript();
        Diagnosis whole = kept(Diagnosis.ofBothHalves(scene), "nothing");

        assertThat(whole.path().findings())
                .filteredOn(finding -> finding.verdict() != Verdict.PASSED)
                .extracting(Finding::code)
                .isEmpty();
        assertThat(whole.calls()).allMatch(call -> Permissions.isReading(call.action()));
        assertThat(whole.took()).isLessThan(Duration.ofMinutes(1));
    }

    @Order(2)
    @Test
    void what_was_never_deployed_is_named_by_its_stack() {
        assertThat(kept(Diagnosis.of(deployed, owned("elm")), "PD106 ELEMENTARY")
                        .named())
                .isEqualTo("PD106 ELEMENTARY");
    }

    @Order(3)
    @Test
    void what_is_half_deployed_is_named_by_its_stack() throws IOException, InterruptedException {
        Files.write(deployed.faults(), List.of("fail create PrivateLink-Customer-elm-us-east-1/AWS::EC2::VPCEndpoint"));
        deployed.cdk().deploy(deployed.assembly("elm")).failed();

        PathDiagnosis diagnosis =
                kept(Diagnosis.of(deployed, owned("elm")), "PD106 ELEMENTARY").path();

        assertThat(diagnosis.firstBroken()).hasValueSatisfying(found -> {
            assertThat(found.code()).isEqualTo("PD106");
            assertThat(found.found()).contains("ROLLBACK_COMPLETE");
            assertThat(found.commands()).hasSize(2).first().asString().contains("update-termination-protection");
        });
    }

    @Order(4)
    @Test
    void a_service_of_somebody_else_is_named_before_it_is_used() throws IOException {
        nameWhereFilesSay("\"456789012345\"", "\"456789012346\"", "PD402 ELEMENTARY");
    }

    @Order(5)
    @Test
    void a_file_that_is_newer_than_its_deployment_is_named_by_the_endpoint() throws IOException {
        nameWhereFilesSay("vpce-svc-0bb22cc33dd44ee55", "vpce-svc-0bb22cc33dd44ee66", "PD307 ELEMENTARY");
    }

    private void nameWhereFilesSay(String old, String other, String named) throws IOException {
        String text = files.read("dogwood");
        files.write("dogwood", text.replace(old, other));
        Fleet fleet = deployed.fleet();
        CustomerConnection changed = owned("dogwood");
        files.write("dogwood", text);
        assertThat(kept(Diagnosis.of(deployed, fleet, changed, Optional.empty()), named)
                        .named())
                .isEqualTo(named);
    }

    @Order(6)
    @Test
    void the_command_line_says_the_same_and_writes_what_can_be_judged_again() throws IOException, InterruptedException {
        Path bundle = folder.resolve("bundle.json");
        Path check = folder.resolve("check.json");
        Run provider = run(
                scene.provider().value(),
                "provider",
                "check",
                "--json",
                "--service-name",
                scene.connection().address().serviceName().value().toString(),
                "--port",
                scene.connection().address().ports().stream()
                        .map(Port::toString)
                        .collect(Collectors.joining(",")));
        Files.writeString(check, provider.out());

        Run fine = run(
                Accounts.ELEMENTARY.value(),
                "diagnose",
                "dogwood/git",
                "--json",
                "--verbose",
                "--stacks",
                files.folder().toString(),
                "--provider",
                check.toString(),
                "--bundle",
                bundle.toString());
        Run again = run(Accounts.ELEMENTARY.value(), "diagnose", "--replay", bundle.toString(), "--json");
        Run stranger = run(
                "999900001111",
                "diagnose",
                "dogwood/git",
                "--stacks",
                files.folder().toString());

        assertThat(fine.exitCode()).as(fine.err()).isZero();
        JsonNode report = JsonMapper.builder().build().readTree(fine.out());
        assertThat(fine.err()).contains("ec2:DescribeSubnets 2", "sts:GetCallerIdentity 1");
        assertThat(report.path("connections").path(0).path("hops"))
                .hasSizeGreaterThan(30)
                .anyMatch(hop -> hop.path("code").asString().equals("PV113")
                        && hop.path("verdict").asString().equals("passed"));
        assertThat(again.exitCode()).isZero();
        assertThat(JsonMapper.builder().build().readTree(again.out()).findValuesAsString("code"))
                .isEqualTo(report.findValuesAsString("code"));
        assertThat(Files.readString(bundle))
                .doesNotContain(scene.provider().value(), files.folder().toString());
        assertThat(stranger.exitCode()).isEqualTo(1);
        assertThat(stranger.out())
                .contains("First broken link: PD101 credentials", "of account 999900001111")
                .doesNotContain("Also broken further on");
    }

    @Order(6)
    @Test
    void the_preconditions_hold_and_are_read_with_the_same_permissions() {
        ExpectedPaths expected = new ExpectedPaths(deployed.fleet());
        List<String> regions = List.of("eu-central-1", "us-east-1");
        List<ExpectedPath> paths = expected.of(scene.owned().customer());
        AwsAccess access = deployed.aws().as(Accounts.ELEMENTARY);

        PathFacts facts = new PathReader(access).preconditions(expected.network(), regions, paths);

        assertThat(Preconditions.of(expected.network(), regions, paths, facts))
                .hasSize(11)
                .allMatch(finding -> finding.verdict() == Verdict.PASSED);
        assertThat(Permissions.actions("diagnose")).containsAll(access.calls().actions());
    }

    @Order(7)
    @ParameterizedTest
    @MethodSource("worlds")
    void is_named_first_in_the_order_of_the_path(DiagnosedWorld world) throws IOException, InterruptedException {
        Sabotage.Undo undo = world.act().on(scene);
        Diagnosis diagnosis = Diagnosis.ofBothHalves(scene);
        compareTheScript();
        undo.run();

        assertThat(kept(diagnosis, world.named()).named())
                .as("%s", diagnosis.path().blamed().toList())
                .isEqualTo(world.named());
        if (world.words().equals("two links are broken")) {
            assertThat(diagnosis.path().blamed()).extracting(Finding::code).contains("PD305", "PD404");
        }
    }

    @Order(8)
    @ParameterizedTest
    @MethodSource("mended")
    void is_mended_by_the_commands_that_are_printed(DiagnosedWorld world) {
        world.act().on(scene);
        Diagnosis diagnosis = kept(Diagnosis.ofBothHalves(scene), world.named());
        assertThat(diagnosis.named()).isEqualTo(world.named());

        // one link after the other, as a person goes on
        for (int i = 0; i < 3 && diagnosis.path().firstBroken().isPresent(); i++) {
            Finding broken = diagnosis.path().firstBroken().orElseThrow();
            Commands who = broken.party() == Party.CUSTOMER ? provider : elementary;
            assertThat(broken.commands()).as(broken.code()).isNotEmpty();
            who.run(broken.commands(), Map.of());
            diagnosis = Diagnosis.ofBothHalves(scene);
        }
        assertThat(kept(diagnosis, "nothing").named()).isEqualTo("nothing");
    }

    @Order(10)
    @Test
    void what_was_mended_is_not_blamed_any_more() {
        assertThat(kept(Diagnosis.of(deployed, scene.owned()), "nothing").named())
                .isEqualTo("nothing");
    }

    @Order(11)
    @Test
    void an_endpoint_that_somebody_deleted_is_named() {
        AwsCommands abroad = AwsCommands.in(scene.endpointRegion().code());
        elementary.run(List.of(abroad.deleteEndpoint(scene.endpoint().vpcEndpointId())), Map.of());

        assertThat(kept(Diagnosis.of(deployed, scene.owned()), "PD307 ELEMENTARY")
                        .named())
                .isEqualTo("PD307 ELEMENTARY");
    }

    @Order(12)
    @Test
    void a_peering_that_somebody_deleted_is_named_before_the_endpoint() {
        DiagnosedWorld last = DiagnosedWorld.last();
        last.act().on(scene);
        Diagnosis diagnosis = kept(Diagnosis.of(deployed, scene.owned()), last.named());

        assertThat(diagnosis.named()).isEqualTo(last.named());
        assertThat(diagnosis.path().blamed()).extracting(Finding::code).contains("PD307");

        elementary.run(diagnosis.path().firstBroken().orElseThrow().commands(), Map.of());
        Finding unaccepted =
                Diagnosis.of(deployed, scene.owned()).path().firstBroken().orElseThrow();
        assertThat(unaccepted.found()).endsWith(" is pending-acceptance");
        assertThat(elementary.run(unaccepted.commands(), Map.of())).contains("\"active\"");
        assertThat(elementary.ran())
                .contains(PrintedCommand.PEER, PrintedCommand.ACCEPT_PEERING, PrintedCommand.DELETE_ENDPOINT);
    }

    @Order(9)
    @Test
    void what_is_printed_to_look_and_in_other_worlds_is_taken_by_aws() {
        AwsCommands abroad = AwsCommands.in(scene.endpointRegion().code());
        AwsCommands home = AwsCommands.in(scene.production().region().code());
        String stack = StackNames.customer(scene.owned().customer().id().value(), scene.endpointRegion());
        String table = scene.clientTable().routeTableId();
        List<String> acls = scene.homeEc2().describeNetworkAcls().networkAcls().stream()
                .map(NetworkAcl::networkAclId)
                .toList();

        elementary.run(
                List.of(
                        abroad.stackEvents(stack),
                        abroad.stackOutputs(stack),
                        home.networkAcls(acls),
                        home.replaceRoute(table, scene.regionalCidr(), scene.peering())),
                Map.of());
        EndpointServiceName service = scene.connection().address().serviceName().value();
        List<Integer> ports =
                scene.connection().address().ports().stream().map(Port::number).toList();
        provider.run(
                List.of(
                        AwsCommands.in(service.region().code()).support(service.serviceId(), "eu-north-1"),
                        PrivatelinkCommands.check(service.toString(), ports)),
                Map.of());

        assertThat(Diagnosis.of(deployed, scene.owned()).named()).isEqualTo("nothing");
        assertThat(elementary.ran())
                .contains(
                        PrintedCommand.ADMIT,
                        PrintedCommand.ASSOCIATE,
                        PrintedCommand.CREATE_ROUTE,
                        PrintedCommand.DELETE_ROUTE,
                        PrintedCommand.NETWORK_ACLS,
                        PrintedCommand.REPLACE_ROUTE,
                        PrintedCommand.STACK_EVENTS,
                        PrintedCommand.STACK_OUTPUTS,
                        PrintedCommand.TURN_ON);
        assertThat(provider.ran())
                .contains(PrintedCommand.ACCEPT, PrintedCommand.ALLOW, PrintedCommand.CHECK, PrintedCommand.SUPPORT);
    }

    @Order(13)
    @Test
    void the_policy_names_what_was_asked_for_and_nothing_else() {
        assertThat(asked).containsExactlyElementsOf(Permissions.actions("diagnose"));
    }

    /** With a check, in each world in which the provider's side is another one. */
    private void compareTheScript() throws IOException, InterruptedException {
        EndpointServiceName service = scene.connection().address().serviceName().value();
        ProviderFacts facts = ProviderReader.read(deployed.aws().as(scene.provider()), service)
                .orElseThrow();
        if (compared.add(facts)) {
            List<Integer> ports = scene.connection().address().ports().stream()
                    .map(Port::number)
                    .toList();
            new CustomerScript(deployed.aws(), scene.provider(), service)
                    .finds(ProviderDiagnosis.of(facts, ports), ports);
        }
    }

    private Diagnosis kept(Diagnosis diagnosis, String expected) {
        diagnoses.add(diagnosis);
        diagnosis.calls().stream().map(ApiCalls.Call::action).forEach(asked::add);
        if (expected.equals("nothing")) {
            healthy++;
            healthyBlamed += diagnosis.path().firstBroken().isPresent() ? 1 : 0;
        } else {
            broken++;
            brokenNamed += diagnosis.named().equals(expected) ? 1 : 0;
        }
        return diagnosis;
    }

    private record Run(int exitCode, String out, String err) {}

    private Run run(String account, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bin/privatelink"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        deployed.aws().lead(builder, AccountId.parse(account));
        builder.environment().putAll(Map.of("NO_COLOR", "1"));
        Path err = folder.resolve("err");
        Process process = builder.redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, Files.readString(err));
    }

    @AfterAll
    void stop(Figures figures) throws IOException {
        double calls = diagnoses.stream()
                .mapToInt(diagnosis -> diagnosis.calls().size())
                .average()
                .orElse(0);
        double seconds = diagnoses.stream()
                .mapToLong(diagnosis -> diagnosis.took().toMillis())
                .average()
                .orElse(0);
        figures.add("%d of %d broken worlds named right, %d of %d healthy ones blamed by diagnose"
                .formatted(brokenNamed, broken, healthyBlamed, healthy));
        figures.add("%d different provider's sides found by the customers' script as by a check"
                .formatted(compared.size()));
        figures.add("%.0f API calls and %.1f s for a diagnosis of one connection".formatted(calls, seconds / 1000));
        deployed.close();
    }
}
