package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.cli.render.AdoptionReport;
import com.elementarydata.privatelink.cli.render.InventoryReport;
import com.elementarydata.privatelink.cli.render.LiveReport;
import com.elementarydata.privatelink.cli.render.PathReport;
import com.elementarydata.privatelink.cli.render.PlanReport;
import com.elementarydata.privatelink.cli.render.ProviderReport;
import com.elementarydata.privatelink.cli.render.RemovalReport;
import com.elementarydata.privatelink.cli.render.StatusReport;
import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.config.HandoffDraft;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.Plan;
import com.elementarydata.privatelink.integration.GitHubEnterpriseServer;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Words;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.DeployedStack;
import com.elementarydata.privatelink.observed.EndpointTraffic;
import com.elementarydata.privatelink.observed.ProviderFacts;
import com.elementarydata.privatelink.operation.adoption.EstateFolder;
import com.elementarydata.privatelink.operation.adoption.EstateSamples;
import com.elementarydata.privatelink.operation.deployment.LivePlan;
import com.elementarydata.privatelink.operation.deployment.ResourceChange;
import com.elementarydata.privatelink.operation.deployment.ResourceChange.Action;
import com.elementarydata.privatelink.operation.deployment.SectionChange;
import com.elementarydata.privatelink.operation.deployment.StackChanges;
import com.elementarydata.privatelink.operation.diagnosis.PathBundle;
import com.elementarydata.privatelink.operation.diagnosis.PathDiagnosis;
import com.elementarydata.privatelink.operation.diagnosis.RecordedWorld;
import com.elementarydata.privatelink.operation.diagnosis.RecordedWorldsTest;
import com.elementarydata.privatelink.operation.provider.ProviderDiagnosis;
import com.elementarydata.privatelink.operation.provider.RandomProvider;
import com.elementarydata.privatelink.operation.removal.RemovalCheck;
import com.elementarydata.privatelink.operation.removal.RemovalFacts;
import com.elementarydata.privatelink.operation.removal.RemovalPlan;
import com.elementarydata.privatelink.operation.removal.StackEndpoints;
import com.elementarydata.privatelink.operation.status.ConnectionSituation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What verbs print with {@code --json}, each in several states: by the verb where it needs no AWS, else by what it prints.
 *
 * @param folder for files
 */
record JsonDocuments(Path folder) {

    private static final Path BUNDLE = Path.of("src/test/bundles/acme.json");
    private static final String CUSTOMER_STACK = "PrivateLink-Customer-acme-eu-west-1";
    private static final CdkCommands COMMANDS = CdkCommands.of(Path.of("stacks"), List.of());

    /** By verb. */
    Map<String, List<String>> all() throws IOException {
        Map<String, List<String>> documents = new LinkedHashMap<>();
        documents.put("validate", validate());
        documents.put("plan", plan());
        documents.put("status", status());
        documents.put("offboard", offboard());
        documents.put("inventory", inventory());
        documents.put("adopt", adopt());
        documents.put("diagnose", diagnose());
        documents.put("provider check", providerCheck());
        return documents;
    }

    private List<String> validate() throws IOException {
        FleetRun fleet = FleetRun.in(folder);
        List<String> documents =
                new ArrayList<>(List.of(fleet.run("validate --json").out()));
        fleet.fleet().write("acme", fleet.fleet().read("acme").replaceFirst("euw1-az1, euw1-az2", "eu-west-1a"));
        documents.add(fleet.run("validate --json").out());
        Files.delete(fleet.fleet().folder().resolve("network.yaml"));
        documents.add(fleet.run("validate --json").out());
        return documents;
    }

    private static List<String> plan() {
        PlanReport report = planReport();
        return List.of(
                VerbRun.of("plan", "--json").data(),
                VerbRun.of("plan", "acme", "fir", "--json").data(),
                report.json(Optional.of(new LiveReport(liveReport().preconditions(), Optional.empty()))),
                report.json(Optional.of(liveReport())));
    }

    static PlanReport planReport() {
        Fleet fleet =
                CheckedFleet.of(FleetFolder.read(Path.of("stacks"))).fleet().orElseThrow();
        return new PlanReport(Plan.of(fleet.network(), fleet.ledger(), fleet.customers()), fleet.customers(), COMMANDS);
    }

    /** All that AWS can say of a plan. */
    static LiveReport liveReport() {
        Map<String, LivePlan.Change> changes = new LinkedHashMap<>();
        Stream.of(LivePlan.Change.values()).forEach(change -> changes.put("Stack-" + change, change));
        Region region = Region.parse("eu-central-1");
        return new LiveReport(
                diagnosis().findings(),
                Optional.of(new LivePlan(
                        changes,
                        changesOfStacks(),
                        List.of(new LivePlan.Obstacle("Stack-failed", region, "it failed", List.of("aws one"))),
                        List.of(new LivePlan.LeftBehind("PrivateLink-Dns-gone", region)),
                        List.of("DescribeStacks: denied"))));
    }

    private static Map<String, StackChanges> changesOfStacks() {
        ResourceChange endpoint = new ResourceChange(
                "git983CB5CF",
                Optional.of("Stack-changed/git/Resource"),
                "AWS::EC2::VPCEndpoint",
                Action.REPLACED,
                List.of("ServiceName", "Tags"),
                List.of("DependsOn"),
                List.of("ServiceName"));
        Stream<ResourceChange> others = Stream.of(Action.values())
                .map(action -> new ResourceChange(
                        "Vpc", Optional.empty(), "AWS::EC2::VPC", action, List.of(), List.of(), List.of()));
        return Map.of(
                "Stack-changed",
                new StackChanges(
                        Stream.concat(Stream.of(endpoint), others).toList(),
                        List.of(new SectionChange("Outputs", "GitEndpointId", Action.CHANGED))));
    }

