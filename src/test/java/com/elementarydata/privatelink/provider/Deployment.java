package com.elementarydata.privatelink.provider;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A template with its parameters, as CloudFormation reads it before it creates anything. */
final class Deployment {

    private static final Map<String, String> PSEUDO =
            Map.of("AWS::Region", "eu-west-1", "AWS::AccountId", "111122223333", "AWS::Partition", "aws");

    private final JsonNode template;
    private final Map<String, String> given;

    Deployment(JsonNode template, Map<String, String> given) {
        this.template = template;
        this.given = given;
    }

    /** What CloudFormation refuses, in its order: parameters first. */
    List<String> refusals() {
        List<String> refusals = new ArrayList<>();
        given.keySet().stream()
                .filter(name -> !template.path("Parameters").has(name))
                .forEach(name -> refusals.add("Parameters: [%s] do not exist in the template".formatted(name)));
        template.path("Parameters").properties().forEach(parameter -> check(parameter, refusals));
        if (refusals.isEmpty()) {
            template.path("Rules").valueStream().forEach(rule -> checkRule(rule, refusals));
        }
        return refusals;
    }

    private void check(Map.Entry<String, JsonNode> parameter, List<String> refusals) {
        String name = parameter.getKey();
        JsonNode definition = parameter.getValue();
        Optional<String> value = Optional.ofNullable(given.get(name))
                .or(() -> definition.optional("Default").map(JsonNode::asString));
        boolean list = definition.get("Type").asString().matches("CommaDelimitedList|List<.*>");
        if (value.isEmpty()
                || (value.get().isEmpty() && definition.get("Type").asString().contains("AWS::"))) {
            refusals.add("Parameters: [%s] must have values".formatted(name));
            return;
        }
        for (String item : list ? items(value.get()) : List.of(value.get())) {
            boolean allowed = definition.path("AllowedValues").isMissingNode()
                    || definition
                            .get("AllowedValues")
                            .valueStream()
                            .anyMatch(one -> one.asString().equals(item));
            boolean matches = item.matches(definition.path("AllowedPattern").asString(".*"));
            if (!allowed || !matches) {
                refusals.add("Parameter %s failed to satisfy constraint: %s"
                        .formatted(
                                name, definition.path("ConstraintDescription").asString("")));
            }
        }
    }

    private void checkRule(JsonNode rule, List<String> refusals) {
        if (rule.has("RuleCondition") && !holds(rule.get("RuleCondition"))) {
            return;
        }
        rule.get("Assertions")
                .valueStream()
                .filter(assertion -> !holds(assertion.get("Assert")))
                .forEach(assertion ->
                        refusals.add(assertion.get("AssertDescription").asString()));
    }

    /** The resources and outputs that come of it. */
    JsonNode resolved() {
        ObjectNode resolved = JsonNodeFactory.instance.objectNode();
        for (String section : List.of("Resources", "Outputs")) {
            ObjectNode there = resolved.putObject(section);
            template.get(section).properties().forEach(entry -> {
                JsonNode definition = entry.getValue();
                if (!definition.has("Condition") || holds(condition(definition.get("Condition")))) {
                    there.set(entry.getKey(), value(definition).orElseThrow());
                    ((ObjectNode) there.get(entry.getKey())).remove("Condition");
                }
            });
        }
        return resolved;
    }

    private JsonNode condition(JsonNode name) {
        return template.get("Conditions").get(name.asString());
    }

    private boolean holds(JsonNode expression) {
        Map.Entry<String, JsonNode> function =
                expression.properties().iterator().next();
        JsonNode arguments = function.getValue();
        return switch (function.getKey()) {
            case "Condition" -> holds(condition(arguments));
            case "Fn::Not" -> !holds(arguments.get(0));
            case "Fn::And" -> arguments.valueStream().allMatch(this::holds);
            case "Fn::Or" -> arguments.valueStream().anyMatch(this::holds);
            case "Fn::Equals" -> value(arguments.get(0)).equals(value(arguments.get(1)));
            case "Fn::Contains" -> texts(arguments.get(0)).contains(text(arguments.get(1)));
            case "Fn::EachMemberEquals" -> texts(arguments.get(0)).stream().allMatch(text(arguments.get(1))::equals);
            default -> throw new IllegalArgumentException(function.getKey());
        };
    }

