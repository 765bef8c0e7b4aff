package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code SELECT SYSTEM$GET_PRIVATELINK_CONFIG()} prints, as a person or a program saved it: the JSON alone, in
 * quotes, in a table or a CSV file with one cell, or as text in the JSON that Snowflake's own clients write.
 *
 * @param entries its keys and values in order
 */
public record SnowflakeOutput(List<Entry> entries) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String STAGE = "privatelink-internal-stage";

    /**
     * A key and its value.
     *
     * @param json both, as JSON in one line
     * @param keyAt the key's place
     * @param valueAt the value's place
     */
    public record Entry(String json, Position keyAt, Position valueAt) {}

    /**
     * A hostname that Snowflake names.
     *
     * @param value the hostname
     * @param request the word of {@code include} that adds it; empty if none does
     * @param isShared whether other accounts have it too
     */
    public record Name(String value, Optional<String> request, boolean isShared) {}

    /**
     * Finds it, or refuses what it is not in.
     *
     * @param name the input's name in messages
     * @param content the input
     */
    public static SnowflakeOutput read(String name, byte[] content) {
        Problems problems = new Problems();
        try {
            FileText text = Secrets.blotOut(FileText.decode(name, content), problems);
            if (problems.sorted().isEmpty()) {
                return new SnowflakeOutput(entries(text));
            }
        } catch (Refused refused) {
            refused.reportTo(problems);
        }
        throw Refusal.of(problems.sorted());
    }

    /** All hostnames in it, without duplicates, in order. */
    public List<Name> names() {
        Optional<SnowflakeConfig> config = YamlReader.read(
                        "", String.join("\n", json()).getBytes(StandardCharsets.UTF_8), new Problems())
                .map(SnowflakeConfig::new);
        return config.stream()
                .flatMap(pasted -> pasted.keys().stream()
                        .filter(key -> key.contains("url") || key.equals(STAGE))
                        .flatMap(key -> pasted.hostnames(key).stream()
                                .map(host -> new Name(
                                        host.value(),
                                        SnowflakeReader.requestFor(key),
                                        pasted.isShared(key, host.value())))))
                .distinct()
                .toList();
    }

    /** The lines of a mapping in YAML, which JSON is valid in; each entry is on its own line. */
    public List<String> json() {
        String lines = entries.stream().map(entry -> "  " + entry.json()).collect(Collectors.joining(",\n"));
        return "{\n%s\n}".formatted(lines).lines().toList();
    }

    private static List<Entry> entries(FileText text) {
        int begin = text.text().indexOf('{');
        int end = text.text().lastIndexOf('}');
        if (begin < 0 || end < begin) {
            throw refused(text.position(0), "it contains no JSON object");
        }
        String json = text.text().substring(begin, end + 1);
        IntFunction<Position> place = index -> text.position(begin + index);
        try {
            return parse(json, place);
        } catch (JacksonException notJson) {
            // for what is too long or too deep, the library gives no place
            int offset = notJson.getLocation() == null
                    ? 0
                    : Math.max(0, (int) notJson.getLocation().getCharOffset());
            return parseAsCell(json, text.position(begin))
                    .orElseThrow(() ->
                            refused(place.apply(Math.min(offset, json.length())), "it is incomplete, or was edited"));
        }
    }

    /** A cell of a CSV file has each quote twice. */
    private static Optional<List<Entry>> parseAsCell(String json, Position at) {
        try {
            return Optional.of(parse(json.replace("\"\"", "\""), index -> at));
        } catch (JacksonException notThatEither) {
            return Optional.empty();
        }
    }

    private static List<Entry> parse(String json, IntFunction<Position> place) {
        List<Entry> entries = new ArrayList<>();
        Optional<JsonNode> only = Optional.empty();
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = JSON.writeValueAsString(parser.currentName());
                Position keyAt = place.apply((int) parser.currentTokenLocation().getCharOffset());
                parser.nextToken();
                Position valueAt =
                        place.apply((int) parser.currentTokenLocation().getCharOffset());
                JsonNode value = parser.readValueAsTree();
                entries.add(new Entry("%s: %s".formatted(key, value), keyAt, valueAt));
                only = entries.size() == 1 ? Optional.of(value) : Optional.empty();
            }
            if (parser.nextToken() != null) {
                throw refused(
                        place.apply((int) parser.currentTokenLocation().getCharOffset()), "there is more after it");
            }
        }
        return only.filter(value -> value.isString() && value.asString().strip().startsWith("{"))
                .map(cell ->
                        parse(cell.asString().strip(), index -> entries.get(0).valueAt()))
                .orElse(entries);
    }

    private static Refused refused(Position at, String what) {
        return new Refused(
                at,
                ProblemCode.PL211,
                "this is not what Snowflake prints: " + what,
                "paste the whole output of SELECT SYSTEM$GET_PRIVATELINK_CONFIG()");
    }
}
