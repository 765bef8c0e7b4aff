package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.config.ConnectionText;
import com.elementarydata.privatelink.config.Origin;
import com.elementarydata.privatelink.model.DnsState;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.operation.onboard.Addition;
import com.elementarydata.privatelink.operation.onboard.FleetDraft;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options of adding a connection that all integrations share. */
final class AddOptions {

    static final String ZONES = "--availability-zone-ids";
    private static final String ZONES_MEANING = "the endpoint's AZ IDs, such as euw1-az1,euw1-az2";

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
            description = "active, so that the hostnames resolve to the endpoint, or prepared, without DNS.")
    private @Nullable String dns;

    @Option(
            names = "--discover",
            description = "Asks AWS whether the service is visible, who owns it and which zones it is in.")
    private boolean discover;

    @Option(names = "--dry-run", description = "Shows what would be written without writing it.")
    private boolean dryRun;

    @Mixin
    private AwsOption aws;

    @Mixin
    private FleetOption fleetOption;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Makes a connection from an integration's own options and answers. */
    interface Maker {
        ConnectionText make(FleetDraft fleet, Answers answers);
    }

    /**
     * Adds a connection.
     *
     * @param file the value of the option that may read standard input, which is then not available for answers
     * @param maker makes the connection except for what all integrations share
     */
    int add(@Nullable String file, Maker maker) throws IOException {
        if (aws.profile().isPresent() && !discover) {
            throw new ParameterException(
                    spec.commandLine(), "--profile requires --discover; add --discover, or remove --profile");
        }
        PrintWriter err = spec.commandLine().getErr();
        try {
            FleetDraft fleet = FleetDraft.of(fleetOption.folder(), customer);
            boolean taken = file != null && InputFile.isStandardInput(file);
            StandardInput input = new StandardInput(input().stream(), input().terminal() && !taken);
            Answers answers = new Answers(new Questions(input, err));
            ConnectionText text = maker.make(fleet, answers);
            complete(text, answers);
            Optional<AwsAccess> access = discover ? Optional.of(aws.access()) : Optional.empty();
            new Addition(fleet, text, ZONES, spec.commandLine().getOut()::println, err::println)
                    .run(access, connection != null, dryRun);
            aws.showCalls(err);
            return ExitCode.FINE;
        } catch (Refusal refusal) {
            List<String> lines = new ArrayList<>(refusal.lines());
            lines.add("nothing was written");
            throw new Refusal(refusal.kind(), lines);
        }
    }

    /** A service that may be in use over a public route is only prepared. */
    private void complete(ConnectionText text, Answers answers) {
        Optional<String> prepared = Optional.of(DnsState.PREPARED.toString())
                .filter(state -> !text.integration().hasOnlyPrivateNames());
        text.text("dns", Optional.ofNullable(dns).or(() -> prepared), new Origin.Named("--dns"));
        boolean awsKnows = discover && !text.isCrossRegion();
        if (!zones.isEmpty() || (!text.has("availabilityZoneIds") && !awsKnows)) {
            text.texts(
                    "availabilityZoneIds",
                    answers.needSome(ZONES, zones, ZONES_MEANING, AvailabilityZoneId::parse),
                    new Origin.Named(ZONES));
        }
        answers.requireAll();
    }

    StandardInput input() {
        return ((StandardInput.Owner) spec.root().userObject()).input();
    }

    /** The connection's id: the given one, or a free one based on a name. */
    String id(FleetDraft fleet, String name) {
        return connection != null ? connection : fleet.idLike(name);
    }
}
