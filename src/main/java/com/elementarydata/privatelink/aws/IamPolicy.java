package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.model.Json;
import com.elementarydata.privatelink.model.Network;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * An IAM policy that allows some permissions, and nothing else.
 *
 * @param version of the policy language
 * @param statement one for each resource, what is limited to none first
 */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record IamPolicy(String version, List<Statement> statement) {

    /**
     * What is allowed on a resource.
     *
     * @param effect {@code Allow}
     * @param action the actions, sorted
     * @param resource an ARN, or {@code *}
     * @param condition the values that condition keys must have, where there are any
     */
    @JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
    public record Statement(
            String effect,
            List<String> action,
            String resource,
            Optional<Map<String, Map<String, String>>> condition) {}

    /** Whom a policy is for, as far as that is known: the values of the names in the ARNs of permissions. */
    public record Scope(Map<String, String> known) {

        /** A fleet's account. */
        public static Scope of(Network network) {
            return new Scope(Map.of(
                    "partition", network.production().region().partition(),
                    "account", network.account().value()));
        }

        /** The same, with another name known. */
        public Scope with(String name, String value) {
            Map<String, String> more = new TreeMap<>(known);
            more.put(name, value);
            return new Scope(more);
        }

        private String fill(String resource) {
            String filled = resource;
            for (Map.Entry<String, String> name : known.entrySet()) {
                filled = filled.replace("{%s}".formatted(name.getKey()), name.getValue());
            }
            return filled.replaceAll("\\{\\w+}", "*");
        }
    }

    /** Allows permissions to whom they are for. */
    public static IamPolicy of(List<Permission> permissions, Scope scope) {
        Map<String, List<Permission>> byResource = new TreeMap<>();
        permissions.forEach(permission -> byResource
                .computeIfAbsent(
                        scope.fill(permission.resource()) + permission.condition(), absent -> new ArrayList<>())
                .add(permission));
        List<Statement> statements = byResource.values().stream()
                .map(same -> statement(same, scope))
                .sorted(Comparator.comparing(statement -> !statement.resource().equals(Permission.EVERYTHING)))
                .toList();
        return new IamPolicy("2012-10-17", statements);
    }

    private static Statement statement(List<Permission> same, Scope scope) {
        Permission one = same.get(0);
        return new Statement(
                "Allow",
                Permission.actions(same),
                scope.fill(one.resource()),
                Optional.of(one.condition())
                        .filter(condition -> !condition.isEmpty())
                        .map(condition -> Map.of("StringEquals", condition)));
    }

    /** As IAM takes it. */
    public String json() {
        return Json.of(this);
    }
}
