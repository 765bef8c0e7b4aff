package com.elementarydata.privatelink.operation.onboard;

import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.integration.OfferedNames;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.PublicSuffixes;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The domains of a connection that no other has used yet, since a mistyped one would be new. */
final class NewDomains {

    private static final int LABELS_OF_DOMAIN = 2;

    private NewDomains() {}

    /** They are of customers' own names: a vendor's have a form that is checked. */
    static List<String> of(Connection connection, CheckedFleet fleet) {
        Set<String> known = fleet.fleet().stream()
                .flatMap(Fleet::connections)
                .flatMap(owned -> owned.connection().address().names().stream())
                .map(NewDomains::domain)
                .collect(Collectors.toSet());
        return connection.address().names().stream()
                .filter(name -> OfferedNames.SHARED_DOMAINS.stream().noneMatch(name.withoutWildcard()::isAtOrBelow))
                .map(NewDomains::domain)
                .filter(domain -> !known.contains(domain))
                .distinct()
                .toList();
    }

    /** The registered domain of a name. */
    private static String domain(Hostname hostname) {
        String name = hostname.withoutWildcard().value();
        List<String> labels = List.of(name.split("\\."));
        List<String> above = IntStream.range(0, labels.size())
                .mapToObj(from -> String.join(".", labels.subList(from, labels.size())))
                .toList();
        return above.stream()
                .filter(PublicSuffixes::areRightAbove)
                .findFirst()
                .orElseGet(() -> above.get(Math.max(0, above.size() - LABELS_OF_DOMAIN)));
    }
}