    private String text(JsonNode node) {
        return value(node).orElseThrow().asString();
    }

    private List<String> texts(JsonNode node) {
        return value(node).orElseThrow().valueStream().map(JsonNode::asString).toList();
    }

    /** Nothing for {@code AWS::NoValue}. */
    private Optional<JsonNode> value(JsonNode node) {
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> value(item).ifPresent(array::add));
            return Optional.of(array);
        }
        if (!node.isObject()) {
            // a parameter gives text where the construct gives a number, and both mean the same
            return Optional.of(node.isNumber() ? Intrinsic.text(node.asString()) : node);
        }
        return Intrinsic.nameOf(node).isEmpty() ? Optional.of(object(node)) : function(node);
    }

    private JsonNode object(JsonNode node) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        node.properties()
                .forEach(property ->
                        value(property.getValue()).ifPresent(value -> object.set(property.getKey(), value)));
        return object;
    }

    private Optional<JsonNode> function(JsonNode node) {
        JsonNode arguments = node.get(Intrinsic.nameOf(node));
        return switch (Intrinsic.nameOf(node)) {
            case "Ref" -> reference(arguments.asString());
            case "Fn::GetAtt" ->
                Optional.of(Intrinsic.text(
                        arguments.get(0).asString() + "." + arguments.get(1).asString()));
            case "Fn::If" -> value(arguments.get(holds(condition(arguments.get(0))) ? 1 : 2));
            case "Fn::Join" ->
                Optional.of(Intrinsic.text(String.join(arguments.get(0).asString(), texts(arguments.get(1)))));
            case "Fn::Sub" -> Optional.of(Intrinsic.text(substituted(arguments.asString())));
            case "Fn::ValueOf" ->
                reference(arguments.get(0).asString() + "." + arguments.get(1).asString());
            default -> throw new IllegalArgumentException(Intrinsic.nameOf(node));
        };
    }

    private String substituted(String pattern) {
        Matcher matcher = Pattern.compile("\\$\\{([\\w:]+)}").matcher(pattern);
        return matcher.replaceAll(found ->
                Matcher.quoteReplacement(reference(found.group(1)).orElseThrow().asString()));
    }

    private Optional<JsonNode> reference(String name) {
        if (name.equals("AWS::NoValue")) {
            return Optional.empty();
        }
        if (name.equals("SubnetIds.VpcId")) {
            return Optional.of(Intrinsic.array(items(given.get("SubnetIds")).stream()
                    .map(subnet ->
                            Intrinsic.text(subnet.contains("f0reign") ? "vpc-0fedcba9876543210" : given.get("VpcId")))
                    .toList()));
        }
        JsonNode parameter = template.path("Parameters").path(name);
        if (parameter.isMissingNode()) {
            return Optional.of(Intrinsic.text(PSEUDO.getOrDefault(name, name)));
        }
        String value = given.getOrDefault(name, parameter.path("Default").asString(""));
        return Optional.of(
                parameter.get("Type").asString().equals("String")
                                || parameter.get("Type").asString().equals("AWS::EC2::VPC::Id")
                        ? Intrinsic.text(value)
                        : Intrinsic.array(
                                items(value).stream().map(Intrinsic::text).toList()));
    }

    private static List<String> items(String list) {
        return Arrays.stream(list.split(",", -1)).map(String::trim).toList();
    }

    /** Parameters by name and value, in this order. */
    static Map<String, String> parameters(String... namesAndValues) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return parameters;
    }

    @Override
    public String toString() {
        return given.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(", "));
    }
}
