package com.elementarydata.privatelink.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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

    /** The key of the customers whose stacks are asked for. */
    public static final String CUSTOMERS = "customers";

    private static final ObjectNode NOTHING = JsonMapper.shared().createObjectNode();
    private static final String VARIABLE = "CDK_CONTEXT_JSON";
    private static final String FILE = "CONTEXT_OVERFLOW_LOCATION_ENV";

    /** Reads that of an environment. */
    public static AppContext of(Map<String, String> environment) throws IOException {
        String file = environment.getOrDefault(FILE, "");
        return new AppContext(
                environment.getOrDefault(VARIABLE, ""), file.isEmpty() ? "" : Files.readString(Path.of(file)));
    }

    /** The value of a key, as a text; empty where it is absent. */
    public Optional<String> text(String key) {
        return Stream.of(inFile, inVariable)
                .map(AppContext::parsed)
                .filter(context -> context.has(key))
                .map(context -> context.path(key).asString(""))
                .findFirst();
    }

    /** The same, but for some keys. */
    AppContext without(Collection<String> keys) {
        return new AppContext(
                parsed(inVariable).without(keys).toString(),
                parsed(inFile).without(keys).toString());
    }

    /** What cannot be parsed is the CDK's to refuse. */
    private static ObjectNode parsed(String json) {
        try {
            return JsonMapper.shared().readTree(json) instanceof ObjectNode object ? object : NOTHING.deepCopy();
        } catch (JacksonException unreadable) {
            return NOTHING.deepCopy();
        }
    }
}
