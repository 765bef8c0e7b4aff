package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.aws.PathReader;
import com.elementarydata.privatelink.cli.render.PathPicture;
import com.elementarydata.privatelink.cli.render.PathReport;
import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.command.Program;
import com.elementarydata.privatelink.config.WholeFiles;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.fleet.ExpectedPaths;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.observed.PathFacts;
import com.elementarydata.privatelink.observed.ProviderFacts;
import com.elementarydata.privatelink.operation.diagnosis.HereProbe;
import com.elementarydata.privatelink.operation.diagnosis.PathBundle;
import com.elementarydata.privatelink.operation.diagnosis.PathDiagnosis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Walks the path, and names the first broken link. */
@Command(
        name = "diagnose",
        description = "Walks the path from production to a customer's service, and names the first broken"
                + " link, who must act, and what to type. It only reads.",
        footer = {
            "",
            "docs/diagnosis.md explains each code.",
            "",
            "Examples:",
            "  bin/privatelink diagnose acme",
            "  bin/privatelink diagnose acme/git --from-here",
            "  bin/privatelink diagnose acme/git --provider check.json",
            "  bin/privatelink diagnose acme --bundle acme.json",
            "  bin/privatelink diagnose --replay acme.json"
        })
final class DiagnoseVerb implements Callable<Integer> {

    @Mixin
    private FleetOption fleetOption;

    @Mixin
    private AwsOption aws;

    @Parameters(
            arity = "0..1",
            paramLabel = "CUSTOMER[/CONNECTION]",
            description = "A customer, or one of its connections.")
    private @Nullable String name;

    @Option(
            names = "--from-here",
            description = "Also resolves, connects and begins TLS; run it on a machine of the production VPC.")
    private boolean fromHere;

    @Option(
            names = "--provider",
            paramLabel = "FILE",
            description = "What the customer's provider check --json printed, to judge both halves together.")
    private @Nullable Path provider;

    @Option(names = "--bundle", paramLabel = "FILE", description = "Writes what was read, to be judged elsewhere.")
    private @Nullable Path bundle;

    @Option(names = "--replay", paramLabel = "FILE", description = "Judges a bundle, without asking AWS.")
    private @Nullable Path replay;

    @Option(names = "--json", description = "Prints all hops as JSON.")
    private boolean json;

    @Mixin
    private Console console;

    @Override
    public Integer call() throws IOException {
        if ((name == null) == (replay == null)) {
            throw console.wrong("name a customer, or a bundle with --replay");
        }
        return report(replay == null ? observe(String.valueOf(name)) : PathBundle.read(replay));
    }

    private PathBundle observe(String wanted) throws IOException {
        CheckedFleet fleet = fleetOption.read();
        List<ExpectedPath> paths = ChosenCustomers.paths(fleet, wanted);
        ExpectedPaths expected = new ExpectedPaths(fleet.fleet().orElseThrow());
        Optional<ProviderFacts> far = provider(paths);
        PathFacts facts = new PathReader(aws.access()).read(expected.network(), paths);
        if (fromHere) {
            facts = facts.with(HereProbe.ofThisMachine().probe(paths));
        }
        PathBundle observed = new PathBundle(PathBundle.VERSION, expected.network(), paths, facts, far);
        if (bundle != null) {
            WholeFiles.write(bundle, observed.text() + "\n");
        }
        return observed;
    }

    private Optional<ProviderFacts> provider(List<ExpectedPath> paths) {
        if (provider == null) {
            return Optional.empty();
        }
        ProviderFacts facts = PathBundle.readProvider(provider);
        if (paths.stream().noneMatch(path -> path.serviceName().equals(facts.serviceName()))) {
            throw Refusal.of("%s is about %s, to which %s does not connect; have it made for %s"
                    .formatted(provider, facts.serviceName(), name, paths.get(0).serviceName()));
        }
        return Optional.of(facts);
    }

    /** Where the facts were recorded, the fleet's folder may be anywhere. */
    private CdkCommands commands() {
        return replay == null ? CdkCommands.of(fleetOption.folder(), List.of()) : CdkCommands.ofUnknownFolder();
    }

    private int report(PathBundle observed) {
        List<PathDiagnosis> diagnoses = observed.diagnoses(commands());
        console.print(
                json,
                () -> PathReport.of(diagnoses).json(),
                () -> diagnoses.stream().flatMap(this::picture).toList());
        aws.showCalls(console.err());
        if (diagnoses.stream().anyMatch(diagnosis -> diagnosis.firstBroken().isPresent())) {
            return ExitCode.FINDINGS;
        }
        if (diagnoses.stream().anyMatch(diagnosis -> !diagnosis.unjudged().isEmpty())) {
            console.err()
                    .println("not every link could be judged; %s policy diagnose prints the permissions that it needs"
                            .formatted(Program.name()));
            return ExitCode.AWS;
        }
        return ExitCode.FINE;
    }

    private Stream<String> picture(PathDiagnosis diagnosis) {
        return Stream.concat(new PathPicture(diagnosis, console.screen()).lines().stream(), Stream.of(""));
    }
}
