package com.elementarydata.privatelink.operation.onboard;

import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.command.FleetSearch;
import com.elementarydata.privatelink.command.Program;
import com.elementarydata.privatelink.config.ConnectionText;
import com.elementarydata.privatelink.config.SnowflakeOutput;
import com.elementarydata.privatelink.dns.DnsResolver;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.VisibleService;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One more connection in a fleet: checked as a whole, shown, and then written.
 *
 * @param fleet the fleet
 * @param text the connection
 * @param zonesOption the option for zones that AWS is otherwise asked for
 * @param out receives what is shown, line by line
 * @param err receives warnings
 */
public record Addition(
        FleetDraft fleet, ConnectionText text, String zonesOption, Consumer<String> out, Consumer<String> err) {

    private static final String ZONES = "availabilityZoneIds";

    /** The Region of the endpoint of a connection whose zones are not known yet; empty where another value is wrong. */
    public static Optional<Region> endpointRegion(FleetDraft fleet, ConnectionText text) {
        Candidate candidate = Candidate.alone(fleet, text);
        return candidate
                .checked()
                .fleet()
                .flatMap(whole -> candidate
                        .understood()
                        .map(connection ->
                                connection.endpointRegion(whole.network().production())));
    }

    /**
     * Adds it.
     *
     * @param aws where to ask about the service; empty not to ask, nor to resolve names
     * @param resolver who is asked where the names point today
     * @param named whether the connection's id was chosen, as for a second one to the same service
     * @param dryRun whether to write nothing
     */
    public void run(Optional<AwsAccess> aws, DnsResolver resolver, boolean named, boolean dryRun) throws IOException {
        Candidate candidate = Candidate.of(fleet, text);
        refuseTwin(candidate, named);
        if (aws.isPresent()) {
            candidate = discovered(candidate, aws.get());
        }
        candidate.refuseUnless(Set.of(ProblemCode.PL303));
        candidate = candidate.allocated();
        candidate.refuseUnless(Set.of());
        show(candidate);
        if (aws.isPresent()) {
            new NamesToday(resolver, out, err).say(candidate.understood().orElseThrow());
        }
        if (dryRun) {
            out.accept("dry run: nothing was written");
            return;
        }
        fleet.edit().write(candidate.contents());
        sayWhatIsNext(candidate);
    }

    private void refuseTwin(Candidate candidate, boolean named) {
        for (Connection known : fleet.connections()) {
            if (text.lines().get(0).text().equals("id: " + known.id())) {
                throw Refusal.of("the connection \"%s\" exists already (%s); edit it there, or choose another id with"
                                .formatted(
                                        known.nameOf(fleet.customer()),
                                        known.id().at())
                        + " --connection");
            }
            if (!named
                    && candidate.understood().filter(one -> isSame(one, known)).isPresent()) {
                throw Refusal.of(
                        "the connection \"%s\" already connects to %s (%s); edit it there, or give a second one an id"
                                        .formatted(
                                                known.nameOf(fleet.customer()),
                                                known.address().serviceName(),
                                                known.id().at())
                                + " with --connection");
            }
        }
    }

    private static boolean isSame(Connection one, Connection other) {
        return service(one).equals(service(other))
                && one.connectivity() == other.connectivity()
                && !Collections.disjoint(one.address().names(), other.address().names());
    }

    private static EndpointServiceName service(Connection connection) {
        return connection.address().serviceName().value();
    }

    /** Asks only about a connection that is otherwise valid, and takes the zones from AWS if none are given. */
    private Candidate discovered(Candidate candidate, AwsAccess aws) throws IOException {
        boolean open = !text.has(ZONES);
        candidate.refuseUnless(open ? Set.of(ProblemCode.PL303, ProblemCode.PL112) : Set.of(ProblemCode.PL303));
        Connection connection = candidate.understood().orElseThrow();
        Discovery discovery = new Discovery(aws, candidate.checked().fleet().orElseThrow());
        VisibleService service = discovery.find(connection);
        out.accept("%s belongs to the account %s and is in %s"
                .formatted(service(connection), service.owner(), words(service.zones())));
        if (!open) {
            discovery.requireOffered(connection, service);
            return candidate;
        }
        List<AvailabilityZoneId> chosen = discovery.choose(service(connection), service);
        out.accept("chose %s; choose others with %s".formatted(words(chosen), zonesOption));
        return Candidate.of(fleet, text.texts(ZONES, chosen, "--discover"));
    }

    private static String words(List<?> zones) {
        return zones.isEmpty()
                ? "zones that AWS does not show"
                : zones.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private void show(Candidate candidate) throws IOException {
        candidate.warnings().forEach(err);
        candidate.diff().forEach(out);
        Connection connection = candidate.understood().orElseThrow();
        text.pasted().ifPresent(output -> uncovered(connection, output).forEach(out));
        NewDomains.of(connection, fleet.before()).stream()
                .map("new domain in the fleet: %s; make sure that it belongs to this customer"::formatted)
                .forEach(out);
    }

    /** The hostnames in Snowflake's output that the connection does not cover. */
    private static List<String> uncovered(Connection connection, SnowflakeOutput output) {
        Set<String> covered =
                connection.address().names().stream().map(Hostname::value).collect(Collectors.toSet());
        return output.names().stream()
                .filter(name -> !covered.contains(name.value()))
                .map(name -> "not covered: %s%s".formatted(name.value(), reason(name)))
                .toList();
    }

    private static String reason(SnowflakeOutput.Name name) {
        Optional<String> request = name.request().map("; add --include %s to cover it"::formatted);
        return name.isShared() ? ", which other Snowflake accounts share" : request.orElse("");
    }

    private void sayWhatIsNext(Candidate candidate) {
        candidate.contents().keySet().forEach(path -> out.accept("wrote " + path));
        if (!candidate.understood().orElseThrow().isNamed()) {
            out.accept("no DNS yet: set `dns: active` once the connection is accepted");
        }
        out.accept("next: commit, and %s plan %s%s"
                .formatted(Program.name(), fleet.customer(), FleetSearch.option(fleet.folder())));
    }
}
