package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Position;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A value of a YAML file, with the place where it begins. */
sealed interface YamlNode permits YamlScalar, YamlNode.Sequence, YamlNode.Mapping {

    /** Where it begins. */
    Position at();

    /** The value as the schema library sees it. */
    JsonNode toJson();

    /** The value below a key or an index that exists. */
    YamlNode child(Object step);

    /** Where it and everything in it begins. */
    default Stream<Position> places() {
        return Stream.of(at());
    }

    /** The value in words, for a message. */
    String describe();

    /** A list. */
    record Sequence(Position at, List<YamlNode> items) implements YamlNode {

        @Override
        public JsonNode toJson() {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            items.forEach(item -> array.add(item.toJson()));
            return array;
        }

        @Override
        public Stream<Position> places() {
            return Stream.concat(Stream.of(at), items.stream().flatMap(YamlNode::places));
        }

        @Override
        public YamlNode child(Object step) {
            return items.get((Integer) step);
        }

        @Override
        public String describe() {
            return "a list";
        }
    }

    /**
     * Keys and their values. What is asked of it by key is empty where the key is absent or its value is of another type,
     * which the schema has reported by then.
     */
    record Mapping(Position at, Map<String, Entry> entries) implements YamlNode {

        private static final int LONGEST_INTEGER = 9;

        record Entry(Position keyAt, YamlNode value) {}

        @Override
        public JsonNode toJson() {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            entries.forEach((key, entry) -> object.set(key, entry.value().toJson()));
            return object;
        }

        @Override
        public Stream<Position> places() {
            return Stream.concat(
                    Stream.of(at),
                    entries.values().stream().flatMap(entry -> entry.value().places()));
        }

        @Override
        public YamlNode child(Object step) {
            return Objects.requireNonNull(entries.get(step)).value();
        }

        @Override
        public String describe() {
            return "a mapping";
        }

        /** Where a key stands. */
        Optional<Position> keyAt(String key) {
            return Optional.ofNullable(entries.get(key)).map(Entry::keyAt);
        }

        /** The value of a key. */
        Optional<YamlNode> get(String key) {
            return Optional.ofNullable(entries.get(key)).map(Entry::value);
        }

        /** The text of a key. */
        Optional<Located<String>> text(String key) {
            return get(key).stream().flatMap(Mapping::texts).findFirst();
        }

        /** The texts in the list of a key. */
        List<Located<String>> texts(String key) {
            return items(key).flatMap(Mapping::texts).toList();
        }

        /** The integers in the list of a key, as they were written. */
        List<Located<String>> integers(String key) {
            return items(key)
                    .flatMap(item -> scalar(item, YamlScalar.Type.INTEGER))
                    .toList();
        }

        /** The integer of a key, where it is one that is counted with. */
        Optional<Integer> integer(String key) {
            return get(key).stream()
                    .flatMap(value -> scalar(value, YamlScalar.Type.INTEGER))
                    .filter(digits -> digits.value().length() <= LONGEST_INTEGER)
                    .map(digits -> Integer.valueOf(digits.value()))
                    .findFirst();
        }

        /** Whether the value of a key is {@code true}. */
        boolean isTrue(String key) {
            return get(key).stream()
                    .flatMap(value -> scalar(value, YamlScalar.Type.BOOLEAN))
                    .anyMatch(value -> value.value().equals("true"));
        }

        /** The mapping of a key. */
        Optional<Mapping> mapping(String key) {
            return get(key).stream().flatMap(Mapping::mapping).findFirst();
        }

        /** The mappings in the list of a key. */
        List<Mapping> mappings(String key) {
            return items(key).flatMap(Mapping::mapping).toList();
        }

        /** The keys with their places. */
        List<Located<String>> keys() {
            return entries.entrySet().stream()
                    .map(entry -> new Located<>(entry.getKey(), entry.getValue().keyAt()))
                    .toList();
        }

        private Stream<YamlNode> items(String key) {
            return get(key).stream()
                    .flatMap(value -> value instanceof Sequence sequence ? sequence.items().stream() : Stream.empty());
        }

        /** The text that a value is; none if it is of another type. */
        static Stream<Located<String>> texts(YamlNode node) {
            return scalar(node, YamlScalar.Type.TEXT);
        }

        private static Stream<Located<String>> scalar(YamlNode node, YamlScalar.Type type) {
            return node instanceof YamlScalar scalar && scalar.type() == type
                    ? Stream.of(new Located<>(scalar.text(), scalar.at()))
                    : Stream.empty();
        }

        private static Stream<Mapping> mapping(YamlNode node) {
            return node instanceof Mapping mapping ? Stream.of(mapping) : Stream.empty();
        }
    }
}
