package com.elementarydata.privatelink.provider;

import static com.elementarydata.privatelink.provider.Intrinsic.NO_VALUE;
import static com.elementarydata.privatelink.provider.Intrinsic.either;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes one definition out of those of all offers: what they agree on stands there once, and where they differ the
 * conditions decide.
 */
final class Merge {

    private Merge() {}

    static JsonNode of(Map<Offer, JsonNode> definitions) {
        return merge("", definitions);
    }

    private static JsonNode merge(String key, Map<Offer, JsonNode> offers) {
        String condition = commonCondition(offers);
        Map<Offer, JsonNode> values = possible(condition, offers);
        if (Set.copyOf(values.values()).size() == 1) {
            return values.values().iterator().next();
        }
        if (all(values, JsonNode::isArray)) {
            return list(key, values);
        }
        if (all(values, value -> !Intrinsic.guardOf(value).isEmpty()) && !condition.isEmpty()) {
            return Intrinsic.onlyIf(condition, merge(key, mapped(values, Intrinsic::guarded)));
        }
        if (all(values, value -> value.isObject() && Intrinsic.nameOf(value).isEmpty())) {
            return propertyByProperty(values);
        }
        return chosen(key, values);
    }

    /** The offers that there are where a condition holds; all, if there are none. */
    private static Map<Offer, JsonNode> possible(String condition, Map<Offer, JsonNode> offers) {
        Map<Offer, JsonNode> possible = new LinkedHashMap<>(offers);
        possible.keySet().removeIf(offer -> Conditions.excludes(condition, offer));
        return possible.isEmpty() ? offers : possible;
    }

    /** The condition that a resource, item or value is under wherever it can be at all. */
    private static String commonCondition(Map<Offer, JsonNode> offers) {
        Set<String> conditions =
                offers.values().stream().map(Merge::conditionOf).collect(Collectors.toSet());
        conditions.remove("");
        String condition = conditions.size() == 1 ? conditions.iterator().next() : "";
        boolean common = offers.entrySet().stream()
                .allMatch(offer -> conditionOf(offer.getValue()).equals(condition)
                        || Conditions.excludes(condition, offer.getKey()));
        return common ? condition : "";
    }

    private static String conditionOf(JsonNode value) {
        return value.has("Condition") ? value.get("Condition").asString() : Intrinsic.guardOf(value);
    }

    private static boolean all(Map<Offer, JsonNode> values, Predicate<JsonNode> test) {
        return values.values().stream().allMatch(test);
    }

    private static Map<Offer, JsonNode> mapped(Map<Offer, JsonNode> values, Function<JsonNode, JsonNode> function) {
        Map<Offer, JsonNode> mapped = new LinkedHashMap<>();
        values.forEach((offer, value) -> mapped.put(offer, function.apply(value)));
        return mapped;
    }

    private static JsonNode propertyByProperty(Map<Offer, JsonNode> values) {
        Set<String> names = new LinkedHashSet<>();
        values.values().forEach(value -> value.propertyNames().forEach(names::add));
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        for (String name : names) {
            merged.set(
                    name,
                    merge(name, mapped(values, value -> value.optional(name).orElse(NO_VALUE))));
        }
        return merged;
    }

    /** Item by item, unless one offer has more items than another: then kind by kind. */
    private static JsonNode list(String key, Map<Offer, JsonNode> given) {
        List<JsonNode> longestFirst = given.values().stream()
                .sorted(Comparator.comparingInt(JsonNode::size).reversed())
                .toList();
        Map<Offer, JsonNode> lists = new LinkedHashMap<>();
        given.forEach((offer, list) -> lists.put(
                offer,
                longestFirst.stream()
                        .filter(longer -> isAllThatCanBe(list, longer, offer))
                        .findFirst()
                        .orElse(list)));
        int longest = longestFirst.get(0).size();
        List<JsonNode> merged = new ArrayList<>();
        for (int i = 0; i < longest; i++) {
            int index = i;
            Map<Offer, JsonNode> items =
                    mapped(lists, list -> list.optional(index).orElse(NO_VALUE));
            if (possible(commonCondition(items), items).containsValue(NO_VALUE)) {
                return chosen(key, lists);
            }
            merged.add(merge("", items));
        }
        return Intrinsic.array(merged);
    }

    /** Whether an offer's list lacks nothing but what it could not have. */
    private static boolean isAllThatCanBe(JsonNode list, JsonNode longer, Offer offer) {
        return longer.valueStream()
                .filter(item -> !Conditions.excludes(conditionOf(item), offer))
                .toList()
                .equals(list.valueStream().toList());
    }

    private static Map<Offer.Kind, Map<Offer, JsonNode>> byKind(Map<Offer, JsonNode> values) {
        Map<Offer.Kind, Map<Offer, JsonNode>> kinds = new EnumMap<>(Offer.Kind.class);
        values.forEach((offer, value) -> kinds.computeIfAbsent(offer.kind(), kind -> new LinkedHashMap<>())
                .put(offer, value));
        return kinds;
    }

    private static JsonNode chosen(String key, Map<Offer, JsonNode> values) {
        Map<Offer.Check, JsonNode> checks = new EnumMap<>(Offer.Check.class);
        values.forEach((offer, value) -> checks.putIfAbsent(offer.check(), value));
        if (values.entrySet().stream()
                .allMatch(value -> checks.get(value.getKey().check()).equals(value.getValue()))) {
            return switched(checks, Conditions::of);
        }
        Map<Offer.Kind, JsonNode> kinds = new EnumMap<>(Offer.Kind.class);
        byKind(values).forEach((kind, ofKind) -> kinds.put(kind, merge(key, ofKind)));
        boolean named = kinds.entrySet().stream()
                .allMatch(kind -> Conditions.name(kind.getKey()).equals(kind.getValue()));
        return named ? Intrinsic.reference("TargetType") : switched(kinds, Conditions::of);
    }

    /** The most frequent value is the one without a condition. */
    private static <K extends Enum<K>> JsonNode switched(Map<K, JsonNode> values, Function<K, String> condition) {
        JsonNode otherwise = Collections.max(
                values.values(), Comparator.comparingInt(value -> Collections.frequency(values.values(), value)));
        JsonNode switched = otherwise;
        for (Map.Entry<K, JsonNode> value : values.entrySet()) {
            if (!value.getValue().equals(otherwise)) {
                switched = either(condition.apply(value.getKey()), value.getValue(), switched);
            }
        }
        return switched;
    }
}
