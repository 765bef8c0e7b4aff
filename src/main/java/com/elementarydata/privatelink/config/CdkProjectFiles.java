package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.Json;
import com.elementarydata.privatelink.model.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the CDK CLI reads in a fleet repository: this project's own files, with what differs there. */
public final class CdkProjectFiles {

    private static final String NAME = "privatelink-fleet";
    private static final String CONTEXT = "context";

    private CdkProjectFiles() {}

    /**
     * {@code cdk.json}. All of a repository's own keys stay, and its own values of feature flags, so that no upgrade changes
     * a template by itself.
     *
     * @param repositorys the repository's
     * @param projects this project's
     * @param command what starts the app
     */
    public static String app(String repositorys, String projects, String command) {
        ObjectNode app = object(projects);
        ObjectNode own = object(repositorys);
        ObjectNode flags = app.withObject(CONTEXT);
        if (own.get(CONTEXT) instanceof ObjectNode ownFlags) {
            flags.setAll(ownFlags);
        }
        app.setAll(own);
        app.set(CONTEXT, flags);
        app.put("app", command);
        return Json.of(app) + "\n";
    }

    /** {@code package.json}. */
    public static String packages(String projects) {
        ObjectNode packages = object(projects).put("name", NAME);
        packages.remove("license");
        return Json.of(packages) + "\n";
    }

    /** {@code package-lock.json}. */
    public static String lock(String projects) {
        ObjectNode lock = object(projects).put("name", NAME);
        if (lock.path("packages").path("") instanceof ObjectNode whole) {
            whole.put("name", NAME).remove("license");
        }
        return Json.of(lock) + "\n";
    }

    private static ObjectNode object(String text) {
        try {
            JsonNode node = JsonMapper.builder().build().readTree(text);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException notJson) {
            // said below
        }
        throw Refusal.of("cdk.json is not a JSON object; restore it from git");
    }
}
