package com.elementarydata.privatelink.operation.deployment;

import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The two templates of a stack.
 *
 * @param before what it was deployed with, without any section for a stack that does not exist
 * @param now what it would be deployed with
 */
record TemplatePair(Map<?, ?> before, Map<?, ?> now) {

    /** A stack that does not exist. */
    static TemplatePair ofNew(String now) {
        return new TemplatePair(Map.of(), parse(now));
    }

    /** A stack that exists. */
    static TemplatePair of(String before, String now) {
        return new TemplatePair(parse(before), parse(now));
    }

    /** The CDK CLI sends YAML, of which JSON is a part. */
    private static Map<?, ?> parse(String template) {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(template);
    }

    /** Whether they say the same, so that there is nothing to compare. */
    boolean isEqual() {
        return before.equals(now);
    }

    /** Whether the stack has all of some resources. */
    boolean had(Set<String> logicalIds) {
        Object resources = before.get("Resources");
        return logicalIds.isEmpty()
                || (resources instanceof Map<?, ?> map && map.keySet().containsAll(logicalIds));
    }
}
