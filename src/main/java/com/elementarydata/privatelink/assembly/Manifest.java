package com.elementarydata.privatelink.assembly;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The manifest of an assembly. A stack's artifacts come in the order of the stacks, all others after them.
 *
 * @param root the file's content, which is never changed
 */
record Manifest(ObjectNode root) {

    static final String FILE = "manifest.json";

    private static final String ARTIFACTS = "artifacts";
    private static final Set<String> OF_STACKS = Set.of("aws:cloudformation:stack", "cdk:asset-manifest");

    /** As JavaScript writes it, so that what is taken apart can be put together again to the byte. */
    private static final ObjectWriter WRITER = JsonMapper.shared()
            .writer()
            .with(new DefaultPrettyPrinter()
                    .withArrayIndenter(new DefaultIndenter("  ", "\n"))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withSeparators(Separators.createDefaultInstance()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator("")));

    static Manifest parse(String text) {
        return new Manifest((ObjectNode) JsonMapper.shared().readTree(text));
    }

    String text() {
        return WRITER.writeValueAsString(root);
    }

    /** The artifacts, by the stack that they are of, in their order. */
    Map<String, Map<String, JsonNode>> byStack() {
        Map<String, Map<String, JsonNode>> all = new LinkedHashMap<>();
        root.get(ARTIFACTS)
                .properties()
                .forEach(artifact -> all.computeIfAbsent(stackOf(artifact.getKey()), stack -> new LinkedHashMap<>())
                        .put(artifact.getKey(), artifact.getValue()));
        return all;
    }

    /** A stack's files, and the artifact of its assets, have a suffix. */
    static String stackOf(String name) {
        int suffix = name.indexOf('.');
        return suffix < 0 ? name : name.substring(0, suffix);
    }

    /** Without the artifacts of some stacks. */
    Manifest without(Set<String> stacks) {
        Map<String, JsonNode> others = new LinkedHashMap<>();
        byStack().forEach((stack, artifacts) -> {
            if (!stacks.contains(stack)) {
                others.putAll(artifacts);
            }
        });
        return with(others);
    }

    /** With more artifacts of stacks after those that are there. */
    Manifest and(Map<String, JsonNode> more) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        Map<String, JsonNode> others = new LinkedHashMap<>();
        root.get(ARTIFACTS).properties().forEach(artifact -> {
            boolean isOfStack =
                    OF_STACKS.contains(artifact.getValue().path("type").asString(""));
            (isOfStack ? all : others).put(artifact.getKey(), artifact.getValue());
        });
        all.putAll(more);
        all.putAll(others);
        return with(all);
    }

    private Manifest with(Map<String, JsonNode> artifacts) {
        ObjectNode changed = JsonMapper.shared().createObjectNode();
        root.properties().forEach(property -> {
            if (property.getKey().equals(ARTIFACTS)) {
                changed.putObject(ARTIFACTS).setAll(artifacts);
            } else {
                changed.set(property.getKey(), property.getValue());
            }
        });
        return new Manifest(changed);
    }
}
