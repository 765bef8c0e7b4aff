package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.Position;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A single value, as it was written. */
record YamlScalar(Position at, String text, Type type) implements YamlNode {

    private static final double ANY_DECIMAL = 0.5;
    private static final int LONGEST_SHOWN = 60;
    private static final int SAFE_LENGTH = 18;

    enum Type {
        TEXT,
        INTEGER,
        DECIMAL,
        BOOLEAN,
        NULL
    }

    @Override
    public JsonNode toJson() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (type) {
            case TEXT -> json.stringNode(text);
            case INTEGER -> json.numberNode(clamped(text));
            // a schema takes 443.0 for a whole number, and no program counts with every exponent or .inf
            case DECIMAL -> json.numberNode(ANY_DECIMAL);
            case BOOLEAN -> json.booleanNode(text.equals("true"));
            case NULL -> json.nullNode();
        };
    }

    /** The schema's limits are far from where it can no longer count. */
    private static long clamped(String integer) {
        if (integer.length() <= SAFE_LENGTH) {
            return Long.parseLong(integer);
        }
        return integer.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    @Override
    public YamlNode child(Object step) {
        throw new IllegalArgumentException("a scalar has no " + step);
    }

    @Override
    public String describe() {
        return switch (type) {
            case TEXT ->
                "\"%s\"".formatted(text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text);
            case INTEGER, DECIMAL -> "the number %s".formatted(text);
            case BOOLEAN -> text;
            case NULL -> "nothing";
        };
    }
}
