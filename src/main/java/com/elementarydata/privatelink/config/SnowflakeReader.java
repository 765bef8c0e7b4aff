package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import com.elementarydata.privatelink.integration.Snowflake;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.ServiceAddress;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.Region;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A Snowflake account: everything is in its output. HTTPS, and HTTP for the OCSP responders.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/functions/system_get_privatelink_config">SYSTEM$GET_PRIVATELINK_CONFIG</a>
 */
record SnowflakeReader(Problems problems) implements IntegrationReader {

    /** A service name in spite of its name. */
    private static final String SERVICE_NAME = "privatelink-vpce-id";

    private static final String ACCOUNT_NAME = "privatelink-account-name";
    private static final String ACCOUNT_URL = "privatelink-account-url";
    private static final String REGIONLESS_ACCOUNT_URL = "regionless-privatelink-account-url";
    private static final List<String> ALWAYS =
            List.of(ACCOUNT_URL, REGIONLESS_ACCOUNT_URL, "privatelink-ocsp-url", "regionless-privatelink-ocsp-url");
    private static final Map<String, String> RESPONDERS =
            Map.of(ACCOUNT_URL, "privatelink-ocsp-url", REGIONLESS_ACCOUNT_URL, "regionless-privatelink-ocsp-url");
    private static final Map<String, List<String>> ON_REQUEST = Map.of(
            "snowsight", List.of("snowsight-privatelink-url", "regionless-snowsight-privatelink-url"),
            "app-service", List.of("app-service-privatelink-url", "app-service-privatelink-url-next"),
            "duo", List.of("privatelink-dashed-urls-for-duo"),
            "client-redirect", List.of("privatelink-connection-urls", "privatelink-connection-ocsp-urls"));

    @Override
    public Optional<ServiceAddress> read(Mapping connection, Optional<Located<Region>> region) {
        Optional<SnowflakeConfig> config =
                connection.mapping("privatelinkConfig").map(SnowflakeConfig::new);
        if (config.isEmpty() || config.get().isEmpty() || isOfAnotherCloud(config.get())) {
            return Optional.empty();
        }
        config.get().reportContradictions(problems);
        require(config.get(), ACCOUNT_URL);
        require(config.get(), SERVICE_NAME);
        var name = IntegrationReader.serviceName(config.get().text(SERVICE_NAME), region, problems);
        name.ifPresent(
                service -> requireSameRegion(config.get(), service.value().region()));
        requireName(config.get());
        requireSameAccount(config.get());
        RESPONDERS.forEach((url, responder) -> requireOfSameAccount(config.get(), url, responder));
        List<Located<Hostname>> hostnames = hostnames(config.get(), connection);
        return name.map(service ->
                new ServiceAddress(service, hostnames, Snowflake.INTEGRATION.ports(), accountIdentifier(config.get())));
    }

    private List<Located<Hostname>> hostnames(SnowflakeConfig config, Mapping connection) {
        Set<Hostname> seen = new HashSet<>();
        Stream<Located<String>> ofRequest = problems.once(connection.texts("include")).stream()
                .flatMap(include -> requested(config, include).stream());
        return Stream.concat(ALWAYS.stream().flatMap(key -> config.hostnames(key).stream()), ofRequest)
                .flatMap(SnowflakeReader::withTwin)
                .flatMap(hostname -> problems.parse(hostname, ProblemCode.PL211, SnowflakeConfig::hostname).stream())
                .filter(hostname -> seen.add(hostname.value()))
                .toList();
    }

    /** Clients that verify certificates write the underscores of a name as hyphens; Snowflake answers to both. */
    private static Stream<Located<String>> withTwin(Located<String> hostname) {
        return Stream.of(hostname, hostname.map(SnowflakeReader::hyphenated)).distinct();
    }

    private static String hyphenated(String hostname) {
        return hostname.replace('_', '-');
    }

    /** The organization's name if the configuration has one, so that the name that clients log in to resolves. */
    private static Optional<String> accountIdentifier(SnowflakeConfig config) {
        return Stream.of(REGIONLESS_ACCOUNT_URL, ACCOUNT_URL)
                .flatMap(key -> config.hostnames(key).stream())
                .findFirst()
                .map(url -> SnowflakeConfig.accountIdentifier(url.value()));
    }

