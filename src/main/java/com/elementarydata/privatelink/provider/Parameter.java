package com.elementarydata.privatelink.provider;

import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A parameter of the template, in CloudFormation's own words.
 *
 * @param group what it stands among in the console
 * @param name its name
 * @param label its name in the console
 * @param type CloudFormation's type
 * @param description what it is, in the console
 * @param optional whether it may be left as it is; one that may not has no default
 * @param defaultValue what it is then
 * @param allowedPattern what it must match as a whole, or each item of it; empty where anything goes
 * @param allowedValues what it must be one of; empty where anything goes
 * @param constraint what the console says where it does not match
 */
record Parameter(
        Group group,
        String name,
        String label,
        String type,
        String description,
        boolean optional,
        String defaultValue,
        String allowedPattern,
        List<String> allowedValues,
        String constraint) {

    static final String STRING = "String";
    static final String LIST = "CommaDelimitedList";

    /** What the console shows together, in this order. */
    enum Group {
        NETWORK("Where the load balancer stands"),
        SERVICE("What is offered"),
        TARGETS("What the load balancer forwards to"),
        HEALTH_CHECK("How targets are checked"),
        CLIENTS("Who connects");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    static Parameter required(Group group, String name, String label, String type, String description) {
        return new Parameter(group, name, label, type, description, false, "", "", List.of(), "");
    }

    static Parameter optional(Group group, String name, String label, String type, String description) {
        return new Parameter(group, name, label, type, description, true, "", "", List.of(), "");
    }

    Parameter otherwise(String value) {
        return new Parameter(
                group, name, label, type, description, true, value, allowedPattern, allowedValues, constraint);
    }

    /** What it must match, or be empty where it is optional. */
    Parameter matching(String pattern, String words) {
        String whole = optional && defaultValue.isEmpty() ? "^(%s)?$".formatted(pattern) : "^(%s)$".formatted(pattern);
        return new Parameter(
                group, name, label, type, description, optional, defaultValue, whole, allowedValues, words);
    }

    Parameter oneOf(String... values) {
        return new Parameter(
                group, name, label, type, description, optional, defaultValue, allowedPattern, List.of(values), "");
    }

    /**
     * Whether it has no default although it may be empty: validators take the default for a value wherever a number is
     * needed, and do not see that it is not used.
     */
    private boolean mustBeSaid() {
        return defaultValue.isEmpty() && allowedPattern.contains(Pattern.PORT);
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("Type", type);
        json.put("Description", description);
        if (optional && !mustBeSaid()) {
            json.put("Default", defaultValue);
        }
        if (!allowedPattern.isEmpty()) {
            json.put("AllowedPattern", allowedPattern);
        }
        if (!allowedValues.isEmpty()) {
            allowedValues.forEach(json.putArray("AllowedValues")::add);
        }
        if (!constraint.isEmpty()) {
            json.put("ConstraintDescription", constraint);
        }
        return json;
    }
}