    private static PathDiagnosis diagnosis() {
        return PathBundle.read(BUNDLE).diagnoses(COMMANDS).get(0);
    }

    private static List<String> status() {
        Stream<ConnectionSituation> ofEndpoints = Stream.of(
                        "available",
                        "pendingAcceptance",
                        "pending",
                        "rejected",
                        "expired",
                        "failed",
                        "deleting",
                        "partial",
                        "")
                .map(state -> new ConnectionSituation().endpoint(state));
        Stream<ConnectionSituation> others = Stream.of(
                new ConnectionSituation().prepared(),
                new ConnectionSituation().prepared().zonesThere("git.acme.example"),
                new ConnectionSituation().zonesThere(),
                new ConnectionSituation().called("vpce-9.example"),
                new ConnectionSituation().leadingTo("com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef9"),
                new ConnectionSituation().without("PrivateLink-Production"),
                new ConnectionSituation().without(CUSTOMER_STACK).withoutEndpoint(),
                new ConnectionSituation().stack(CUSTOMER_STACK, "UPDATE_IN_PROGRESS"),
                new ConnectionSituation()
                        .stack(CUSTOMER_STACK, "ROLLBACK_COMPLETE")
                        .withoutEndpoint());
        return Stream.concat(
                        Stream.of(List.<ConnectionSituation>of()),
                        Stream.concat(ofEndpoints, others).map(List::of))
                .map(situations -> new StatusReport(
                                situations.stream()
                                        .map(ConnectionSituation::status)
                                        .toList(),
                                COMMANDS,
                                Optional.of("production"))
                        .json())
                .toList();
    }

    private static List<String> offboard() {
        return removals().stream().map(RemovalReport::json).toList();
    }

    /** Removals of nothing, of everything, and one that is refused. */
    static List<RemovalReport> removals() {
        RemovalPlan whole =
                removal(Optional.of(stack("PrivateLink-Dns-acme")), Optional.of("stacks/customers/acme.yaml"));
        List<EndpointTraffic> traffic =
                List.of(new EndpointTraffic("vpce-1", true, 3, 4096), new EndpointTraffic("vpce-2", false, 0, 0));
        List<Finding> refusals = RemovalCheck.refusals(
                new RemovalFacts(List.of("acme/git"), List.of("PrivateLink-Dns-acme"), List.of(), traffic));
        return List.of(
                new RemovalReport(removal(Optional.empty(), Optional.empty()), List.of(), List.of()),
                new RemovalReport(whole, traffic, List.of()),
                new RemovalReport(whole, traffic, refusals));
    }

    private static RemovalPlan removal(Optional<DeployedStack> dns, Optional<String> file) {
        TreeMap<Region, StackEndpoints> endpoints = new TreeMap<>();
        dns.ifPresent(there -> endpoints.put(
                Region.parse("eu-west-1"), new StackEndpoints(stack(CUSTOMER_STACK), List.of(), List.of())));
        return new RemovalPlan(
                "acme",
                Region.parse("eu-central-1"),
                dns,
                endpoints,
                List.of(),
                file,
                Optional.empty(),
                file.isPresent() ? List.of() : List.of("us-east-1 is denied"));
    }

    private static DeployedStack stack(String name) {
        return new DeployedStack(
                name, "CREATE_COMPLETE", Optional.empty(), Instant.EPOCH, true, "NOT_CHECKED", new TreeMap<>());
    }

    private static List<String> inventory() {
        return EstateSamples.estates().stream()
                .map(estate ->
                        new InventoryReport(estate, EstateFolder.of(estate).obstacles()))
                .map(InventoryReport::json)
                .toList();
    }

    private static List<String> adopt() {
        return EstateSamples.adoptions().stream()
                .map(adoption -> new AdoptionReport(adoption, Path.of("stacks"), List.of()).json())
                .toList();
    }

    private List<String> diagnose() throws IOException {
        List<String> documents =
                new ArrayList<>(List.of(PathReport.of(List.of(diagnosis())).json()));
        for (RecordedWorld world : RecordedWorldsTest.all().limit(20).toList()) {
            documents.add(VerbRun.of(
                            "diagnose",
                            "--json",
                            "--replay",
                            world.write(folder).toString())
                    .out());
        }
        return documents;
    }

    private static List<String> providerCheck() {
        return providerReports().map(ProviderReport::json).toList();
    }

    /** Providers' sides as they may be. */
    static Stream<ProviderReport> providerReports() {
        return IntStream.range(0, 30).mapToObj(RandomProvider::of).map(JsonDocuments::providerReport);
    }

    private static ProviderReport providerReport(ProviderFacts facts) {
        HandoffDraft handoff = new HandoffDraft(
                facts,
                EndpointServiceName.parse(facts.serviceName()),
                GitHubEnterpriseServer.INTEGRATION,
                List.of("git.acme.example"),
                facts.ports());
        return new ProviderReport(facts, ProviderDiagnosis.of(facts, facts.ports()), handoff);
    }

    /** A verb's words as a constant has them. */
    static String verb(Enum<?> document) {
        return Words.of(document).replace('-', ' ');
    }
}