    /** The word that adds the names of a key; without it they are left out. */
    static Optional<String> requestFor(String key) {
        return ON_REQUEST.entrySet().stream()
                .filter(request -> request.getValue().contains(key))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private List<Located<String>> requested(SnowflakeConfig config, Located<String> include) {
        List<String> keys = ON_REQUEST.getOrDefault(include.value(), List.of());
        List<Located<String>> names = keys.stream()
                .flatMap(key ->
                        config.hostnames(key).stream().filter(hostname -> !config.isShared(key, hostname.value())))
                .toList();
        if (names.isEmpty() && !keys.isEmpty()) {
            problems.report(
                    include.at(),
                    ProblemCode.PL211,
                    "the configuration has no name for \"%s\" that only this account has".formatted(include),
                    "leave it out, or paste the whole output");
        }
        return names;
    }

    private boolean isOfAnotherCloud(SnowflakeConfig config) {
        Optional<String> cloud = config.otherCloud();
        cloud.ifPresent(other -> problems.report(
                config.at(),
                ProblemCode.PL211,
                "this is the configuration of a Snowflake account on %s".formatted(other),
                "give an account on AWS, since AWS PrivateLink reaches no other cloud"));
        return cloud.isPresent();
    }

    private void requireSameRegion(SnowflakeConfig config, Region region) {
        config.hostnames(ACCOUNT_URL).stream()
                .filter(url -> SnowflakeConfig.regionOf(url.value())
                        .filter(other -> !other.equals(region))
                        .isPresent())
                .forEach(url -> problems.report(
                        url.at(),
                        ProblemCode.PL211,
                        "the account \"%s\" is not in %s, where its service is".formatted(url, region),
                        "paste the whole output of one account"));
    }

    private void requireName(SnowflakeConfig config) {
        config.text(ACCOUNT_NAME)
                .filter(name -> !SnowflakeAccount.isName(name.value()))
                .ifPresent(name -> problems.report(
                        name.at(),
                        ProblemCode.PL211,
                        "\"%s\" is not the name of a Snowflake account".formatted(name),
                        "paste the output unchanged: it ends in .privatelink"));
    }

    private void requireSameAccount(SnowflakeConfig config) {
        Optional<Located<String>> name = config.text(ACCOUNT_NAME);
        Optional<SnowflakeAccount> named = name.flatMap(text -> SnowflakeAccount.of(text.value()));
        config.hostnames(ACCOUNT_URL).stream()
                .filter(url -> SnowflakeConfig.isOfOneAccount(url.value()) && !problems.anyAt(url.at()))
                .filter(url -> SnowflakeAccount.of(url.value())
                        .filter(account -> named.isPresent() && !account.equals(named.get()))
                        .isPresent())
                .forEach(url -> problems.report(
                        name.orElseThrow().at(),
                        ProblemCode.PL216,
                        "the account \"%s\" does not match \"%s\"".formatted(name.orElseThrow(), url),
                        "paste the whole output of one account"));
    }

    /** Both names have Snowflake's form; the responder of another account would attract that account's traffic. */
    private void requireOfSameAccount(SnowflakeConfig config, String accountKey, String responderKey) {
        for (Located<String> account : config.hostnames(accountKey)) {
            config.hostnames(responderKey).stream()
                    .filter(responder -> SnowflakeConfig.isOfOneAccount(account.value())
                            && !problems.anyAt(account.at())
                            && SnowflakeConfig.isOfOneAccount(responder.value())
                            && !hyphenated(responder.value()).equals("ocsp." + hyphenated(account.value())))
                    .forEach(responder -> problems.report(
                            responder.at(),
                            ProblemCode.PL211,
                            "\"%s\" is not the OCSP responder of \"%s\"".formatted(responder, account),
                            "paste the whole output of one account"));
        }
    }

    private void require(SnowflakeConfig config, String key) {
        if (config.isMissing(key)) {
            problems.report(
                    config.at(),
                    ProblemCode.PL211,
                    "the configuration has no \"%s\"".formatted(key),
                    "paste the whole output of SELECT SYSTEM$GET_PRIVATELINK_CONFIG()");
        }
    }
}
