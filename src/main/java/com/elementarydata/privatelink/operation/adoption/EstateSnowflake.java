package com.elementarydata.privatelink.operation.adoption;

import com.elementarydata.privatelink.config.ConnectionText;
import com.elementarydata.privatelink.config.SnowflakeOutput;
import com.elementarydata.privatelink.integration.Snowflake;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Snowflake accounts that are reached through an endpoint, maybe several through one. */
final class EstateSnowflake {

    private static final String RESPONDER = "ocsp.";

    private EstateSnowflake() {}

    /** A connection for each account that the names are of. */
    static List<EstateText> of(EstateConnection connection, List<String> names, Estate estate) {
        Map<String, List<String>> byAccount = new LinkedHashMap<>();
        names.forEach(name -> EstateOwners.snowflakeAccount(name)
                .ifPresent(account -> byAccount
                        .computeIfAbsent(account, of -> new ArrayList<>())
                        .add(name)));
        return byAccount.values().stream()
                .flatMap(own -> account(connection, own, estate).stream())
                .toList();
    }

    private static Optional<EstateText> account(EstateConnection connection, List<String> own, Estate estate) {
        Map<String, String> config = config(connection.found().endpoint().serviceName(), own);
        List<String> comments = new ArrayList<>(
                List.of("the privatelinkConfig is made from the names that lead here; replace it with the output of"
                        + " SELECT SYSTEM$GET_PRIVATELINK_CONFIG()"));
        own.stream()
                .filter(name -> !config.containsValue(name))
                .forEach(name -> comments.add("%s leads here, too".formatted(name)));
        ConnectionText text = new ConnectionText(Snowflake.INTEGRATION)
                .paste(
                        EstateText.key(Snowflake.INTEGRATION, "privatelinkConfig"),
                        EstateText.ORIGIN,
                        SnowflakeOutput.read(
                                EstateText.ORIGIN, JsonMapper.shared().writeValueAsBytes(config)));
        return EstateText.of(text, connection, estate, comments, "warehouse");
    }

    private static Map<String, String> config(String service, List<String> own) {
        Map<String, String> config = new LinkedHashMap<>();
        config.put("privatelink-vpce-id", service);
        config.put(
                "privatelink-account-url",
                own.stream()
                        .filter(name -> !name.startsWith(RESPONDER))
                        .findFirst()
                        .orElseGet(() -> own.get(0).substring(RESPONDER.length())));
        own.stream()
                .filter(name -> name.startsWith(RESPONDER))
                .findFirst()
                .ifPresent(name -> config.put("privatelink_ocsp-url", name));
        return config;
    }
}
