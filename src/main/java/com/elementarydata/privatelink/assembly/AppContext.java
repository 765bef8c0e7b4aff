package com.elementarydata.privatelink.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The context that the CDK CLI gives to an app, in a variable and, where that is too small, in a file too.
 *
 * @param inVariable as JSON; empty without the CLI
 * @param inFile as JSON; empty where the variable has it all
 */
public record AppContext(String inVariable, String inFile) {

    /** The key of the fleet folder. */
    public static final String FOLDER = "stacks";

    /** The fleet folder where the context names none. */
    public static final String DEFAULT_FOLDER = "stacks";

    /** The key of whether assemblies are kept: on or off. */
    public static final String CACHE = "cache";

    private static final String VARIABLE = "CDK_CONTEXT_JSON";
    private static final String FILE = "CONTEXT_OVERFLOW_LOCATION_ENV";

    /** Reads that of an environment. */
    public static AppContext of(Map<String, String> environment) throws IOException {
        String file = environment.getOrDefault(FILE, "");
        return new AppContext(
                environment.getOrDefault(VARIABLE, ""), file.isEmpty() ? "" : Files.readString(Path.of(file)));
    }

    /** The value of a key that is a text; empty where it is absent, or blank. */
    public Optional<String> text(String key) {
        return Stream.of(inFile, inVariable)
                .map(AppContext::parsed)
                .map(context -> context.path(key).asString(""))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** What cannot be parsed is the CDK's to refuse. */
    private static JsonNode parsed(String json) {
        try {
            return JsonMapper.shared().readTree(json.isEmpty() ? "{}" : json);
        } catch (JacksonException unreadable) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
