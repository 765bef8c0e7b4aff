package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.aws.EstateReader;
import com.elementarydata.privatelink.cli.render.InventoryReport;
import com.elementarydata.privatelink.command.Program;
import com.elementarydata.privatelink.command.Quoted;
import com.elementarydata.privatelink.config.CustomerMapping;
import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.operation.adoption.Estate;
import com.elementarydata.privatelink.operation.adoption.EstateFolder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what runs around a production VPC, whoever made it, and writes the fleet that describes it. */
@Command(
        name = "inventory",
        description =
                "Shows what runs around a production VPC in every enabled Region, whoever made it: which customers"
                        + " are connected by which names, what leads nowhere, what several customers share. With --write, writes"
                        + " the fleet folder that describes it.",
        footer = {
            "",
            "It only reads AWS. Exit code 3 means that some of it could not be read.",
            "",
            "Examples:",
            "  bin/privatelink inventory --vpc vpc-0a1b2c3d4e5f60718 --region eu-central-1",
            "  bin/privatelink inventory --vpc vpc-0a1b2c3d4e5f60718 --region eu-central-1 \\",
            "    --customers customers.yaml --write stacks"
        })
final class InventoryVerb implements Callable<Integer> {

    @Mixin
    private FleetOption fleet;

    @Mixin
    private AwsOption aws;

    @Option(
            names = "--vpc",
            paramLabel = "ID",
            description = "The production VPC. By default the fleet's, as network.yaml names it.")
    private @Nullable String vpcId;

    @Option(names = "--region", paramLabel = "REGION", description = "The production VPC's Region.")
    private @Nullable Region region;

    @Option(
            names = "--customers",
            paramLabel = "FILE",
            description = "Whose endpoints, services and hostnames are, as YAML: acme: [vpce-…, git.acme.example]."
                    + " By default what tags named customer say, then the accounts in Snowflake's names.")
    private @Nullable Path customers;

    @Option(
            names = "--write",
            paramLabel = "DIR",
            description = "Writes a fleet folder that describes what was found, into a new or an empty folder.")
    private @Nullable Path folder;

    @Option(names = "--json", description = "Prints everything as JSON.")
    private boolean json;

    @Mixin
    private Console console;

    @Override
    public Integer call() {
        if ((vpcId == null) != (region == null)) {
            throw console.wrong("--vpc and --region go together");
        }
        if (folder != null) {
            EstateFolder.requireEmpty(folder);
        }
        CustomerMapping mapping = customers == null ? CustomerMapping.none() : CustomerMapping.read(customers);
        Estate estate = Estate.of(reader().read(), mapping);
        EstateFolder described = EstateFolder.of(estate);
        InventoryReport report = new InventoryReport(estate, described.obstacles());
        console.print(json, report::json, () -> report.lines(console.screen()));
        aws.showCalls(console.err());
        if (folder != null) {
            described.write(folder).forEach(file -> console.err().println("wrote %s".formatted(file)));
            console.err()
                    .println("next: fill in what their comments name, and %s validate --stacks %s"
                            .formatted(Program.name(), Quoted.of(folder.toString())));
        }
        return ExitCode.of(true, estate.notRead().isEmpty());
    }

    private EstateReader reader() {
        if (vpcId != null && region != null) {
            return new EstateReader(aws.access(), region, vpcId);
        }
        Production production = fleet.network().production();
        aws.access().requireOwn(fleet.network());
        return new EstateReader(aws.access(), production.region(), production.vpcId());
    }
}
