package com.elementarydata.privatelink.operation.adoption;

import com.elementarydata.privatelink.config.CustomerMapping;
import com.elementarydata.privatelink.integration.Snowflake;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.observed.EstateFacts;
import com.elementarydata.privatelink.observed.EstateFacts.FoundEndpoint;
import com.elementarydata.privatelink.observed.EstateFacts.FoundZone;
import com.elementarydata.privatelink.observed.Tags;
import com.elementarydata.privatelink.operation.adoption.EstateConnection.Told;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whose the endpoints and names of an estate are. */
final class EstateOwners {

    /** The account in one of Snowflake's names. */
    private static final Pattern SNOWFLAKE =
            Pattern.compile("(?:ocsp\\.)?([a-z0-9_-]+)(?:\\.[a-z]{2}(?:-[a-z]+)+-[0-9](?:\\.aws)?)?\\.privatelink\\."
                    + "snowflakecomputing\\.com");

    private static final int LONGEST = 40;

    /** A customer, and what says so. */
    record Owner(String customer, Told told) {}

    private final CustomerMapping mapping;
    private final Map<String, Tags> zones = new HashMap<>();

    EstateOwners(CustomerMapping mapping, EstateFacts facts) {
        this.mapping = mapping;
        facts.zones().value().stream()
                .flatMap(List<FoundZone>::stream)
                .forEach(found -> zones.put(found.zone().id(), found.tags()));
    }

    /** The owner of a name of an endpoint. */
    Owner of(FoundEndpoint found, EstateName name) {
        return given(Stream.concat(Stream.of(name.hostname()), things(found)))
                .or(() -> tagged(found.tags()))
                .or(() -> Optional.ofNullable(zones.get(name.zone().id())).flatMap(EstateOwners::tagged))
                .or(() -> account(name.hostname()))
                .orElseGet(() -> byService(found));
    }

    /** The owner of an endpoint that no name leads to. */
    Owner of(FoundEndpoint found) {
        return given(things(found)).or(() -> tagged(found.tags())).orElseGet(() -> byService(found));
    }

    private static Stream<String> things(FoundEndpoint found) {
        return Stream.of(found.endpoint().id(), found.endpoint().serviceName());
    }

    private Optional<Owner> given(Stream<String> things) {
        return mapping.of(things).map(customer -> new Owner(customer.value(), Told.FILE));
    }

    private static Optional<Owner> tagged(Tags tags) {
        return tags.customer().flatMap(EstateOwners::id).map(customer -> new Owner(customer, Told.TAG));
    }

    /** The account that one of Snowflake's names is of. */
    static Optional<String> snowflakeAccount(String hostname) {
        Matcher matcher = SNOWFLAKE.matcher(hostname);
        return matcher.matches() && isOfOneCustomer(hostname) ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Snowflake has names of its own beside those of accounts, as in {@code app.us-west-2.privatelink…}. */
    private static boolean isOfOneCustomer(String hostname) {
        try {
            return Snowflake.INTEGRATION.isOfOneCustomer(Hostname.parse(hostname));
        } catch (InvalidValueException noHostname) {
            return false;
        }
    }

    private static Optional<Owner> account(String hostname) {
        return snowflakeAccount(hostname).flatMap(EstateOwners::id).map(customer -> new Owner(customer, Told.NAME));
    }

    private static Owner byService(FoundEndpoint found) {
        String service = found.endpoint().serviceName();
        return new Owner(service.substring(service.lastIndexOf("vpce-svc-") + "vpce-".length()), Told.SERVICE);
    }

    /** An id that resembles a text; none where nothing of it can be in one. */
    static Optional<String> id(String text) {
        String words =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[0-9-]+|-+$", "");
        String cut = words.substring(0, Math.min(LONGEST, words.length())).replaceAll("-+$", "");
        try {
            return Optional.of(Identifier.parse(cut).value());
        } catch (InvalidValueException noId) {
            return Optional.empty();
        }
    }
}
