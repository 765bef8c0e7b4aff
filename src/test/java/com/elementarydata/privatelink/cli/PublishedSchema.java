package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema of what a verb prints with {@code --json}. As published it lets new fields pass; of what is printed today it
 * has to name every field.
 *
 * @param node the schema
 */
public record PublishedSchema(JsonNode node) {

    static final Path FOLDER = Path.of("docs/json");
    static final String ENDING = ".schema.json";

    private static final String PROPERTIES = "properties";
    private static final String OTHERS = "additionalProperties";

    /** The schema of a verb, such as {@code provider check}. */
    public static PublishedSchema of(String verb) throws IOException {
        Path file = FOLDER.resolve(verb.replace(' ', '-') + ENDING);
        return new PublishedSchema(JsonMapper.shared().readTree(Files.readString(file)));
    }

    /** What is wrong with a document for those who read the schema. */
    List<String> errors(String document) {
        return errors(node, document);
    }

    /** Checks what was printed, to its last field. */
    public void describes(String document) {
        JsonNode closed = node.deepCopy();
        close(closed);
        assertThat(errors(closed, document)).as(document).isEmpty();
        assertThat(JsonMapper.shared()
                        .readTree(document)
                        .propertyNames()
                        .iterator()
                        .next())
                .isEqualTo("version");
    }

    private static List<String> errors(JsonNode schema, String document) {
        Schema read = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
        return read.validate(JsonMapper.shared().readTree(document)).stream()
                .map(Error::toString)
                .toList();
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path(PROPERTIES).isObject() && !object.has(OTHERS)) {
            object.put(OTHERS, false);
        }
        schema.forEach(PublishedSchema::close);
    }

    /** The fields that it names, each after those that it is in; those of a table have no names. */
    Set<String> fields() {
        Set<String> fields = new TreeSet<>();
        collectFields(node, "", fields);
        return fields;
    }

    private void collectFields(JsonNode schema, String path, Set<String> fields) {
        if (schema.isMissingNode()) {
            return;
        }
        if (schema.has("$ref")) {
            collectFields(node.at(schema.path("$ref").asString().substring(1)), path, fields);
        }
        schema.path(PROPERTIES).properties().forEach(property -> {
            String field = path + "/" + property.getKey();
            fields.add(field);
            collectFields(property.getValue(), field, fields);
        });
        collectFields(schema.path("items"), path, fields);
        collectFields(schema.path(OTHERS), path + "/*", fields);
    }

    /** The fields that a document has, in the same form. */
    Set<String> fieldsOf(String document) {
        Set<String> fields = new TreeSet<>();
        collectFieldsOf(JsonMapper.shared().readTree(document), node, "", fields);
        return fields;
    }

    private void collectFieldsOf(JsonNode value, JsonNode schema, String path, Set<String> fields) {
        if (schema.has("$ref")) {
            collectFieldsOf(value, node.at(schema.path("$ref").asString().substring(1)), path, fields);
            return;
        }
        value.properties().forEach(field -> {
            JsonNode named = schema.path(PROPERTIES).path(field.getKey());
            String below = path + "/" + (named.isMissingNode() ? "*" : field.getKey());
            fields.add(below);
            collectFieldsOf(field.getValue(), named.isMissingNode() ? schema.path(OTHERS) : named, below, fields);
        });
        if (value.isArray()) {
            value.forEach(item -> collectFieldsOf(item, schema.path("items"), path, fields));
        }
    }

    /** The words that a field may be. */
    List<String> words(String pointer) {
        return node.at(pointer + "/enum").valueStream().map(JsonNode::asString).toList();
    }
}
