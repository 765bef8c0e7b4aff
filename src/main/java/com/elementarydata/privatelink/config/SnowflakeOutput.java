package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;

/**
 * What {@code SELECT SYSTEM$GET_PRIVATELINK_CONFIG()} prints, as a person or a program saved it: the JSON alone, in
 * quotes, in a table that a terminal wrapped, in a CSV file, as text in the JSON that Snowflake's own clients write, as
 * keys and values of {@code FLATTEN}, or with the names that Snowflake's Terraform provider has for the keys.
 *
 * @param entries its keys and values in order
 */
public record SnowflakeOutput(List<Entry> entries) {

    private static final String STAGE = "privatelink-internal-stage";
    private static final String REMEDY =
            "paste the whole output of SELECT SYSTEM$GET_PRIVATELINK_CONFIG(), or save it with snow sql --format json";
    private static final Map<String, String> OF_TERRAFORM = Map.of(
            "account_name", "privatelink-account-name",
            "account_url", "privatelink-account-url",
            "aws_vpce_id", "privatelink-vpce-id",
            "azure_pls_id", "privatelink-pls-id",
            "internal_stage", STAGE,
            "ocsp_url", "privatelink-ocsp-url",
            "regionless_account_url", "regionless-privatelink-account-url",
            "regionless_ocsp_url", "regionless-privatelink-ocsp-url",
            "regionless_snowsight_url", "regionless-snowsight-privatelink-url",
            "snowsight_url", "snowsight-privatelink-url");
    private static final PastedJson CONFIGURATIONS = new PastedJson(node ->
            node.propertyNames().stream().anyMatch(key -> key.contains("privatelink") || key.equals("account_url")));

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
            PastedText text = PastedText.decode(name, content, problems);
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

    private static List<Entry> entries(PastedText text) {
        List<PastedText> found = CONFIGURATIONS.in(text);
        if (found.size() > 1) {
            throw refused(found.get(1), 0, "a second account's output begins here");
        }
        return parse(found.isEmpty() ? anyObject(text) : found.get(0));
    }

    /** Where no object has Snowflake's keys, the first one, so that what is wrong with it is reported. */
    private static PastedText anyObject(PastedText text) {
        int begin = text.text().indexOf('{');
        if (begin < 0) {
            throw refused(text, 0, "it contains no JSON object");
        }
        if (text.readings().anyMatch(SnowflakeOutput::isCutOff)) {
            throw refused(text, text.text().length(), "it is truncated, and its end is missing");
        }
        return text.part(begin, text.text().length());
    }

    /** Whether the first object in a text does not end. */
    private static boolean isCutOff(PastedText text) {
        int begin = text.text().indexOf('{');
        try (JsonParser parser = PastedJson.JSON.createParser(text.text().substring(Math.max(0, begin)))) {
            parser.readValueAsTree();
            return false;
        } catch (UnexpectedEndOfInputException end) {
            return begin >= 0;
        } catch (JacksonException notJson) {
            return false;
        }
    }

    private static List<Entry> parse(PastedText object) {
        try (JsonParser parser = PastedJson.JSON.createParser(object.text())) {
            List<Entry> entries = new ArrayList<>();
            Function<JsonParser, Position> place =
                    at -> object.place().apply((int) at.currentTokenLocation().getCharOffset());
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = OF_TERRAFORM.getOrDefault(parser.currentName(), parser.currentName());
                Position keyAt = place.apply(parser);
                parser.nextToken();
                Position valueAt = place.apply(parser);
                JsonNode value = parser.readValueAsTree();
                entries.add(
                        new Entry("%s: %s".formatted(PastedJson.JSON.writeValueAsString(key), value), keyAt, valueAt));
            }
            return entries;
        } catch (JacksonException notJson) {
            // for what is too long or too deep, the library gives no place
            int offset = notJson.getLocation() == null
                    ? 0
                    : Math.max(0, (int) notJson.getLocation().getCharOffset());
            throw refused(object, offset, "it is incomplete, or was edited");
        }
    }

    private static Refused refused(PastedText text, int index, String what) {
        return text.refused(index, ProblemCode.PL211, "this is not what Snowflake prints: " + what, REMEDY);
    }
}
