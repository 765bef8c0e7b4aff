package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.model.Words;
import com.elementarydata.privatelink.operation.adoption.Estate;
import com.elementarydata.privatelink.operation.adoption.EstateConnection;
import com.elementarydata.privatelink.operation.adoption.EstateName;
import com.google.common.base.Joiner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An estate, for people and for programs.
 *
 * @param estate the estate
 * @param obstacles why VPCs with endpoints cannot be adopted, by their ids
 */
public record InventoryReport(Estate estate, Map<String, String> obstacles) {

    private static final Joiner COMMA = Joiner.on(", ");

    /** The report for people: a table, a picture, and what a person should look at. */
    public List<String> lines(Screen screen) {
        List<String> lines = new ArrayList<>(table(screen));
        lines.add("%d endpoints, %d customers, %d names"
                .formatted(
                        estate.facts().endpoints().count(),
                        estate.connections().stream()
                                .map(EstateConnection::customer)
                                .distinct()
                                .count(),
                        estate.names().stream().filter(EstateName::answers).count()));
        lines.add("");
        lines.addAll(new EstatePicture(estate, screen.width()).lines());
        List<String> remarks =
                remarks().flatMap(remark -> remark(remark, screen).stream()).toList();
        if (!remarks.isEmpty()) {
            lines.add("");
            lines.addAll(remarks);
        }
        return lines;
    }

    private static List<String> remark(String remark, Screen screen) {
        List<String> lines = new ArrayList<>(Wrapped.hanging("", "  ", Wrapped.words(remark, screen.width() - 2)));
        String head = lines.get(0).substring(0, remark.indexOf(':'));
        lines.set(0, screen.toned(Tone.WAITING, head) + lines.get(0).substring(head.length()));
        return lines;
    }

    private List<String> table(Screen screen) {
        return Table.<EstateConnection>of(List.of(
                        Table.column("CUSTOMER", EstateConnection::customer),
                        Table.listColumn(
                                "ENDPOINT, REGION, STATE",
                                one -> List.of(
                                        one.found().endpoint().id(),
                                        one.region(),
                                        one.found().endpoint().state())),
                        Table.listColumn("NAMES", InventoryReport::names),
                        Table.column("MADE BY", one -> one.found().tags().maker())))
                .lines(estate.connections(), screen);
    }

    private static List<String> names(EstateConnection connection) {
        List<String> names =
                connection.names().stream().map(EstateName::hostname).distinct().toList();
        return names.isEmpty() ? List.of("(no name leads to it)") : names;
    }

    private Stream<String> remarks() {
        Stream<String> nowhere = estate.leadingNowhere().stream()
                .map(name -> "leads nowhere: %s in %s points to %s, which does not exist"
                        .formatted(name.hostname(), zone(name), COMMA.join(name.nowhere())));
        Stream<String> hidden = estate.hidden().stream()
                .map(name -> "never answers: %s in %s, as a zone with a longer name does"
                        .formatted(name.hostname(), zone(name)));
        Stream<String> unnamed = estate.unnamed().stream()
                .map(one -> "not used by name: %s in %s"
                        .formatted(one.found().endpoint().id(), one.region()));
        Stream<String> shared = estate.sharedZones().entrySet().stream()
                .map(zone -> "of several customers: %s has names of %s"
                        .formatted(zone.getKey(), COMMA.join(zone.getValue())));
        Stream<String> left = obstacles.entrySet().stream()
                .map(vpc -> "cannot be adopted: %s, as %s".formatted(vpc.getKey(), vpc.getValue()));
        Stream<String> notRead = estate.notRead().stream().map("not read: %s"::formatted);
        return Stream.of(nowhere, hidden, unnamed, shared, left, notRead).flatMap(remarks -> remarks);
    }

    private static String zone(EstateName name) {
        return "%s (%s)".formatted(name.zone().name(), name.zone().id());
    }

    private record Report(
            String account,
            String region,
            String vpcId,
            List<Connection> connections,
            List<Name> leadingNowhere,
            List<Name> hidden,
            Map<String, List<String>> sharedZones,
            Map<String, String> notAdoptable,
            List<String> notRead) {}

    private record Connection(
            String customer,
            String toldBy,
            String region,
            String endpointId,
            String serviceName,
            String state,
            String vpcId,
            Optional<String> peeringConnectionId,
            Optional<String> stack,
            boolean terraform,
            List<Name> names) {}

    private record Name(String hostname, String zone, String hostedZoneId, boolean movable, List<String> nowhere) {}

    /** The report for programs. */
    public String json() {
        return JsonDocument.INVENTORY.of(new Report(
                estate.facts().account(),
                estate.facts().region(),
                estate.facts().vpcId(),
                estate.connections().stream().map(this::connection).toList(),
                estate.leadingNowhere().stream().map(InventoryReport::name).toList(),
                estate.hidden().stream().map(InventoryReport::name).toList(),
                estate.sharedZones(),
                obstacles,
                estate.notRead()));
    }

    private Connection connection(EstateConnection one) {
        return new Connection(
                one.customer(),
                Words.of(one.told()),
                one.region(),
                one.found().endpoint().id(),
                one.found().endpoint().serviceName(),
                one.found().endpoint().state(),
                one.found().endpoint().vpcId(),
                estate.peeringOf(one.found().endpoint().vpcId()).map(peering -> peering.id()),
                one.found().tags().stack(),
                one.found().tags().isOfTerraform(),
                one.names().stream().map(InventoryReport::name).toList());
    }

    private static Name name(EstateName name) {
        return new Name(name.hostname(), name.zone().name(), name.zone().id(), name.isMovable(), name.nowhere());
    }
}
