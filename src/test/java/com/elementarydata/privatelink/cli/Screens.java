package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.cli.render.AdoptionReport;
import com.elementarydata.privatelink.cli.render.ConnectionTable;
import com.elementarydata.privatelink.cli.render.InventoryReport;
import com.elementarydata.privatelink.cli.render.NetworkPicture;
import com.elementarydata.privatelink.cli.render.PathPicture;
import com.elementarydata.privatelink.cli.render.Screen;
import com.elementarydata.privatelink.cli.render.StatusReport;
import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.operation.adoption.EstateFolder;
import com.elementarydata.privatelink.operation.adoption.EstateSamples;
import com.elementarydata.privatelink.operation.diagnosis.PathBundle;
import com.elementarydata.privatelink.operation.status.ConnectionSituation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What people see of verbs: by the verb where it needs no AWS, else by what it prints.
 *
 * @param folder for files
 * @param screen where it is shown
 */
record Screens(Path folder, Screen screen) {

    private static final Path BUNDLE = Path.of("src/test/bundles/acme.json");
    private static final CdkCommands COMMANDS = CdkCommands.of(Path.of("stacks"), List.of());

    /** Lines of standard output, by verb. */
    Map<String, List<String>> all() throws IOException {
        Map<String, List<String>> screens = new LinkedHashMap<>();
        screens.put("demo", demo());
        screens.put("validate", run("validate"));
        screens.put("allocate", run("allocate"));
        screens.put("plan", plan());
        screens.put("add", add());
        screens.put("init", init());
        screens.put("status", status());
        screens.put("offboard", offboard());
        screens.put("inventory", inventory());
        screens.put("adopt", adopt());
        screens.put("diagnose", diagnose());
        screens.put("provider check", providerCheck());
        return screens;
    }

    private static List<String> run(String... arguments) {
        return VerbRun.of(arguments).out().lines().toList();
    }

    private List<String> add() throws IOException {
        return FleetRun.in(Files.createTempDirectory(folder, "add"))
                .run("add github-enterprise-server gum --region eu-west-1 --aws-account-id 210987654321 --service-name"
                        + " com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef7 --hostname git.gum.example"
                        + " --availability-zone-ids euw1-az1,euw1-az2")
                .out()
                .lines()
                .toList();
    }

    private List<String> init() throws IOException {
        List<String> arguments = new ArrayList<>(InitVerbTest.NETWORK);
        arguments.addAll(
                0,
                List.of(
                        "init",
                        Files.createTempDirectory(folder, "init")
                                .resolve("fleet")
                                .toString()));
        return run(arguments.toArray(String[]::new));
    }

    private List<String> demo() {
        Fleet fleet =
                CheckedFleet.of(FleetFolder.read(Path.of("stacks"))).fleet().orElseThrow();
        return Stream.concat(
                        new ConnectionTable(fleet).lines(screen.width()).stream(),
                        new NetworkPicture(fleet).lines(screen.width()).stream())
                .toList();
    }

    private List<String> plan() {
        return Stream.concat(
                        run("plan").stream(),
                        JsonDocuments.planReport().lines(screen, Optional.of(JsonDocuments.liveReport())).stream())
                .toList();
    }

    private List<String> status() {
        List<ConnectionSituation> situations = Stream.of(
                        "available", "pendingAcceptance", "pending", "rejected", "expired", "failed", "deleting", "")
                .map(state -> new ConnectionSituation().endpoint(state))
                .toList();
        return new StatusReport(
                        situations.stream().map(ConnectionSituation::status).toList(), COMMANDS, Optional.empty())
                .lines(ConnectionSituation.CREATED, screen);
    }

    private List<String> offboard() {
        return JsonDocuments.removals().stream()
                .flatMap(report -> report.lines(screen.width()).stream())
                .toList();
    }

    private List<String> inventory() {
        return EstateSamples.estates().stream()
                .map(estate ->
                        new InventoryReport(estate, EstateFolder.of(estate).obstacles()))
                .flatMap(report -> report.lines(screen).stream())
                .toList();
    }

    private List<String> adopt() {
        return EstateSamples.adoptions().stream()
                .map(adoption -> new AdoptionReport(adoption, Path.of("stacks"), List.of()))
                .flatMap(report -> report.lines(screen.width()).stream())
                .toList();
    }

    private List<String> diagnose() {
        return PathBundle.read(BUNDLE).diagnoses(COMMANDS).stream()
                .flatMap(diagnosis -> new PathPicture(diagnosis, screen).lines().stream())
                .toList();
    }

    private List<String> providerCheck() {
        return JsonDocuments.providerReports()
                .flatMap(report -> report.lines(screen).stream())
                .toList();
    }
}
