package com.elementarydata.privatelink.config;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON objects somewhere in a text: alone, in other JSON, in the strings of a program, between sentences. Single
 * quotes and commas at the end are taken too, as Python writes them.
 *
 * @param wanted which objects
 */
record PastedJson(Predicate<JsonNode> wanted) {

    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(20).build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final int DEEPEST = 4;

    /** The wanted objects, each once, in the first reading of the text that has any. */
    List<PastedText> in(PastedText text) {
        return in(text, 0);
    }

    private List<PastedText> in(PastedText text, int depth) {
        return text.readings()
                .map(reading -> inReading(reading, depth))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<PastedText> inReading(PastedText text, int depth) {
        List<PastedText> found = new ArrayList<>();
        every('{', text, (object, node) -> {
            boolean isWanted = node.isObject() && wanted.test(node);
            if (isWanted) {
                found.add(object);
            }
            return isWanted;
        });
        return found.isEmpty() && depth < DEEPEST ? inStrings(text, depth + 1) : found;
    }

    /** JSON inside of a string has quotes in it. */
    private List<PastedText> inStrings(PastedText text, int depth) {
        List<PastedText> found = new ArrayList<>();
        every('"', text, (literal, node) -> {
            String content = node.asString("");
            if (content.contains("{")) {
                in(literal.rewritten(content), depth).stream()
                        .filter(object ->
                                found.stream().noneMatch(other -> other.text().equals(object.text())))
                        .forEach(found::add);
            }
            return true;
        });
        return found;
    }

    /** Reads the values that begin with a character; goes on behind one that was taken, and otherwise within it. */
    private static void every(char first, PastedText text, BiPredicate<PastedText, JsonNode> isTaken) {
        String all = text.text();
        int begin = all.indexOf(first);
        while (begin >= 0) {
            int next = begin + 1;
            try (JsonParser parser = JSON.createParser(new StringReader(all.substring(begin)))) {
                JsonNode node = parser.readValueAsTree();
                int end = begin + (int) parser.currentLocation().getCharOffset();
                next = isTaken.test(text.part(begin, end), node) ? end : next;
            } catch (JacksonException noValue) {
                // it is a brace or a quote of something else
            }
            begin = all.indexOf(first, next);
        }
    }
}
