package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.ProblemCode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.function.BiPredicate;

/** An error of the schema library, traced back to its place in the file. */
record Finding(YamlNode.Mapping file, Error error) {

    /** The value that is wrong. */
    YamlNode node() {
        return nodeAt(error.getInstanceLocation().getNameCount());
    }

    /** The mapping that an unexpected key is in. */
    YamlNode owner() {
        return error.getKeyword().equals("false")
                ? nodeAt(error.getInstanceLocation().getNameCount() - 1)
                : node();
    }

    /** Whether a key is missing that its mapping need not have. */
    boolean isMissingOf(BiPredicate<YamlNode.Mapping, String> dispensable) {
        return error.getKeyword().equals("required")
                && node() instanceof YamlNode.Mapping mapping
                && dispensable.test(mapping, property());
    }

    /** Whether the value is YAML's null. */
    boolean isNothing() {
        return node() instanceof YamlScalar scalar && scalar.type() == YamlScalar.Type.NULL;
    }

    /** The key that is missing or unknown. */
    String property() {
        return error.getProperty();
    }

    /** The name of the value that is wrong: its key, or that of the list it is in. */
    String name() {
        NodePath path = error.getInstanceLocation();
        for (int i = path.getNameCount() - 1; i >= 0; i--) {
            if (path.getElement(i) instanceof String key) {
                return key;
            }
        }
        return "";
    }

    /** The place of a key that is unknown or does not belong there. */
    Position keyAt(String key) {
        return owner() instanceof YamlNode.Mapping mapping ? mapping.keyAt(key).orElse(mapping.at()) : owner().at();
    }

    /** Reports a single value for which no type has spoken. */
    void reportTo(Problems problems) {
        problems.report(
                node().at(),
                ProblemCode.PL116,
                "%s is not valid for \"%s\"".formatted(node().describe(), name()),
                remedy());
    }

    private String remedy() {
        String bound = error.getSchemaNode().asString("");
        return switch (error.getKeyword()) {
            case "minimum" -> "give %s or more".formatted(bound);
            case "maximum" -> "give %s or less".formatted(bound);
            case "const" -> "give %s".formatted(bound);
            default -> "see the schema of this file";
        };
    }

    private YamlNode nodeAt(int depth) {
        YamlNode node = file;
        for (int i = 0; i < depth; i++) {
            node = node.child(error.getInstanceLocation().getElement(i));
        }
        return node;
    }
}
