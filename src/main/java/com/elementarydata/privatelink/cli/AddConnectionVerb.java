package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.config.ConnectionText;
import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.model.DnsState;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.operation.onboard.Addition;
import com.elementarydata.privatelink.operation.onboard.FleetDraft;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a connection of one integration, from the options of its keys, answers, or a handoff document. */
@Command
final class AddConnectionVerb implements Callable<Integer> {

    static final String ZONES = "--availability-zone-ids";
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
            completionCandidates = States.class,
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

    /** For completion: those that a new connection can have. */
    static final class States implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Stream.of(DnsState.ACTIVE, DnsState.PREPARED)
                    .map(DnsState::toString)
                    .iterator();
        }
    }

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
        Answers answers = new Answers(new Questions(left(), console.err()));
        try {
            add(FleetDraft.of(fleetOption.folder(), customer), answers);
            return ExitCode.FINE;
        } catch (Refusal refusal) {
            List<String> lines = new ArrayList<>(refusal.lines());
            lines.add("nothing was written");
            answers.asOptions()
                    .map("your answers, to change and to add to the command: "::concat)
                    .ifPresent(lines::add);
            throw new Refusal(refusal.kind(), lines);
        }
    }

    /** A document that is read from standard input leaves nobody there to answer. */
    private StandardInput left() {
        StandardInput input = console.input();
        boolean taken = given.file().filter(StandardInput::isNamed).isPresent();
        return new StandardInput(input.stream(), input.terminal() && !taken);
    }

    private void add(FleetDraft fleet, Answers answers) throws IOException {
        ConnectionText text =
                new ConnectionText(integration).text("connectivity", given.connectivity(), KeyOptions.CONNECTIVITY);
        String usualId = new KeyValues(integration, given, answers, console.input(), fleet::shares).writeTo(text);
        text.id(connection != null ? connection : fleet.idLike(usualId));
        complete(fleet, text, answers);
        Optional<AwsAccess> access = discover ? Optional.of(aws.access()) : Optional.empty();
        new Addition(fleet, text, ZONES, console.out()::println, console.err()::println)
                .run(access, resolver.resolver(), connection != null, dryRun);
        aws.showCalls(console.err());
    }

    /** Names that are active send production to the endpoint, whether its provider has accepted it or not. */
    private void complete(FleetDraft fleet, ConnectionText text, Answers answers) {
        text.text("dns", Optional.of(dns != null ? dns : DnsState.PREPARED), "--dns");
        boolean awsKnows = discover && !text.isCrossRegion();
        if (!zones.isEmpty() || (!text.has("availabilityZoneIds") && !awsKnows)) {
            text.texts("availabilityZoneIds", zones(fleet, text, answers), ZONES);
        }
        answers.requireAll();
    }

    /** Those of the Region that the connection's other values say. */
    private List<String> zones(FleetDraft fleet, ConnectionText text, Answers answers) {
        Optional<Region> region = answers.isComplete() ? Addition.endpointRegion(fleet, text) : Optional.empty();
        String meaning = region.map(known ->
                        "the endpoint's AZ IDs in %s, such as %2$s-az1,%2$s-az2".formatted(known, known.shortForm()))
                .orElse(ZONES_MEANING);
        return answers.needSome(ZONES, zones, meaning, zone -> check(zone, region));
    }

    private static void check(String zone, Optional<Region> region) {
        AvailabilityZoneId parsed = region.map(known -> AvailabilityZoneId.parse(zone, known))
                .orElseGet(() -> AvailabilityZoneId.parse(zone));
        if (region.filter(known -> !parsed.isIn(known)).isPresent()) {
            throw new InvalidValueException(
                    "%s is not in %s".formatted(zone, region.get()),
                    "give AZ IDs such as %s-az1".formatted(region.get().shortForm()));
        }
    }
}
