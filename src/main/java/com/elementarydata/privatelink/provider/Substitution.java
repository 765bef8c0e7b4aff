package com.elementarydata.privatelink.provider;

import static com.elementarydata.privatelink.provider.Intrinsic.either;
import static com.elementarydata.privatelink.provider.Intrinsic.joined;
import static com.elementarydata.privatelink.provider.Intrinsic.onlyIf;
import static com.elementarydata.privatelink.provider.Intrinsic.reference;
import static com.elementarydata.privatelink.provider.Intrinsic.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts parameters in the place of stand-ins. What mentions an optional parameter is there only if that is given: the item
 * of a list, or else the resource or output.
 */
final class Substitution {

    /** In a text: another port of a list, any port, the zones of a list, the names, the integration. */
    private static final Pattern IN_TEXT = Pattern.compile(",6100([2-4])|6100([1-4])|(\"%s\")|(%s)|(%s)"
            .formatted(
                    Pattern.quote(StandIn.ZONE),
                    Pattern.quote(StandIn.HOSTNAME),
                    Pattern.quote(StandIn.GITHUB_ENTERPRISE_SERVER)));

    private static final String NEXT_ITEM = "\",\"";

    private Substitution() {}

    /** A resource or output with its condition, if it has one. */
    static ObjectNode of(JsonNode definition) {
        Set<String> conditions = new LinkedHashSet<>();
        ObjectNode substituted = (ObjectNode) value(definition, conditions);
        if (conditions.size() > 1) {
            throw new IllegalStateException("several conditions for one definition: " + conditions);
        }
        conditions.forEach(condition -> substituted.put("Condition", condition));
        return substituted;
    }

    private static JsonNode value(JsonNode node, Set<String> conditions) {
        if (node.isObject()) {
            return object(node, conditions);
        }
        if (node.isArray()) {
            return array(node);
        }
        if (node.isNumber()) {
            return number(node, conditions);
        }
        return node.isString() ? string(node.asString(), conditions) : node;
    }

    private static JsonNode object(JsonNode node, Set<String> conditions) {
        String function = Intrinsic.nameOf(node);
        if (function.equals("Ref")) {
            Conditions.ofOptional(node.get("Ref").asString()).ifPresent(conditions::add);
            return node;
        }
        if (!function.isEmpty()) {
            return function(node, function, conditions);
        }
        ObjectNode substituted = JsonNodeFactory.instance.objectNode();
        node.properties()
                .forEach(property -> substituted.set(property.getKey(), value(property.getValue(), conditions)));
        if (substituted.path("FromPort").isNumber()) {
            Conditions.requireKnown(substituted.get("FromPort").intValue());
            conditions.add(Conditions.CHECKED_APART);
        }
        return substituted;
    }

    private static JsonNode function(JsonNode node, String name, Set<String> conditions) {
        JsonNode arguments = node.get(name);
        Set<String> inner = new LinkedHashSet<>();
        JsonNode substituted = JsonNodeFactory.instance
                .objectNode()
                .set(name, arguments.isArray() ? plain(arguments, inner) : value(arguments, inner));
        if (name.equals("Fn::If")) {
            inner.remove(arguments.get(0).asString());
        }
        conditions.addAll(inner);
        return name.equals("Fn::Join") ? Intrinsic.concatenated(List.of(substituted)) : substituted;
    }

    /** The arguments of a function, none of which can be left out alone. */
    private static JsonNode plain(JsonNode arguments, Set<String> conditions) {
        List<JsonNode> substituted = new ArrayList<>();
        arguments.forEach(argument ->
                substituted.add(argument.isArray() ? plain(argument, conditions) : value(argument, conditions)));
        return Intrinsic.array(substituted);
    }

    private static JsonNode array(JsonNode items) {
        if (items.size() == 1 && items.get(0).asString("").equals(StandIn.REGION)) {
            return onlyIf("HasSupportedRegions", reference("SupportedRegions"));
        }
        List<JsonNode> substituted = new ArrayList<>();
        for (JsonNode item : items) {
            Set<String> found = new LinkedHashSet<>();
            JsonNode value = value(item, found);
            List<String> conditions = List.copyOf(found);
            for (int i = conditions.size() - 1; i >= 0; i--) {
                value = onlyIf(conditions.get(i), value);
            }
            substituted.add(value);
        }
        return Intrinsic.array(substituted);
    }

    private static JsonNode number(JsonNode node, Set<String> conditions) {
        if (String.valueOf(node.intValue()).equals(StandIn.HEALTH_CHECK_PORT)) {
            conditions.add(Conditions.CHECKED_APART);
            return reference("HealthCheckPort");
        }
        int index = StandIn.PORTS.indexOf(node.intValue());
        return index < 0 ? node : port(index + 1, conditions);
    }

    private static JsonNode port(int number, Set<String> conditions) {
        Conditions.ofOptional("Port" + number).ifPresent(conditions::add);
        return reference("Port" + number);
    }

    private static JsonNode string(String text, Set<String> conditions) {
        if (text.equals(StandIn.HEALTH_CHECK_PORT)) {
            return onlyIf("HasHealthCheckPort", reference("HealthCheckPort"));
        }
        if (text.equals(StandIn.HOSTNAME)) {
            return joined(",", reference("Hostnames"));
        }
        if (text.equals(StandIn.ZONE)) {
            conditions.add("HasAvailabilityZoneIds");
            return joined(",", reference("AvailabilityZoneIds"));
        }
        List<JsonNode> parts = new ArrayList<>();
        Matcher matcher = IN_TEXT.matcher(text);
        int end = 0;
        while (matcher.find()) {
            addText(parts, text.substring(end, matcher.start()));
            parts.add(part(matcher, conditions));
            end = matcher.end();
        }
        addText(parts, text.substring(end));
        return parts.isEmpty() ? text("") : Intrinsic.concatenated(parts);
    }

    private static void addText(List<JsonNode> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(text(text));
        }
    }

    private static JsonNode part(Matcher matcher, Set<String> conditions) {
        if (matcher.group(1) != null) {
            String port = "Port" + matcher.group(1);
            return either(
                    Conditions.ofOptional(port).orElseThrow(),
                    Intrinsic.concatenated(List.of(text(","), reference(port))),
                    text(""));
        }
        if (matcher.group(2) != null) {
            return port(Integer.parseInt(matcher.group(2)), conditions);
        }
        if (matcher.group(3) != null) {
            JsonNode zones = joined(NEXT_ITEM, reference("AvailabilityZoneIds"));
            return either(
                    "HasAvailabilityZoneIds", Intrinsic.concatenated(List.of(text("\""), zones, text("\""))), text(""));
        }
        return matcher.group(4) != null ? joined(NEXT_ITEM, reference("Hostnames")) : reference("Integration");
    }
}
