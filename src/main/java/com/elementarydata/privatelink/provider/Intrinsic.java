package com.elementarydata.privatelink.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** CloudFormation's intrinsic functions as JSON. */
final class Intrinsic {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static final JsonNode NO_VALUE = reference("AWS::NoValue");

    private Intrinsic() {}

    static JsonNode reference(String name) {
        return JSON.objectNode().put("Ref", name);
    }

    static JsonNode text(String text) {
        return StringNode.valueOf(text);
    }

    static JsonNode condition(String name) {
        return JSON.objectNode().put("Condition", name);
    }

    static JsonNode function(String name, JsonNode... arguments) {
        ObjectNode function = JSON.objectNode();
        function.putArray(name).addAll(List.of(arguments));
        return function;
    }

    static JsonNode array(List<? extends JsonNode> items) {
        return JSON.arrayNode().addAll(items);
    }

    static JsonNode onlyIf(String condition, JsonNode value) {
        return either(condition, value, NO_VALUE);
    }

    static JsonNode either(String condition, JsonNode then, JsonNode otherwise) {
        return function("Fn::If", text(condition), then, otherwise);
    }

    static JsonNode equal(JsonNode one, JsonNode other) {
        return function("Fn::Equals", one, other);
    }

    static JsonNode not(JsonNode condition) {
        return function("Fn::Not", condition);
    }

    static JsonNode joined(String delimiter, JsonNode list) {
        return function("Fn::Join", text(delimiter), list);
    }

    /** Parts in a row, as few as possible; literal text alone stays literal. */
    static JsonNode concatenated(List<JsonNode> parts) {
        List<JsonNode> flat = new ArrayList<>();
        flatten(parts, flat);
        if (flat.size() == 1) {
            return flat.get(0);
        }
        boolean simple =
                flat.stream().allMatch(part -> part.isString() || nameOf(part).equals("Ref"));
        return simple ? substituted(flat) : joined("", array(flat));
    }

    private static JsonNode substituted(List<JsonNode> parts) {
        String pattern = parts.stream()
                .map(part -> part.isString()
                        ? part.asString().replace("${", "${!")
                        : "${" + part.get("Ref").asString() + "}")
                .collect(Collectors.joining());
        return JSON.objectNode().put("Fn::Sub", pattern);
    }

    private static void flatten(Iterable<JsonNode> parts, List<JsonNode> flat) {
        for (JsonNode part : parts) {
            if (isConcatenation(part)) {
                flatten(part.get("Fn::Join").get(1), flat);
            } else {
                append(flat, part);
            }
        }
    }

    private static void append(List<JsonNode> parts, JsonNode next) {
        JsonNode last = parts.isEmpty() ? NO_VALUE : parts.get(parts.size() - 1);
        if (last.isString() && next.isString()) {
            parts.set(parts.size() - 1, text(last.asString() + next.asString()));
        } else {
            parts.add(next);
        }
    }

    private static boolean isConcatenation(JsonNode node) {
        return node.path("Fn::Join").path(0).asString("no").isEmpty()
                && node.path("Fn::Join").path(1).isArray();
    }

    /** The function that an object stands for; empty for one that is plain. */
    static String nameOf(JsonNode node) {
        if (!node.isObject() || node.size() != 1) {
            return "";
        }
        String name = node.propertyNames().iterator().next();
        return name.startsWith("Fn::") || name.equals("Ref") ? name : "";
    }

    /** The condition of what is there only if it holds; empty for what is always there. */
    static String guardOf(JsonNode node) {
        return nameOf(node).equals("Fn::If") && node.get("Fn::If").get(2).equals(NO_VALUE)
                ? node.get("Fn::If").get(0).asString()
                : "";
    }

    static JsonNode guarded(JsonNode node) {
        ArrayNode arguments = (ArrayNode) node.get("Fn::If");
        return arguments.get(1);
    }
}
