package com.elementarydata.privatelink.aws;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One action that a policy allows, on what, and when.
 *
 * @param action as IAM names it, such as {@code ec2:DescribeVpcs}
 * @param resource an ARN with names in braces for what {@link IamPolicy} knows of its user; {@code *} where IAM admits no
 *     limit
 * @param condition the values that condition keys must have; none if empty
 */
public record Permission(String action, String resource, Map<String, String> condition) {

    static final String EVERYTHING = "*";

    /** Actions of a service that IAM limits to no resource, or that are not about one. */
    static List<Permission> of(String service, String... actions) {
        return on(EVERYTHING, service, actions);
    }

    /** Actions of a service on some resources alone. */
    static List<Permission> on(String resource, String service, String... actions) {
        return Arrays.stream(actions)
                .map(action -> new Permission("%s:%s".formatted(service, action), resource, Map.of()))
                .toList();
    }

    /** The same, if a condition key has a value. */
    Permission onlyIf(String key, String value) {
        return new Permission(action, resource, Map.of(key, value));
    }

    /** All of some, each once. Where an action is allowed on everything, nothing else is said of it. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static List<Permission> all(List<Permission>... parts) {
        return all(Arrays.stream(parts).toList());
    }

    /** The same. */
    static List<Permission> all(List<List<Permission>> parts) {
        List<Permission> each = parts.stream().flatMap(List::stream).distinct().toList();
        return each.stream()
                .filter(one -> one.resource().equals(EVERYTHING)
                        || each.stream().noneMatch(other -> other.isUnlimited(one.action())))
                .toList();
    }

    private boolean isUnlimited(String other) {
        return action.equals(other) && resource.equals(EVERYTHING) && condition.isEmpty();
    }

    /** The actions of some, sorted. */
    public static List<String> actions(List<Permission> permissions) {
        return permissions.stream().map(Permission::action).distinct().sorted().toList();
    }
}
