package com.elementarydata.privatelink.diagnose;

import com.elementarydata.privatelink.net.Hostname;
import java.util.List;
import java.util.function.Predicate;

/** Whether a connection's names lead anywhere, as it is written and as it is deployed. */
public enum DnsDeployment {
    /** They are to, and all have their hosted zones. */
    ACTIVE("active"),
    /** They are to, and a hosted zone lacks. */
    NOT_DEPLOYED("not-deployed"),
    /** They are not to, and have no hosted zones. */
    PREPARED("prepared"),
    /** They are not to, and there still is a hosted zone of theirs alone. */
    LEFT_BEHIND("left-behind");

    private final String word;

    DnsDeployment(String word) {
        this.word = word;
    }

    static DnsDeployment of(ConnectionFacts facts) {
        List<Hostname> own = facts.connection().address().hostnames().stream()
                .map(hostname -> hostname.value())
                .toList();
        List<Hostname> wanted = Hostname.zonesOf(facts.names().active());
        Predicate<Hostname> isThere = zone -> facts.names().zones().contains(zone.value());
        if (facts.connection().isActive()) {
            return wanted.stream()
                            .filter(zone -> own.stream().anyMatch(name -> name.isAtOrBelow(zone)))
                            .allMatch(isThere)
                    ? ACTIVE
                    : NOT_DEPLOYED;
        }
        return Hostname.zonesOf(own).stream()
                        .filter(zone -> !wanted.contains(zone))
                        .anyMatch(isThere)
                ? LEFT_BEHIND
                : PREPARED;
    }

    @Override
    public String toString() {
        return word;
    }
}
