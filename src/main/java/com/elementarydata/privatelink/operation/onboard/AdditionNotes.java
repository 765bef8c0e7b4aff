package com.elementarydata.privatelink.operation.onboard;

import com.elementarydata.privatelink.config.SnowflakeOutput;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.net.Hostname;
import com.google.common.net.InternetDomainName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Notes on a new connection that no file shows.
 *
 * @param connection the connection
 * @param before the fleet without it
 */
record AdditionNotes(Connection connection, CheckedFleet before) {

    private static final int LABELS_OF_DOMAIN = 2;

    /** The domains that no connection has used yet, since a mistyped one would be new. */
    List<String> newDomains() {
        Set<String> known = before.fleet().stream()
                .flatMap(fleet -> fleet.connections())
                .flatMap(owned -> owned.connection().address().names().stream())
                .map(AdditionNotes::domain)
                .collect(Collectors.toSet());
        return connection.address().names().stream()
                .map(AdditionNotes::domain)
                .filter(domain -> !known.contains(domain))
                .distinct()
                .map(domain ->
                        "new domain in the fleet: %s; make sure that it belongs to this customer".formatted(domain))
                .toList();
    }

    /** The hostnames in Snowflake's output that the connection does not cover. */
    List<String> uncovered(SnowflakeOutput output) {
        Set<String> covered =
                connection.address().names().stream().map(Hostname::value).collect(Collectors.toSet());
        return output.names().stream()
                .filter(name -> !covered.contains(name.value()))
                .map(name -> "not covered: %s%s".formatted(name.value(), reason(name)))
                .toList();
    }

    private static String reason(SnowflakeOutput.Name name) {
        Optional<String> request = name.request().map("; add --include %s to cover it"::formatted);
        return name.ofWholeRegion() ? ", which all accounts of its Region share" : request.orElse("");
    }

    /** The registered domain of a name. */
    private static String domain(Hostname hostname) {
        String name = hostname.withoutWildcard().value();
        if (InternetDomainName.isValid(name)) {
            InternetDomainName domain = InternetDomainName.from(name);
            if (domain.isUnderRegistrySuffix()) {
                return domain.topDomainUnderRegistrySuffix().toString();
            }
        }
        List<String> labels = List.of(name.split("\\."));
        return String.join(".", labels.subList(Math.max(0, labels.size() - LABELS_OF_DOMAIN), labels.size()));
    }
}
