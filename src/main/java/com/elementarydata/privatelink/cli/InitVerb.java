package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.aws.EstateReader;
import com.elementarydata.privatelink.config.CustomerMapping;
import com.elementarydata.privatelink.config.NetworkText;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.operation.adoption.Estate;
import com.elementarydata.privatelink.operation.adoption.EstateFolder;
import com.elementarydata.privatelink.operation.init.FleetRepository;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Begins a fleet in a repository of its own, and brings one to this version. */
@Command(
        name = "init",
        description =
                "Writes a fleet repository: stacks/ with network.yaml and the JSON Schemas, cdk.json and package.json"
                        + " that pin this tool and the CDK CLI, a README. At a terminal it asks for what no option gives.",
        footer = {
            "",
            "It never replaces a file, but with --upgrade its own.",
            "",
            "Examples:",
            "  bin/privatelink init fleet",
            "  bin/privatelink init fleet --live --profile production \\",
            "    --region eu-central-1 --vpc vpc-0a1b2c3d4e5f60718",
            "  bin/privatelink init --upgrade"
        })
final class InitVerb implements Callable<Integer> {

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "The repository; new, or one without these files. By default the working directory.")
    private Path directory = Path.of("");

    @Mixin
    private NetworkOptions network;

    @Option(
            names = "--live",
            description = "Reads the account, blocks, subnets and route tables from AWS; the options still win.")
    private boolean live;

    @Option(
            names = "--upgrade",
            description = "Brings the schemas and the pins of a fleet repository to this version, and no other file.")
    private boolean upgrade;

    @Mixin
    private AwsOption aws;

    @Mixin
    private Console console;

    @Override
    public Integer call() {
        FleetRepository repository = new FleetRepository(directory);
        if (upgrade) {
            report(repository.upgrade(), List.of("npm ci && npx cdk diff"));
            return ExitCode.FINE;
        }
        repository.requireNew();
        Answers answers = new Answers(new Questions(console.input(), console.err()));
        Optional<NetworkText> found = live ? Optional.of(read(answers)) : Optional.empty();
        report(repository.write(network.network(answers, found)), repository.next());
        return ExitCode.FINE;
    }

    private NetworkText read(Answers answers) {
        Region region = network.region(answers);
        Estate estate = Estate.of(
                new EstateReader(aws.access(), region, network.vpcId()).read(List.of()), CustomerMapping.none());
        aws.showCalls(console.err());
        if (!estate.notRead().isEmpty()) {
            throw new Refusal(Refusal.Kind.AWS, estate.notRead());
        }
        return EstateFolder.of(estate).network();
    }

    private void report(List<Path> written, List<String> next) {
        written.forEach(file -> console.out().println("wrote %s".formatted(file)));
        console.out().println("next:");
        next.forEach(command -> console.out().println("  " + command));
    }
}
