package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.config.SnowflakeOutput;
import com.elementarydata.privatelink.integration.GitHubEnterpriseServer;
import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.model.Connectivity;
import com.elementarydata.privatelink.model.DnsState;
import com.elementarydata.privatelink.model.Handoff;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** A connection as it is written in a customer's file: its keys in the order of the examples. */
final class ConnectionText {

    private static final List<String> ORDER = List.of(
            "id",
            "integration",
            "region",
            "connectivity",
            "availabilityZoneIds",
            "workspaceUrl",
            "awsAccountId",
            "serviceName",
            "hostname",
            "hostnames",
            "subdomainIsolation",
            "ports",
            "include",
            "dns",
            "privatelinkConfig");
    private static final Pattern PLAIN = Pattern.compile("(https://)?[a-z][a-z0-9-]*(\\.[A-Za-z0-9-]+)*");
    private static final Pattern NOT_TEXT = Pattern.compile("true|false|null");
    private static final Pattern DIGITS = Pattern.compile("0|[1-9][0-9]{0,9}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TreeMap<String, List<Line>> keys = new TreeMap<>(Comparator.comparingInt(ORDER::indexOf));

    private final Integration integration;
    private Optional<SnowflakeOutput> pasted = Optional.empty();

    /**
     * A line without its indentation.
     *
     * @param text the line
     * @param origin where it came from
     */
    record Line(String text, Origin origin) {}

    ConnectionText(String id, Integration integration) {
        this.integration = integration;
        text("id", Optional.of(id), new Origin.Named("--connection"));
        text("integration", Optional.of(integration.toString()), new Origin.Named(integration.toString()));
    }

    /** What a customer handed off. */
    static ConnectionText of(String id, Handoff handoff, DnsState dns) {
        return new ConnectionText(id, handoff.integration())
                .handedOff(new HandedOff("handoff", handoff))
                .texts("availabilityZoneIds", handoff.availabilityZoneIds(), new Origin.Named("handoff"))
                .text("dns", Optional.of(dns), new Origin.Named("handoff"));
    }

    /** The keys that the document decides. */
    ConnectionText handedOff(HandedOff document) {
        Origin origin = new Origin.Named(document.name());
        text("region", Optional.of(document.region()), origin);
        quoted("awsAccountId", Optional.of(document.handoff().awsAccountId()), origin);
        text("serviceName", Optional.of(document.handoff().address().serviceName()), origin);
        if (document.handoff().integration() == GitHubEnterpriseServer.INTEGRATION) {
            text("hostname", Optional.of(document.host()), origin);
            yes("subdomainIsolation", document.hasSubdomains(), origin);
        } else {
            texts("hostnames", document.hostnames(), origin);
        }
        return integers("ports", document.handoff().address().ports(), origin);
    }

    ConnectionText text(String key, Optional<?> value, Origin origin) {
        return line(key, value.map(text -> plainOrQuoted(text.toString())), origin);
    }

    ConnectionText quoted(String key, Optional<?> value, Origin origin) {
        return line(key, value.map(text -> JSON.writeValueAsString(text.toString())), origin);
    }

    ConnectionText yes(String key, boolean value, Origin origin) {
        return line(key, Optional.of("true").filter(yes -> value), origin);
    }

    ConnectionText texts(String key, Collection<?> values, Origin origin) {
        return list(key, values.stream().map(text -> plainOrQuoted(text.toString())), origin);
    }

    ConnectionText integers(String key, Collection<?> values, Origin origin) {
        return list(
                key,
                values.stream()
                        .map(Object::toString)
                        .map(text -> DIGITS.matcher(text).matches() ? text : JSON.writeValueAsString(text)),
                origin);
    }

    /** What Snowflake prints, whole. */
    ConnectionText privatelinkConfig(String name, SnowflakeOutput output) {
        Origin whole = new Origin.Named(name);
        List<Line> lines = new ArrayList<>(List.of(new Line("privatelinkConfig:", whole)));
        List<String> json = output.json();
        for (int i = 0; i < json.size(); i++) {
            boolean isEntry = i > 0 && i <= output.entries().size();
            String text = "  " + json.get(i);
            Origin origin = isEntry ? new Origin.Pasted(output.entries().get(i - 1), text.indexOf('"') + 1) : whole;
            lines.add(new Line(text, origin));
        }
        keys.put("privatelinkConfig", lines);
        pasted = Optional.of(output);
        return this;
    }

    Integration integration() {
        return integration;
    }

    boolean has(String key) {
        return keys.containsKey(key);
    }

    boolean isCrossRegion() {
        return lines().stream().anyMatch(line -> line.text().equals("connectivity: " + Connectivity.CROSS_REGION));
    }

    /** What Snowflake prints, where that is what it was made from. */
    Optional<SnowflakeOutput> pasted() {
        return pasted;
    }

    /** The lines of the mapping. */
    List<Line> lines() {
        return keys.values().stream().flatMap(List::stream).toList();
    }

    /** The file of a customer that has this connection alone. */
    String customer(String id) {
        String connection = lines().stream().map(Line::text).collect(Collectors.joining("\n    "));
        return """
                # yaml-language-server: $schema=../customer.schema.json
                id: %s
                connections:
                  - %s
                """.formatted(id, connection);
    }

    private ConnectionText list(String key, Stream<String> values, Origin origin) {
        List<String> items = values.toList();
        return line(key, Optional.of(items).filter(list -> !list.isEmpty()).map(Object::toString), origin);
    }

    private ConnectionText line(String key, Optional<String> value, Origin origin) {
        value.ifPresent(written -> keys.put(key, List.of(new Line("%s: %s".formatted(key, written), origin))));
        return this;
    }

    private static String plainOrQuoted(String text) {
        return PLAIN.matcher(text).matches() && !NOT_TEXT.matcher(text).matches()
                ? text
                : JSON.writeValueAsString(text);
    }
}
