package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.FleetCopy;
import com.elementarydata.privatelink.cli.render.LiveReport;
import com.elementarydata.privatelink.cli.render.PlanReport;
import com.elementarydata.privatelink.cli.render.Screen;
import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.Plan;
import com.elementarydata.privatelink.fleet.PlannedStack;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.operation.deployment.LivePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanVerbTest {

    private static final String OUTPUTS = " --outputs-file outputs.json";

    @TempDir
    private Path folder;

    private static JsonNode json(String... arguments) {
        return JsonMapper.shared().readTree(VerbRun.of(arguments).data());
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static JsonNode stack(JsonNode plan, String name) {
        return plan.get("stacks")
                .valueStream()
                .filter(stack -> stack.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static PlanReport report(String customer) {
        CheckedFleet checked = CheckedFleet.of(FleetFolder.read(Path.of("stacks")));
        Fleet fleet = checked.fleet().orElseThrow();
        List<Customer> customers = checked.customers(List.of(customer));
        return new PlanReport(
                Plan.of(fleet.network(), fleet.ledger(), customers),
                customers,
                CdkCommands.of(Path.of("stacks"), List.of(customer)));
    }

    @Test
    void shows_stacks_connections_and_commands_of_a_customer() {
        assertThat(VerbRun.of("plan", "acme").data()).isEqualTo("""
                +----------------------------------------+----------------+----------------+
                | STACK                                  | REGION         | CONNECTIONS    |
                +----------------------------------------+----------------+----------------+
                | PrivateLink-Region-ap-southeast-2      | ap-southeast-2 | (of all)       |
                | PrivateLink-Region-eu-central-1        | eu-central-1   | (of all)       |
                | PrivateLink-Region-eu-west-1           | eu-west-1      | (of all)       |
                | PrivateLink-Region-us-east-1           | us-east-1      | (of all)       |
                | PrivateLink-Region-us-west-2           | us-west-2      | (of all)       |
                | PrivateLink-Production                 | eu-central-1   | (of all)       |
                | PrivateLink-Customer-acme-eu-central-1 | eu-central-1   | acme/orders    |
                | PrivateLink-Customer-acme-eu-west-1    | eu-west-1      | acme/git       |
                | PrivateLink-Customer-acme-us-west-2    | us-west-2      | acme/warehouse |
                | PrivateLink-Dns-acme                   | eu-central-1   | acme/git       |
                |                                        |                | acme/warehouse |
                +----------------------------------------+----------------+----------------+

                To see what would change, and to deploy it in this order:

                  npx cdk diff -c customers=acme
                  npx cdk deploy --all -c customers=acme --outputs-file outputs.json

                Or the endpoints first, and the names once the providers have accepted:

                  npx cdk deploy PrivateLink-Customer-acme-eu-central-1 PrivateLink-Customer-acme-eu-west-1 \\
                     PrivateLink-Customer-acme-us-west-2 -c customers=acme --outputs-file outputs.json
                  npx cdk deploy PrivateLink-Dns-acme -c customers=acme

                acme/orders: prepared, so no DNS yet. Once it is accepted, set dns: active in \
                stacks/customers/acme.yaml; then:

                  npx cdk diff PrivateLink-Dns-acme -c customers=acme
                  npx cdk deploy PrivateLink-Dns-acme -c customers=acme
                """);
    }

    @Test
    void shows_the_whole_fleet_where_nobody_is_named() {
        JsonNode plan = json("plan", "--json");

        assertThat(plan.get("stacks")).hasSize(6 + 4 + 2 + 2 + 2 + 2 + 3);
        assertThat(texts(plan.get("commands"))).containsExactly("npx cdk diff", "npx cdk deploy --all" + OUTPUTS);
        assertThat(plan.get("commandsInTwoPhases")).isEmpty();
        assertThat(plan.get("prepared").valueStream().flatMap(one -> texts(one.get("connections")).stream()))
                .containsExactly("acme/orders", "fir/postgres-cross-region");
    }

    @Test
    void says_as_json_what_each_stack_is_for_and_what_comes_before_it() {
        JsonNode plan = json("plan", "cedar", "--json");

        assertThat(plan.propertyNames())
                .containsExactly("version", "account", "stacks", "commands", "commandsInTwoPhases", "prepared");
        assertThat(plan.get("account").asString()).isEqualTo("743289191656");
        JsonNode customer = stack(plan, "PrivateLink-Customer-cedar-eu-central-1");
        assertThat(customer.propertyNames()).containsExactly("name", "region", "dependencies", "connections");
        assertThat(texts(customer.get("connections"))).containsExactly("cedar/lakehouse", "cedar/metrics");
        assertThat(texts(customer.get("dependencies"))).containsExactly("PrivateLink-Region-eu-central-1");
        assertThat(texts(stack(plan, "PrivateLink-Dns-cedar").get("dependencies")))
                .containsExactly("PrivateLink-Customer-cedar-eu-central-1", "PrivateLink-Production");
        assertThat(texts(stack(plan, "PrivateLink-Production").get("connections")))
                .isEmpty();
    }

    @Test
    void switches_a_twin_over_together_with_the_one_that_it_replaces() {
        JsonNode later = json("plan", "fir", "--json").get("prepared").get(0);

        assertThat(texts(later.get("connections"))).containsExactly("fir/postgres-cross-region");
        assertThat(texts(later.get("replaced"))).containsExactly("fir/postgres");
        assertThat(VerbRun.of("plan", "fir").data().replace('\n', ' '))
                .contains("set dns: active in stacks/customers/fir.yaml, and dns: prepared on fir/postgres, whose"
                        + " names it takes over; then:");
    }

    @Test
    void has_no_stack_of_names_where_all_is_prepared() throws IOException {
        FleetCopy fleet = FleetCopy.in(folder);
        fleet.write("birch", fleet.read("birch") + "    dns: prepared\n");

        JsonNode plan =
                json("plan", "birch", "--json", "--stacks", fleet.folder().toString());

        assertThat(plan.get("stacks")
                        .valueStream()
                        .map(stack -> stack.get("name").asString()))
                .contains("PrivateLink-Customer-birch-us-east-1")
                .noneMatch(name -> name.contains("Dns"));
        assertThat(plan.get("commandsInTwoPhases")).isEmpty();
        assertThat(texts(plan.get("prepared").get(0).get("commands")))
                .first()
                .asString()
                .startsWith("npx cdk diff PrivateLink-Dns-birch -c stacks=");
    }

    @Test
    void quotes_another_folder_for_the_shell_and_names_it_from_the_projects() throws IOException {
        Path other = folder.resolve("it's another");
        FleetCopy fleet = FleetCopy.in(other);

        assertThat(texts(json(
                                "plan",
                                "acme",
                                "--json",
                                "--stacks",
                                fleet.folder().toString())
                        .get("commands")))
                .first()
                .isEqualTo("npx cdk diff -c 'stacks=%s' -c customers=acme"
                        .formatted(fleet.folder().toAbsolutePath().toString().replace("'", "'\\''")));
        assertThat(CdkCommands.of(Path.of("src/../stacks"), List.of()).diff()).isEqualTo("npx cdk diff");
        assertThat(CdkCommands.of(Path.of("src/stacks"), List.of()).diff())
                .isEqualTo("npx cdk diff -c stacks=src/stacks");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 72, 80, 100, 200})
    void fits_the_table_into_the_terminal(int width) throws IOException {
        List<String> table = report("elm-energy").lines(Screen.plain(width), Optional.empty()).stream()
                .takeWhile(line -> !line.startsWith("To see what would change"))
                .toList();

        assertThat(table).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
        assertThat(String.join("", table).replaceAll("[\\s|]+|region:|connections:", ""))
                .contains("PrivateLink-Productioneu-central-1(ofall)");
    }

    private static List<String> table(List<String> lines) {
        return lines.stream().takeWhile(line -> line.matches("[+|].*")).toList();
    }

    @Test
    void prints_first_what_a_failed_stack_needs_and_says_why() {
        String why = "PrivateLink-Dns-fir is ROLLBACK_COMPLETE; its events say why";
        LivePlan.Obstacle obstacle = new LivePlan.Obstacle(
                "PrivateLink-Dns-fir", Region.parse("eu-central-1"), why, List.of("aws one", "aws two"));
        LivePlan.Obstacle harmless =
                new LivePlan.Obstacle("S", Region.parse("eu-central-1"), "S is harmless", List.of());
        Optional<LiveReport> live = Optional.of(new LiveReport(
                List.of(),
                Optional.of(new LivePlan(Map.of(), Map.of(), List.of(obstacle, harmless), List.of(), List.of()))));

        List<String> lines = report("fir").lines(Screen.plain(120), live);
        int below = table(lines).size();
        assertThat(lines.subList(below, below + 10))
                .startsWith("", "First: " + why, "", "  aws one", "  aws two", "", "First: S is harmless", "")
                .last()
                .asString()
                .isEmpty();
        JsonNode plan = JsonMapper.shared().readTree(report("fir").json(live));
        assertThat(texts(plan.get("commands")))
                .startsWith("aws one", "aws two", "npx cdk diff -c customers=fir")
                .hasSize(4);
        assertThat(texts(plan.get("commandsInTwoPhases")))
                .startsWith("aws one", "aws two")
                .hasSize(4);
    }

    @Test
    void plans_what_is_synthesized_and_in_the_same_order() {
        CheckedFleet checked = CheckedFleet.of(FleetFolder.read(Path.of("stacks")));
        Fleet fleet = checked.fleet().orElseThrow();

        assertThat(json("plan", "--json")
                        .get("stacks")
                        .valueStream()
                        .map(stack -> stack.get("name").asString()))
                .containsExactlyElementsOf(Plan.of(fleet.network(), fleet.ledger(), fleet.customers()).stacks().stream()
                        .map(PlannedStack::name)
                        .toList());
    }

    @Test
    void fails_for_customers_that_nobody_knows_and_names_the_nearest() {
        assertThat(VerbRun.of("plan", "acme", "oakk", "elm-enregy", "--stacks", "stacks"))
                .isEqualTo(new VerbRun(
                        1,
                        "",
                        "no customer file is named after \"elm-enregy\"; did you mean \"elm-energy\"?\n"
                                + "no customer file is named after \"oakk\"; choose from acme, birch, cedar, dogwood,"
                                + " elm-energy, fir\n"));
    }

    @Test
    void fails_with_a_detailed_exit_code_and_nothing_to_compare() {
        VerbRun run = VerbRun.of("plan", "acme", "--detailed-exitcode");

        assertThat(run.exitCode()).as("2 would mean changes").isEqualTo(1);
        assertThat(run.err())
                .startsWith("--detailed-exitcode requires --live; add --live, or remove --detailed-exitcode\n");
    }

    @Test
    void markdown_is_for_a_pull_request() {
        assertThat(VerbRun.of("plan", "birch", "--markdown").data())
                .startsWith("## PrivateLink plan\n\n| Stack | Region | Connections |\n")
                .endsWith("```sh\nnpx cdk deploy PrivateLink-Customer-birch-us-east-1 -c customers=birch --outputs-file"
                        + " outputs.json\nnpx cdk deploy PrivateLink-Dns-birch -c customers=birch\n```\n");
    }

    @Test
    void fails_for_two_forms_at_once() {
        VerbRun run = VerbRun.of("plan", "acme", "--markdown", "--json");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("--markdown cannot be combined with --json; remove one of them\n");
    }

    @Test
    void wraps_every_sentence_and_continues_long_commands() {
        List<String> lines = report("fir").lines(Screen.plain(80), Optional.empty());

        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("  npx "))
                .hasSize(6)
                .anyMatch(line -> line.endsWith(" \\"));
    }

    @Test
    void fails_with_a_resolver_and_nothing_to_ask_it() {
        VerbRun run = VerbRun.of("plan", "acme", "--resolver", "192.0.2.53");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("--resolver requires --live; add --live, or remove --resolver\n");
    }

    @Test
    void fails_for_a_chosen_customers_problems_alone() throws IOException {
        FleetCopy fleet = FleetCopy.in(folder);
        fleet.write("birch", fleet.read("birch").replace("us-east-1", "us-east-9"));
        String stacks = fleet.folder().toString();

        VerbRun run = VerbRun.of("plan", "birch", "acme", "--stacks", stacks);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("customers/birch.yaml:6:13: PL203");
        assertThat(VerbRun.of("plan", "--stacks", stacks).exitCode()).isEqualTo(1);
        assertThat(VerbRun.of("plan", "acme", "--stacks", stacks).exitCode()).isZero();
    }

    @Test
    void fails_for_a_file_that_all_share() throws IOException {
        FleetCopy fleet = FleetCopy.in(folder);
        Files.writeString(fleet.folder().resolve("network.yaml"), "account: 1\n");

        VerbRun run = VerbRun.of("plan", "acme", "--stacks", fleet.folder().toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("network.yaml:1:");
    }
}
