package com.elementarydata.privatelink.template;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a template that is written with the short forms of YAML as JSON: {@code !Ref Port1} is
 * <code>{"Ref": "Port1"}</code>.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">Intrinsic
 *     functions</a>
 */
final class ShortForms {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> WITHOUT_PREFIX = Set.of("Ref", "Condition");

    private ShortForms() {}

    static JsonNode read(String yaml) {
        return node(
                new Compose(LoadSettings.builder().build()).composeString(yaml).orElseThrow());
    }

    private static JsonNode node(Node node) {
        String tag = node.getTag().getValue();
        return tag.startsWith("!") ? function(tag.substring(1), value(node)) : value(node);
    }

    private static JsonNode function(String name, JsonNode argument) {
        ObjectNode function = JSON.objectNode();
        if (name.equals("GetAtt")) {
            List<String> path = Arrays.asList(argument.asString().split("\\.", 2));
            function.set("Fn::GetAtt", array(path.stream().map(JSON::stringNode).toList()));
        } else {
            function.set(WITHOUT_PREFIX.contains(name) ? name : "Fn::" + name, argument);
        }
        return function;
    }

    private static JsonNode value(Node node) {
        if (node instanceof SequenceNode sequence) {
            return array(sequence.getValue().stream().map(ShortForms::node).toList());
        }
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.getValue()
                    .forEach(entry ->
                            object.set(((ScalarNode) entry.getKeyNode()).getValue(), node(entry.getValueNode())));
            return object;
        }
        return scalar((ScalarNode) node);
    }

    private static JsonNode scalar(ScalarNode node) {
        if (node.getTag().equals(Tag.INT)) {
            return JSON.numberNode(Integer.parseInt(node.getValue()));
        }
        return node.getTag().equals(Tag.BOOL)
                ? JSON.booleanNode(Boolean.parseBoolean(node.getValue()))
                : JSON.stringNode(node.getValue());
    }

    private static ArrayNode array(List<? extends JsonNode> items) {
        return JSON.arrayNode().addAll(items);
    }
}
