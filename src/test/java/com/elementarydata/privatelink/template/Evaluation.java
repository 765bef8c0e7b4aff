package com.elementarydata.privatelink.template;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * CloudFormation's intrinsic functions, for given parameters; one that it does not know fails.
 *
 * @param template the whole template
 * @param given the parameters by name; those that are left out have their defaults
 */
record Evaluation(JsonNode template, Map<String, String> given) {

    private static final Map<String, String> PSEUDO =
            Map.of("AWS::Region", "eu-west-1", "AWS::AccountId", "111122223333", "AWS::Partition", "aws");

    private static final Pattern IN_TEXT = Pattern.compile("\\$\\{([\\w:]+)}");

    boolean holds(JsonNode expression) {
        Map.Entry<String, JsonNode> function =
                expression.properties().iterator().next();
        JsonNode arguments = function.getValue();
        return switch (function.getKey()) {
            case "Condition" -> holdsNamed(arguments);
            case "Fn::Not" -> !holds(arguments.get(0));
            case "Fn::And" -> operands(arguments).allMatch(this::holds);
            case "Fn::Or" -> operands(arguments).anyMatch(this::holds);
            case "Fn::Equals" -> value(arguments.get(0)).equals(value(arguments.get(1)));
            case "Fn::Contains" -> texts(arguments.get(0)).contains(text(arguments.get(1)));
            case "Fn::EachMemberEquals" -> texts(arguments.get(0)).stream().allMatch(text(arguments.get(1))::equals);
            default -> throw new IllegalArgumentException(function.getKey());
        };
    }

    private static Stream<JsonNode> operands(JsonNode arguments) {
        if (arguments.size() < 2 || arguments.size() > 10) {
            throw new IllegalArgumentException("Fn::And and Fn::Or take 2 to 10 conditions: " + arguments);
        }
        return arguments.valueStream();
    }

    boolean holdsNamed(JsonNode condition) {
        return holds(template.get("Conditions").get(condition.asString()));
    }

    private String text(JsonNode node) {
        return value(node).orElseThrow().asString();
    }

    private List<String> texts(JsonNode node) {
        return value(node).orElseThrow().valueStream().map(JsonNode::asString).toList();
    }

    /** Nothing for {@code AWS::NoValue}. */
    Optional<JsonNode> value(JsonNode node) {
        if (node.isArray()) {
            return Optional.of(array(node.valueStream().flatMap(item -> value(item).stream())));
        }
        if (!node.isObject()) {
            // a parameter gives text where the construct gives a number, and both mean the same
            return Optional.of(node.isNumber() ? text(node.asString()) : node);
        }
        String name = node.size() == 1 ? node.propertyNames().iterator().next() : "";
        return name.startsWith("Fn::") || name.equals("Ref")
                ? function(name, node.get(name))
                : Optional.of(object(node));
    }

    private JsonNode object(JsonNode node) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        node.properties()
                .forEach(property ->
                        value(property.getValue()).ifPresent(value -> object.set(property.getKey(), value)));
        return object;
    }

    private Optional<JsonNode> function(String name, JsonNode arguments) {
        return switch (name) {
            case "Ref" -> reference(arguments.asString());
            case "Fn::GetAtt" ->
                Optional.of(text(
                        arguments.get(0).asString() + "." + arguments.get(1).asString()));
            case "Fn::If" -> value(arguments.get(holdsNamed(arguments.get(0)) ? 1 : 2));
            case "Fn::Join" -> Optional.of(text(String.join(arguments.get(0).asString(), texts(arguments.get(1)))));
            case "Fn::Sub" -> Optional.of(text(substituted(arguments)));
            case "Fn::FindInMap" -> Optional.of(found(arguments));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private String substituted(JsonNode arguments) {
        JsonNode names = arguments.path(1);
        String pattern = arguments.isArray() ? arguments.get(0).asString() : arguments.asString();
        return IN_TEXT.matcher(pattern)
                .replaceAll(found -> Matcher.quoteReplacement(
                        names.has(found.group(1))
                                ? text(names.get(found.group(1)))
                                : reference(found.group(1)).orElseThrow().asString()));
    }

    private JsonNode found(JsonNode keys) {
        JsonNode found = template.path("Mappings");
        for (JsonNode key : keys) {
            found = found.required(text(key));
        }
        return found;
    }

    private Optional<JsonNode> reference(String name) {
        if (name.equals("AWS::NoValue")) {
            return Optional.empty();
        }
        JsonNode parameter = template.path("Parameters").path(name);
        if (parameter.isMissingNode()) {
            return Optional.of(text(PSEUDO.getOrDefault(name, name)));
        }
        String value = given.getOrDefault(name, parameter.path("Default").asString(""));
        return Optional.of(isList(parameter) ? array(items(value).stream().map(Evaluation::text)) : text(value));
    }

    static boolean isList(JsonNode parameter) {
        return switch (parameter.get("Type").asString()) {
            case "String" -> false;
            case "CommaDelimitedList" -> true;
            default -> throw new IllegalArgumentException(parameter.toString());
        };
    }

    static List<String> items(String list) {
        return Arrays.stream(list.split(",", -1)).map(String::trim).toList();
    }

    private static JsonNode text(String text) {
        return StringNode.valueOf(text);
    }

    private static JsonNode array(Stream<JsonNode> items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(array::add);
        return array;
    }
}
