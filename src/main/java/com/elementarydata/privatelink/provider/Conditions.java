package com.elementarydata.privatelink.provider;

import static com.elementarydata.privatelink.provider.Intrinsic.condition;
import static com.elementarydata.privatelink.provider.Intrinsic.equal;
import static com.elementarydata.privatelink.provider.Intrinsic.function;
import static com.elementarydata.privatelink.provider.Intrinsic.joined;
import static com.elementarydata.privatelink.provider.Intrinsic.not;
import static com.elementarydata.privatelink.provider.Intrinsic.reference;
import static com.elementarydata.privatelink.provider.Intrinsic.text;

import com.elementarydata.privatelink.net.GitHubEnterpriseServerPorts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The conditions under which parts of the template are there. */
final class Conditions {

    static final JsonNode IS_GITHUB_ENTERPRISE_SERVER =
            equal(reference("Integration"), text(StandIn.GITHUB_ENTERPRISE_SERVER));
    static final JsonNode IS_AUTOMATIC = equal(reference("HealthCheckProtocol"), text(Parameters.AUTOMATIC));

    /** The port of the check is none of the traffic's, which have their rules already. */
    static final String CHECKED_APART = "IsCheckedApart";

    private static final String STATUS_PORT = String.valueOf(GitHubEnterpriseServerPorts.HTTPS.number());

    private static final Map<String, JsonNode> ALL = define();

    private Conditions() {}

    /** The condition that an optional parameter is given; nothing for one that always is. */
    static Optional<String> ofOptional(String parameter) {
        return Optional.of("Has" + parameter).filter(name -> !parameter.contains("::") && ALL.containsKey(name));
    }

    static String of(Offer.Kind kind) {
        return switch (kind) {
            case IP -> "IsIp";
            case INSTANCE -> "IsInstance";
            case ALB -> "IsAlb";
        };
    }

    static String of(Offer.Check check) {
        return switch (check) {
            case TCP -> "IsCheckedByTcp";
            case HTTP -> "IsCheckedByHttp";
            case HTTPS -> "IsCheckedByHttps";
            case STATUS -> "IsCheckedByStatus";
        };
    }

    /** Refuses a port that the construct presets for checks and that is not known here. */
    static void requireKnown(int preset) {
        if (!String.valueOf(preset).equals(STATUS_PORT)) {
            throw new IllegalStateException("a port of the construct's own is not known here: " + preset);
        }
    }

    /** A choice that cannot be where a condition holds, since a rule refuses it. */
    static boolean excludes(String condition, Offer offer) {
        return condition.equals("OutsideVpc")
                ? offer.kind() != Offer.Kind.IP
                : offer.kind() == Offer.Kind.ALB && condition.matches("Has(Port|Target)[0-9]");
    }

    /** The definitions of these conditions and of those that they are made of, in their order. */
    static Map<String, JsonNode> definitions(Set<String> used) {
        Map<String, JsonNode> definitions = new LinkedHashMap<>();
        ALL.forEach((name, definition) -> {
            boolean inOthers = ALL.entrySet().stream()
                    .filter(other -> used.contains(other.getKey()))
                    .anyMatch(other ->
                            other.getValue().toString().contains(condition(name).toString()));
            if (used.contains(name) || inOthers) {
                definitions.put(name, definition);
            }
        });
        return definitions;
    }

    private static Map<String, JsonNode> define() {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        Stream.of(
                        Parameters.numbered("Port", Parameters.PORTS).stream().skip(1),
                        Parameters.numbered("Target", Parameters.TARGETS).stream()
                                .skip(1),
                        Parameters.numbered("ClientCidr", Parameters.CLIENTS).stream()
                                .skip(1),
                        Stream.of("HealthCheckPort"))
                .flatMap(names -> names)
                .forEach(name -> all.put("Has" + name, not(isEmpty(reference(name)))));
        Stream.of("AvailabilityZoneIds", "SupportedRegions")
                .forEach(name -> all.put("Has" + name, not(isEmpty(joined("", reference(name))))));
        all.put("OutsideVpc", equal(reference("TargetsOutsideVpc"), text("true")));
        Stream.of(Offer.Kind.values()).forEach(kind -> all.put(of(kind), equal(reference("TargetType"), name(kind))));
        all.put(of(Offer.Check.STATUS), function("Fn::And", IS_AUTOMATIC, IS_GITHUB_ENTERPRISE_SERVER));
        all.put(of(Offer.Check.HTTP), equal(reference("HealthCheckProtocol"), text("HTTP")));
        all.put(of(Offer.Check.HTTPS), equal(reference("HealthCheckProtocol"), text("HTTPS")));
        all.put(
                of(Offer.Check.TCP),
                function(
                        "Fn::And",
                        not(condition(of(Offer.Check.STATUS))),
                        not(condition(of(Offer.Check.HTTP))),
                        not(condition(of(Offer.Check.HTTPS)))));
        all.put(
                CHECKED_APART,
                function(
                        "Fn::Or",
                        function("Fn::And", condition("HasHealthCheckPort"), isNoPort(reference("HealthCheckPort"))),
                        function("Fn::And", condition(of(Offer.Check.STATUS)), isNoPort(text(STATUS_PORT)))));
        return all;
    }

    static JsonNode name(Offer.Kind kind) {
        return text(kind.name().toLowerCase(Locale.ROOT));
    }

    private static JsonNode isEmpty(JsonNode value) {
        return equal(value, text(""));
    }

    private static JsonNode isNoPort(JsonNode value) {
        List<JsonNode> same = Parameters.numbered("Port", Parameters.PORTS).stream()
                .map(port -> equal(value, reference(port)))
                .toList();
        return not(function("Fn::Or", same.toArray(JsonNode[]::new)));
    }
}
