package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.cli.render.ConnectionTable;
import com.elementarydata.privatelink.cli.render.NetworkPicture;
import com.elementarydata.privatelink.cli.render.ProblemReport;
import com.elementarydata.privatelink.command.FleetSearch;
import com.elementarydata.privatelink.command.Program;
import com.elementarydata.privatelink.demo.DemoConnections;
import com.elementarydata.privatelink.demo.DemoDeployment;
import com.elementarydata.privatelink.demo.LocalAws;
import com.elementarydata.privatelink.demo.LocalWorld;
import com.elementarydata.privatelink.demo.Steps;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.Plan;
import com.elementarydata.privatelink.operation.deployment.CdkCli;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what the project does, on the example fleet and without an AWS account. */
@Command(
        name = "demo",
        description = {
            "Validates and synthesizes the example fleet, and shows it. Needs no AWS account.",
            "Deploys both sides of its connections to a local AWS, an emulator, if one is available."
        },
        footer = {"", "Example:", "  bin/privatelink demo --no-deploy"})
final class DemoVerb implements Callable<Integer> {

    @Mixin
    private FleetOption fleetOption;

    @Option(names = "--no-deploy", description = "Deploys nothing to the local AWS.")
    private boolean noDeploy;

    @Mixin
    private Console console;

    @Override
    public Integer call() throws IOException, InterruptedException {
        DemoDeployment.requireExamples();
        fleetOption.byDefault(here(FleetSearch.BELOW));
        Steps steps = new Steps(console.err());
        CheckedFleet checked = steps.time("validate", fleetOption::read);
        new ProblemReport(checked).print(console.err(), console.coloursOfErr());
        if (!checked.errors().isEmpty() || checked.fleet().isEmpty()) {
            return ExitCode.FINDINGS;
        }
        Path output = here("cdk.out");
        CdkCli cdk = new CdkCli(Program.home(), console.err()::println);
        boolean synthesized = steps.time("install the CDK CLI", cdk::install)
                && steps.time("synthesize", () -> cdk.synthesize(fleetOption.folder(), List.of(), output));
        if (!synthesized) {
            return ExitCode.FINDINGS;
        }
        show(checked.fleet().get(), output);
        if (noDeploy) {
            showWhatIsNext();
            return ExitCode.FINE;
        }
        return ExitCode.of(deploy(LocalWorld.of(checked.files()), steps, cdk));
    }

    /** A path in the clone, relative to where the user is if that is in it too. */
    private static Path here(String name) {
        Path here = Path.of("").toAbsolutePath();
        Path path = Program.home().resolve(name);
        return path.startsWith(here) ? here.relativize(path) : path;
    }

    private boolean deploy(LocalWorld world, Steps steps, CdkCli cdk) throws IOException, InterruptedException {
        Path work = DemoDeployment.newFolder(fleetOption.folder());
        try (LocalAws aws = steps.time("start a local AWS", () -> LocalAws.start(world, work, Map.of()))) {
            Optional<DemoConnections> connections =
                    new DemoDeployment(console.out(), steps, cdk, aws, work, DeploymentProgress::new).run();
            if (connections.isEmpty()) {
                return false;
            }
            showWhatIsNext();
            return connections.get().showWhetherAllAreAvailable();
        } catch (LocalAws.Unavailable reason) {
            showWhatIsNext();
            console.out().println();
            console.out()
                    .println("Nothing was deployed, as no local AWS is available here: %s"
                            .formatted(reason.getMessage()));
            return true;
        }
    }

    private void show(Fleet fleet, Path output) {
        Plan plan = Plan.of(fleet.network(), fleet.ledger(), fleet.customers());
        console.out().println();
        new ConnectionTable(fleet).lines(Terminal.width()).forEach(console.out()::println);
        console.out().println();
        new NetworkPicture(fleet).lines(Terminal.width()).forEach(console.out()::println);
        console.out().println();
        console.out().println("%d stacks: %s".formatted(plan.stacks().size(), output.resolve("*.template.json")));
    }

    private void showWhatIsNext() {
        console.out().println();
        console.out().println("What to do next:");
        showNext(
                "edit stacks/customers/acme.yaml",
                "break something, and see what %s validate says".formatted(Program.name()));
        showNext("%s allocate".formatted(Program.name()), "after naming a zone that is not in the ledger yet");
        showNext("npx cdk list", "the stacks, in the order of their deployment");
        showNext("npx cdk diff -c customers=acme", "against your own account: what would change for one customer");
        showNext("npx cdk deploy --all -c customers=acme", "and what they share");
    }

    private void showNext(String command, String why) {
        console.out().println("  " + command);
        console.out().println("      " + why);
    }
}
