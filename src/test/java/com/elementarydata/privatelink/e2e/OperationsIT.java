package com.elementarydata.privatelink.e2e;

import static com.elementarydata.privatelink.e2e.Offer.file;
import static com.elementarydata.privatelink.e2e.Offer.inIreland;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.aws.DeploymentPermissions;
import com.elementarydata.privatelink.aws.Permission;
import com.elementarydata.privatelink.aws.ResourcePermissions;
import com.elementarydata.privatelink.fleet.Plan;
import com.elementarydata.privatelink.fleet.PlannedStack;
import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.net.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code docs/operations.md} tells Elementary's engineers. */
@ExtendWith(EndToEnd.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperationsIT {

    private static final Offer JUNIPER = inIreland("db", 1, "db.juniper.example");
    private static final Offer TWIN = JUNIPER.called("db-twin").inZones("euc1-az1", "euc1-az2");
    private static final Offer LARCH = inIreland("git", 2, "git.larch.example");
    private static final Offer MYRTLE = inIreland("git", 3, "git.myrtle.example");
    private static final Offer OAK = inIreland("git", 4, "git.oak.example");
    private static final Offer PINE = inIreland("git", 5, "git.pine.example")
            .inZones("euc1-az1", "euc1-az2")
            .with("connectivity: cross-region");

    private static final String DENIED = "a service control policy of the account's organization denies eu-west-1";

    private final E2eFleet deployed;
    private final Commands commands;

    OperationsIT(Figures figures) throws IOException, InterruptedException {
        deployed = figures.time(
                "deploy the fleet that is operated",
                () -> E2eFleet.deployed(
                        "operations",
                        Map.of("juniper", file("juniper", JUNIPER, twin("prepared"))),
                        Map.of(
                                "juniper", file("juniper", JUNIPER),
                                "larch", file("larch", LARCH),
                                "myrtle", file("myrtle", MYRTLE),
                                "oak", file("oak", OAK),
                                "pine", file("pine", PINE))));
        commands = new Commands(deployed.clients(), Accounts.ELEMENTARY);
    }

    private static Offer twin(String dns) {
        return TWIN.with("connectivity: cross-region", "dns: " + dns);
    }

    @AfterAll
    void stop() throws IOException {
        deployed.close();
    }

    private Optional<String> lookUp(String hostname) {
        return deployed.view()
                .zones(Accounts.ELEMENTARY)
                .lookUp(hostname, deployed.fleet().network().production());
    }

    /** The endpoint that a name leads to, in whichever Region. */
    private Optional<VpcEndpoint> endpointAt(String hostname) {
        Optional<String> target = lookUp(hostname);
        View view = deployed.view();
        return List.of("eu-central-1", "eu-west-1").stream()
                .flatMap(region -> view.of(Accounts.ELEMENTARY, Region.parse(region)).endpoints().stream())
                .filter(endpoint -> endpoint.dnsEntries().stream()
                        .anyMatch(entry -> target.filter(HostedZones.plain(entry.dnsName())::equals)
                                .isPresent()))
                .findFirst();
    }

    private void juniperLeadsToAnAvailableEndpoint() {
        assertThat(endpointAt("db.juniper.example"))
                .hasValueSatisfying(
                        endpoint -> assertThat(endpoint.stateAsString()).isEqualToIgnoringCase("available"));
    }

    /** Every stack that may change by itself, in CDK's order, with a look at the name after each. */
    private void deployOneByOne(Predicate<String> stacks) throws IOException, InterruptedException {
        Path assembly = deployed.assembly();
        var fleet = deployed.fleet();
        List<String> names = Plan.of(fleet.network(), fleet.ledger(), fleet.customers()).stacks().stream()
                .map(PlannedStack::name)
                .filter(stacks)
                .toList();
        for (String name : names) {
            deployed.cdk().deploy(assembly, name, "--exclusively").fine();
            juniperLeadsToAnAvailableEndpoint();
        }
    }

    @Test
    void moves_a_connection_without_a_moment_in_which_its_name_leads_nowhere()
            throws IOException, InterruptedException {
        deployed.files().write("juniper", file("juniper", JUNIPER, twin("prepared")));
        deployed.allocate();
        deployOneByOne(
                stack -> stack.contains("juniper") || !(stack.contains("-Customer-") || stack.contains("-Dns-")));
        assertThat(deployed.acceptAll()).hasSize(1);
        WorldState accepted = deployed.state();

        deployed.files().write("juniper", file("juniper", JUNIPER.prepared(), twin("active")));
        deployOneByOne(stack -> stack.contains("juniper"));
        assertThat(accepted.changesTo(deployed.state()))
                .containsExactly(
                        "~ eu-central-1 stack PrivateLink-Dns-juniper updated",
                        "~ record Dns-juniper/ZonesZonedbjuniperexample A db.juniper.example alias:"
                                + " Customer-juniper-eu-west-1/db.dns.vpce-svc-0123456789abcde01.eu-west-1.vpce.amazonaws.com"
                                + " -> Customer-juniper-eu-central-1/dbtwin.dns.vpce-svc-0123456789abcde01.eu-west-1.vpce.amazonaws.com");

        deployed.files().write("juniper", file("juniper", twin("active")));
        deployOneByOne(stack -> stack.contains("juniper"));
        type(Commands.below("Removing a customer", 1), "juniper", "eu-west-1");
        juniperLeadsToAnAvailableEndpoint();
        assertThat(deployed.view()
                        .of(Accounts.ELEMENTARY, Region.parse("eu-west-1"))
                        .endpoints())
                .noneMatch(endpoint -> endpoint.serviceName().endsWith(JUNIPER.serviceId()));
    }

    private void type(List<String> documented, String customer, String region) {
        commands.run(documented, Map.of("customer", customer, "region", region));
    }

    @Test
    void takes_a_customer_out_and_leaves_nothing_that_resolves_or_routes_for_it()
            throws IOException, InterruptedException {
        WorldState before = deployed.state();
        deployed.files().delete("larch");
        deployed.deploy();
        assertThat(before.changesTo(deployed.state())).isEmpty();

        type(Commands.below("Removing a customer", 0), "larch", "eu-central-1");
        assertThat(lookUp("git.larch.example")).isEmpty();
        type(Commands.below("Removing a customer", 1), "larch", "eu-west-1");

        assertThat(before.changesTo(deployed.state()))
                .containsExactly(
                        "- 678901234567 eu-west-1 connection vpce-svc-0123456789abcde02 Customer-larch-eu-west-1/git",
                        "- eu-central-1 stack PrivateLink-Dns-larch",
                        "- eu-west-1 endpoint Customer-larch-eu-west-1/git",
                        "- eu-west-1 group Customer-larch-eu-west-1/gitSecurityGroup",
                        "- eu-west-1 interface Customer-larch-eu-west-1/git.interface",
                        "- eu-west-1 interface Customer-larch-eu-west-1/git.interface",
                        "- eu-west-1 stack PrivateLink-Customer-larch-eu-west-1",
                        "- record Dns-larch/ZonesZonegitlarchexample A git.larch.example",
                        "- zone Dns-larch/ZonesZonegitlarchexample");
        WorldState after = deployed.state();
        deployed.deploy();
        assertThat(after.changesTo(deployed.state())).isEmpty();
    }

    @Test
    void rolls_the_last_names_of_a_customer_back_and_leaves_its_endpoint() throws IOException, InterruptedException {
        WorldState before = deployed.state();
        deployed.files().write("myrtle", file("myrtle", MYRTLE.prepared()));
        deployed.deploy();
        assertThat(lookUp("git.myrtle.example")).isPresent();
        type(Commands.below("Rolling back", 0), "myrtle", "eu-central-1");

        assertThat(lookUp("git.myrtle.example")).isEmpty();
        assertThat(before.changesTo(deployed.state()))
                .containsExactly(
                        "- eu-central-1 stack PrivateLink-Dns-myrtle",
                        "- record Dns-myrtle/ZonesZonegitmyrtleexample A git.myrtle.example",
                        "- zone Dns-myrtle/ZonesZonegitmyrtleexample");

        deployed.files().write("myrtle", file("myrtle", MYRTLE));
        deployed.deploy();
        assertThat(endpointAt("git.myrtle.example")).isPresent();
    }

    @Test
    void fails_to_delete_any_stack_while_it_is_protected() {
        WorldState before = deployed.state();
        Production production = deployed.fleet().network().production();
        Map<String, Region> stacks = Map.of(
                "PrivateLink-Region-eu-west-1", Region.parse("eu-west-1"),
                "PrivateLink-Production", production.region(),
                "PrivateLink-Customer-oak-eu-west-1", Region.parse("eu-west-1"),
                "PrivateLink-Dns-oak", production.region());
        stacks.forEach((stack, region) -> {
            CloudFormationClient cloudFormation = deployed.clients().cloudFormation(Accounts.ELEMENTARY, region);
            assertThatThrownBy(() -> cloudFormation.deleteStack(request -> request.stackName(stack)))
                    .isInstanceOf(CloudFormationException.class)
                    .hasMessageContaining("cannot be deleted while TerminationProtection is enabled");
        });
        assertThat(before.changesTo(deployed.state())).isEmpty();
    }

    /** What a verb says while the organization denies Ireland. */
    private CommandLine.Run withoutIreland(String verb, String... arguments) throws IOException, InterruptedException {
        Files.write(deployed.faults(), List.of("deny eu-west-1"));
        try {
            return CommandLine.of(deployed).run(verb, arguments);
        } finally {
            Files.write(deployed.faults(), List.of());
        }
    }

    @Test
    void a_status_names_a_denied_region_and_shows_the_others() throws IOException, InterruptedException {
        CommandLine.Run run = withoutIreland("status", "oak", "pine", "--json");

        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(3);
        JsonNode connections = JsonMapper.shared().readTree(run.out()).path("connections");
        assertThat(connections)
                .extracting(one -> one.path("state").asString())
                .containsExactly("not-read", "available");
        assertThat(connections.at("/0/findings/0/found").asString()).isEqualTo(DENIED);
        assertThat(withoutIreland("status", "oak").out())
                .contains("1 connection: 1 not-read", "not-read: " + DENIED + "; its state is unknown");
    }

    @Test
    void an_offboarding_names_a_denied_region_and_is_not_passed_off_as_whole()
            throws IOException, InterruptedException {
        CommandLine.Run pine = withoutIreland("offboard", "pine", "--despite-names");

        assertThat(pine.exitCode()).as(pine.out() + pine.err()).isEqualTo(3);
        assertThat(pine.err()).isEqualTo(DENIED + "; nothing of it was read\n");
        // long comments are on several lines
        assertThat(pine.out().replace("\n# ", " "))
                .contains("--stack-name PrivateLink-Dns-pine", "--stack-name PrivateLink-Customer-pine-eu-central-1")
                .contains("# " + DENIED
                        + "; nothing of it was read: if pine has stacks there, these commands are not all")
                .doesNotContain("git rm", "git -C");
        assertThat(withoutIreland("offboard", "nobody"))
                .isEqualTo(new CommandLine.Run(
                        3,
                        "no stacks of nobody are in the Regions that were read\n",
                        DENIED + "; nothing of it was read\n"));
    }

    @Test
    void a_live_plan_names_a_denied_region_and_compares_the_others() throws IOException, InterruptedException {
        CommandLine.Run run = withoutIreland("plan", "oak", "pine", "--live");

        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(3);
        assertThat(run.out())
                .contains("\nOn AWS 5 same, 2 not-read:\n")
                .contains("  not-read     PrivateLink-Customer-oak-eu-west-1\n", "  " + DENIED);
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("ec2:DescribeVpcEndpointServices in eu-west-1: denied by a service control");
    }

    @Test
    void a_live_plan_as_markdown_says_what_it_is_doing_on_standard_error_alone()
            throws IOException, InterruptedException {
        CommandLine.Run run = CommandLine.of(deployed).run("plan", "oak", "--live", "--markdown");

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .startsWith("## PrivateLink plan\n")
                .contains("\nOn AWS 5 same.\n", "\n### Preconditions\n", "\n| PD101 | credentials | ok |\n");
        assertThat(run.err()).isEqualTo("""
                        reading from AWS what has to hold before a deployment
                        synthesizing the stacks
                        reading the stacks on AWS
                        reading the templates of deployed stacks
                        comparing templates
                        """);
    }

    @Test
    void a_diagnosis_and_a_runbook_name_a_denied_region() throws IOException, InterruptedException {
        CommandLine.Run diagnosis = withoutIreland("diagnose", "oak");
        CommandLine.Run runbook = withoutIreland("runbook", "oak", "--live");

        assertThat(diagnosis.exitCode()).as(diagnosis.out()).isEqualTo(3);
        assertThat(diagnosis.out()).contains("eu-west-1: denied by a service control");
        assertThat(diagnosis.err()).contains("not every link could be judged");
        assertThat(runbook).isEqualTo(new CommandLine.Run(3, "", DENIED + "; nothing of it was read\n"));
    }

    @Order(Integer.MAX_VALUE)
    @Test
    void a_deployment_asks_for_exactly_what_its_policies_allow() throws IOException {
        RecordedCalls recorded = RecordedCalls.of(deployed);

        recorded.compare(
                RecordedCalls.CDK, Permission.actions(DeploymentPermissions.CLI), PolicyReasons.NEVER_BY_CDK.keySet());
        PolicyReasons.NEVER_BY_STACKS.forEach((type, reasons) ->
                recorded.compare(type, Permission.actions(ResourcePermissions.of(type)), reasons.keySet()));
    }
}
