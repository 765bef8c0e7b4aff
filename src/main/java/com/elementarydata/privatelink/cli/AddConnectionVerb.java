package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.config.ConnectionText;
import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.model.DnsState;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.operation.onboard.Addition;
import com.elementarydata.privatelink.operation.onboard.FleetDraft;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a connection of one integration, from the options of its keys, answers, or a handoff document. */
@Command
final class AddConnectionVerb implements Callable<Integer> {

    private static final String ZONES = "--availability-zone-ids";
    private static final String ZONES_MEANING = "the endpoint's AZ IDs, such as euw1-az1,euw1-az2";

    private final Integration integration;
    private final KeyOptions given;

    @Parameters(
            paramLabel = "<customer>",
            description = "The customer's id, whose file is stacks/customers/<customer>.yaml.")
    private Identifier customer;

    @Option(
            names = "--connection",
            paramLabel = "ID",
            description = "The connection's id. By default one that is free.")
    private @Nullable String connection;

    @Option(
            names = ZONES,
            split = ",",
            paramLabel = "ID",
            description = "The endpoint's AZ IDs, such as usw2-az1,usw2-az2. Optional with --discover.")
    private List<String> zones = List.of();

    @Option(
            names = "--dns",
            paramLabel = "STATE",
            description = "active, so that the hostnames resolve to the endpoint, or prepared, without DNS. By default"
                    + " prepared, since the connection is yet to be accepted.")
    private @Nullable String dns;

    @Option(
            names = "--discover",
            description = "Asks AWS whether the service is visible, who owns it and which zones it is in, and a DNS"
                    + " resolver where the hostnames point today.")
    private boolean discover;

    @Option(names = "--dry-run", description = "Shows what would be written without writing it.")
    private boolean dryRun;

    @Mixin
    private AwsOption aws;

    @Mixin
    private ResolverOption resolver;

    @Mixin
    private FleetOption fleetOption;

    @Mixin
    private Console console;

    private AddConnectionVerb(Integration integration) {
        this.integration = integration;
        given = new KeyOptions(integration);
    }

    static CommandSpec specOf(Integration integration) {
        AddConnectionVerb verb = new AddConnectionVerb(integration);
        CommandSpec spec = CommandSpec.forAnnotatedObject(verb).name(integration.key());
        verb.given.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        if (aws.profile().isPresent() && !discover) {
            throw console.wrong("--profile requires --discover; add --discover, or remove --profile");
        }
        if (resolver.isGiven() && !discover) {
            throw console.wrong("--resolver requires --discover; add --discover, or remove --resolver");
        }
        try {
            add(FleetDraft.of(fleetOption.folder(), customer));
            return ExitCode.FINE;
        } catch (Refusal refusal) {
            List<String> lines = new ArrayList<>(refusal.lines());
            lines.add("nothing was written");
            throw new Refusal(refusal.kind(), lines);
        }
    }

    private void add(FleetDraft fleet) throws IOException {
        StandardInput input = console.input();
        boolean taken = given.file().filter(StandardInput::isNamed).isPresent();
        StandardInput left = new StandardInput(input.stream(), input.terminal() && !taken);
        Answers answers = new Answers(new Questions(left, console.err()));
        ConnectionText text =
                new ConnectionText(integration).text("connectivity", given.connectivity(), KeyOptions.CONNECTIVITY);
        String usualId = new KeyValues(integration, given, answers, input, fleet::shares).writeTo(text);
        text.id(connection != null ? connection : fleet.idLike(usualId));
        complete(text, answers);
        Optional<AwsAccess> access = discover ? Optional.of(aws.access()) : Optional.empty();
        new Addition(fleet, text, ZONES, console.out()::println, console.err()::println)
                .run(access, resolver.resolver(), connection != null, dryRun);
        aws.showCalls(console.err());
    }

    /** Names that are active send production to the endpoint, whether its provider has accepted it or not. */
    private void complete(ConnectionText text, Answers answers) {
        text.text("dns", Optional.of(dns != null ? dns : DnsState.PREPARED), "--dns");
        boolean awsKnows = discover && !text.isCrossRegion();
        if (!zones.isEmpty() || (!text.has("availabilityZoneIds") && !awsKnows)) {
            text.texts(
                    "availabilityZoneIds",
                    answers.needSome(ZONES, zones, ZONES_MEANING, AvailabilityZoneId::parse),
                    ZONES);
        }
        answers.requireAll();
    }
}
