package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import com.elementarydata.privatelink.config.YamlNode.Sequence;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.net.Region;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Snowflake output in all its variants: keys with underscores where the documentation has hyphens, lists inside a
 * string, hosts with a port, absent or unknown keys.
 */
final class SnowflakeConfig {

    private static final String SNOWFLAKE = ".snowflakecomputing.com";
    private static final String DOMAIN = "privatelink" + SNOWFLAKE;
    private static final List<String> DOMAINS = List.of("." + DOMAIN, ".privatelink.snowflake.app");
    private static final String ACCOUNT_URL = "privatelink-account-url";

    /** The keys of names that all accounts of a Snowflake deployment share, unless they are below the account's own. */
    private static final Set<String> OF_DEPLOYMENT =
            Set.of("snowsight-privatelink-url", "app-service-privatelink-url", "spcs-auth-privatelink-url");

    private static final Pattern WHOLE_REGION =
            Pattern.compile("((app|\\*)\\.)?[a-z]{2}(-[a-z]+){1,3}-[0-9](\\.aws)?\\." + Pattern.quote(DOMAIN));
    private static final Pattern LIST_MARKS = Pattern.compile("[\\[\\]\"'\\s]");
    private static final Pattern PORT = Pattern.compile(":[0-9]+$");
    private static final Pattern OF_REGION = Pattern.compile(".*\\.([a-z0-9-]+)(\\.aws)?\\." + Pattern.quote(DOMAIN));
    private static final Pattern ONE_ACCOUNT = Pattern.compile("[a-z0-9_.-]+\\." + Pattern.quote(DOMAIN));
    private static final Pattern KNOWN =
            Pattern.compile("privatelink-(vpce-id|account-name)|.*-urls?(-next)?|privatelink-dashed-urls-for-duo");
    private static final Map<String, String> OTHER_CLOUDS =
            Map.of("privatelink-pls-id", "Azure", "privatelink-gcp-service-attachment", "Google Cloud");

    private final Mapping pasted;
    private final Map<String, YamlNode> values;
    private final Map<String, List<Located<String>>> hostnames = new HashMap<>();

    SnowflakeConfig(Mapping pasted) {
        this.pasted = pasted;
        values = pasted.entries().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().replace('_', '-'),
                        entry -> entry.getValue().value(),
                        (one, other) -> one));
    }

    Position at() {
        return pasted.at();
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Whether a key is absent or empty. */
    boolean isMissing(String key) {
        return value(key)
                .allMatch(value -> value instanceof YamlScalar scalar
                        && (scalar.type() == YamlScalar.Type.NULL
                                || scalar.text().isBlank()));
    }

    /** Reports keys in both spellings with different values, and names that are neither text nor a list. */
    void reportContradictions(Problems problems) {
        pasted.entries().forEach((key, entry) -> {
            YamlNode first = Objects.requireNonNull(values.get(key.replace('_', '-')));
            if (!entry.value().describe().equals(first.describe())) {
                problems.report(
                        entry.keyAt(),
                        ProblemCode.PL103,
                        "duplicate key \"%s\"".formatted(key),
                        "it is already on line %d, delete one"
                                .formatted(first.at().line()));
            }
            if (KNOWN.matcher(key.replace('_', '-')).matches() && !isName(entry.value())) {
                problems.report(
                        entry.value().at(),
                        ProblemCode.PL113,
                        "expected text, found %s".formatted(entry.value().describe()),
                        "paste the output unchanged");
            }
        });
    }

    private static boolean isName(YamlNode value) {
        return value instanceof Sequence list
                ? list.items().stream().allMatch(item -> item instanceof YamlScalar && isName(item))
                : value instanceof YamlScalar scalar
                        && (scalar.type() == YamlScalar.Type.TEXT || scalar.type() == YamlScalar.Type.NULL);
    }

    /** Whether a text has the form of one account's name. */
    static boolean isOfOneAccount(String hostname) {
        return ONE_ACCOUNT.matcher(hostname).matches() && !belongsToWholeRegion(hostname);
    }

    /** The cloud that the account is on, if it is not AWS. */
    Optional<String> otherCloud() {
        return OTHER_CLOUDS.entrySet().stream()
                .filter(cloud -> values.containsKey(cloud.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The text of a key that is written with hyphens. */
    Optional<Located<String>> text(String key) {
        return value(key)
                .flatMap(Mapping::texts)
                .filter(text -> !text.value().isBlank())
                .findFirst();
    }

    /** The hosts of a key, without ports, whether it has one of them or a list. */
    List<Located<String>> hostnames(String key) {
        return hostnames.computeIfAbsent(key, this::hostnamesOf);
    }

    private List<Located<String>> hostnamesOf(String key) {
        return value(key)
                .flatMap(value -> value instanceof Sequence list ? list.items().stream() : Stream.of(value))
                .flatMap(Mapping::texts)
                .flatMap(text -> Arrays.stream(text.value().split(","))
                        .map(host -> PORT.matcher(LIST_MARKS.matcher(host).replaceAll(""))
                                .replaceAll(""))
                        .filter(host -> !host.isEmpty())
                        .map(host -> new Located<>(host, text.at())))
                .toList();
    }

    /** The keys in their order, written with hyphens. */
    List<String> keys() {
        return pasted.entries().keySet().stream()
                .map(key -> key.replace('_', '-'))
                .distinct()
                .toList();
    }

    private Stream<YamlNode> value(String key) {
        return Optional.ofNullable(values.get(key)).stream();
    }

    /** Whether other accounts have the name of a key too, as with {@code app.us-west-2.privatelink…}: no customer can own it. */
    boolean isShared(String key, String hostname) {
        return belongsToWholeRegion(hostname)
                || (OF_DEPLOYMENT.contains(key)
                        && hostnames(ACCOUNT_URL).stream()
                                .noneMatch(account -> hostname.endsWith("." + account.value())));
    }

    private static boolean belongsToWholeRegion(String hostname) {
        return WHOLE_REGION.matcher(hostname).matches();
    }

    /**
     * The Region in a name such as {@code acme.us-west-2.privatelink…}; the names of accounts without one have none.
     */
    static Optional<Region> regionOf(String hostname) {
        Matcher ofRegion = OF_REGION.matcher(hostname);
        return ofRegion.matches() ? Region.find(ofRegion.group(1)) : Optional.empty();
    }

    /** The account name that Snowflake clients use for this URL, as in {@code acmeorg-acme.privatelink}. */
    static String accountIdentifier(String url) {
        return url.endsWith(SNOWFLAKE) ? url.substring(0, url.length() - SNOWFLAKE.length()) : url;
    }

    /** A name of one account. */
    static Hostname hostname(String text) {
        Hostname hostname = Hostname.parse(text);
        if (DOMAINS.stream().noneMatch(hostname.withoutWildcard().value()::endsWith)) {
            throw new InvalidValueException(
                    "\"%s\" is not a private Snowflake name".formatted(text),
                    "paste the output unchanged: its names end in %s".formatted(String.join(" or ", DOMAINS)));
        }
        return hostname;
    }
}
