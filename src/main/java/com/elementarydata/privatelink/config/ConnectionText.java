package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Key;
import com.elementarydata.privatelink.integration.Keys;
import com.elementarydata.privatelink.model.Connectivity;
import com.elementarydata.privatelink.model.DnsState;
import com.elementarydata.privatelink.model.Handoff;
import com.elementarydata.privatelink.model.Printable;
import com.elementarydata.privatelink.model.Problem;
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
public final class ConnectionText {

    private static final List<String> FIRST =
            List.of("id", "integration", "region", "connectivity", "availabilityZoneIds");
    private static final Pattern PLAIN = Pattern.compile("(https://)?[a-z][a-z0-9-]*(\\.[A-Za-z0-9-]+)*");
    private static final Pattern NOT_TEXT = Pattern.compile("true|false|null");
    private static final Pattern DIGITS = Pattern.compile("0|[1-9][0-9]{0,9}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Integration integration;
    private final TreeMap<String, List<Line>> keys;
    private Optional<SnowflakeOutput> pasted = Optional.empty();

    /**
     * A line without its indentation.
     *
     * @param text the line
     * @param origin the option that it came from, or the file as a whole
     * @param entry the entry in that file, if it is one of Snowflake's
     */
    public record Line(String text, String origin, Optional<SnowflakeOutput.Entry> entry) {

        /** A problem at a column of the text, counted from 1, in terms of where the line came from. */
        public String words(Problem problem, int column) {
            if (entry.isPresent()) {
                boolean isKey = column == text.indexOf('"') + 1;
                return problem.movedTo(isKey ? entry.get().keyAt() : entry.get().valueAt())
                        .toString();
            }
            String place = Printable.of(problem.at().toString());
            return Printable.of(origin) + problem.toString().substring(place.length());
        }
    }

    public ConnectionText(Integration integration) {
        this.integration = integration;
        keys = new TreeMap<>(Comparator.comparingInt(order(integration)::indexOf));
        text("integration", Optional.of(integration), integration.key());
    }

    /** Pasted values have many lines, so they are last. */
    private static List<String> order(Integration integration) {
        return Stream.of(FIRST.stream(), own(integration, false), Stream.of("dns", "endpoint"), own(integration, true))
                .flatMap(names -> names)
                .toList();
    }

    private static Stream<String> own(Integration integration, boolean pasted) {
        return integration.keys().stream()
                .filter(key -> !FIRST.contains(key.name()) && (key.form() == Key.Form.PASTED) == pasted)
                .map(Key::name);
    }

    /** What a customer handed off. */
    public static ConnectionText of(String id, Handoff handoff, DnsState dns) {
        return new ConnectionText(handoff.integration())
                .id(id)
                .handedOff("handoff", handoff)
                .texts("availabilityZoneIds", handoff.availabilityZoneIds(), "handoff")
                .text("dns", Optional.of(dns), "handoff");
    }

    public ConnectionText id(String id) {
        return text("id", Optional.of(id), "--connection");
    }

    /** The keys that the document decides. */
    public ConnectionText handedOff(String origin, Handoff document) {
        write(Keys.REGION, List.of(document.address().serviceName().value().region()), origin);
        write(Keys.AWS_ACCOUNT_ID, List.of(document.awsAccountId()), origin);
        write(Keys.SERVICE_NAME, List.of(document.address().serviceName()), origin);
        if (integration.has(Keys.HOSTNAME)) {
            write(Keys.HOSTNAME, List.of(document.host()), origin);
            write(Keys.SUBDOMAIN_ISOLATION, document.hasHostsBelow() ? List.of(true) : List.of(), origin);
        } else {
            write(Keys.HOSTNAMES, document.hostnames(), origin);
        }
        return write(Keys.PORTS, document.address().ports(), origin);
    }

    /** Writes a key in its form; a key without a value is not written. */
    public ConnectionText write(Key key, Collection<?> values, String origin) {
        return write(key.name(), key.form(), values, origin);
    }

    public ConnectionText text(String key, Optional<?> value, String origin) {
        return write(key, Key.Form.TEXT, value.stream().toList(), origin);
    }

    public ConnectionText texts(String key, Collection<?> values, String origin) {
        return write(key, Key.Form.TEXTS, values, origin);
    }

    private ConnectionText write(String key, Key.Form form, Collection<?> values, String origin) {
        List<String> written =
                values.stream().map(value -> written(form, value.toString())).toList();
        boolean isList = form == Key.Form.TEXTS || form == Key.Form.INTEGERS;
        if (!written.isEmpty()) {
            String line = "%s: %s".formatted(key, isList ? written : written.get(0));
            keys.put(key, List.of(new Line(line, origin, Optional.empty())));
        }
        return this;
    }

    private static String written(Key.Form form, String text) {
        boolean isPlain = switch (form) {
            case TEXT, TEXTS ->
                PLAIN.matcher(text).matches() && !NOT_TEXT.matcher(text).matches();
            case INTEGERS -> DIGITS.matcher(text).matches();
            case YES -> true;
            case DIGITS, PASTED -> false;
        };
        return isPlain ? text : JSON.writeValueAsString(text);
    }

    /** The whole Snowflake output. */
    public ConnectionText paste(Key key, String name, SnowflakeOutput output) {
        List<Line> lines = new ArrayList<>(List.of(new Line(key.name() + ":", name, Optional.empty())));
        List<String> json = output.json();
        for (int i = 0; i < json.size(); i++) {
            boolean isEntry = i > 0 && i <= output.entries().size();
            lines.add(new Line(
                    "  " + json.get(i),
                    name,
                    isEntry ? Optional.of(output.entries().get(i - 1)) : Optional.empty()));
        }
        keys.put(key.name(), lines);
        pasted = Optional.of(output);
        return this;
    }

    /** An endpoint that exists. */
    public ConnectionText endpoint(String id, String dnsName, String hostedZoneId, String origin) {
        String line = "endpoint: {id: %s, dnsName: %s, hostedZoneId: %s}".formatted(id, dnsName, hostedZoneId);
        keys.put("endpoint", List.of(new Line(line, origin, Optional.empty())));
        return this;
    }

    public boolean has(String key) {
        return keys.containsKey(key);
    }

    public boolean isCrossRegion() {
        return lines().stream().anyMatch(line -> line.text().equals("connectivity: " + Connectivity.CROSS_REGION));
    }

    /** The Snowflake output, if the connection was made from one. */
    public Optional<SnowflakeOutput> pasted() {
        return pasted;
    }

    /** The lines of the mapping. */
    public List<Line> lines() {
        return keys.values().stream().flatMap(List::stream).toList();
    }

    /** The file of a customer with only this connection. */
    public String customer(String id) {
        String connection = lines().stream().map(Line::text).collect(Collectors.joining("\n    "));
        return """
                # yaml-language-server: $schema=../customer.schema.json
                id: %s
                connections:
                  - %s
                """.formatted(id, connection);
    }
}
