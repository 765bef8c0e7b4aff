package com.elementarydata.privatelink.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A template with its parameters, as CloudFormation reads it before it creates anything. */
final class Deployment {

    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private final JsonNode template;
    private final Map<String, String> given;
    private final Evaluation evaluation;

    Deployment(JsonNode template, Map<String, String> given) {
        this.template = template;
        this.given = given;
        evaluation = new Evaluation(template, given);
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
        if (value.isEmpty()) {
            refusals.add("Parameters: [%s] must have values".formatted(name));
        } else if (!takes(definition, value.get())) {
            refusals.add("Parameter %s failed to satisfy constraint: %s"
                    .formatted(name, definition.path("ConstraintDescription").asString("")));
        }
    }

    /** Whether a parameter takes a value: as a whole, or each item of a list. */
    static boolean takes(JsonNode parameter, String value) {
        Pattern pattern =
                PATTERNS.computeIfAbsent(parameter.path("AllowedPattern").asString(".*"), Pattern::compile);
        Stream<String> items = Evaluation.isList(parameter) ? Evaluation.items(value).stream() : Stream.of(value);
        return items.allMatch(item -> pattern.matcher(item).matches() && isAllowed(parameter, item));
    }

    private static boolean isAllowed(JsonNode parameter, String item) {
        return !parameter.has("AllowedValues")
                || parameter
                        .get("AllowedValues")
                        .valueStream()
                        .anyMatch(one -> one.asString().equals(item));
    }

    private void checkRule(JsonNode rule, List<String> refusals) {
        if (rule.has("RuleCondition") && !evaluation.holds(rule.get("RuleCondition"))) {
            return;
        }
        rule.get("Assertions")
                .valueStream()
                .filter(assertion -> !evaluation.holds(assertion.get("Assert")))
                .forEach(assertion ->
                        refusals.add(assertion.get("AssertDescription").asString()));
    }

    /** The resources and outputs that come of it, without what is there for people alone. */
    JsonNode resolved() {
        ObjectNode resolved = JsonNodeFactory.instance.objectNode();
        for (String section : List.of("Resources", "Outputs")) {
            ObjectNode there = resolved.putObject(section);
            template.get(section).properties().forEach(entry -> {
                JsonNode definition = entry.getValue();
                if (!definition.has("Condition") || evaluation.holdsNamed(definition.get("Condition"))) {
                    there.set(entry.getKey(), evaluation.value(definition).orElseThrow());
                    ((ObjectNode) there.get(entry.getKey())).remove(List.of("Condition", "Description"));
                }
            });
        }
        return resolved;
    }
}
