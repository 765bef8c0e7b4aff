package com.elementarydata.privatelink.operation.status;

import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.judge.PathStacks;
import com.elementarydata.privatelink.model.Words;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.observed.DomainNames;
import java.util.List;
import java.util.function.Predicate;

/** Whether a connection's names resolve, by its file and as deployed. */
public enum DnsDeployment {
    /** They should, and all have their hosted zones, whose records lead to the endpoint. */
    ACTIVE,
    /** They do by hosted zones of others, which are there, and whose records lead to the endpoint. */
    EXTERNAL,
    /** They should, and a record leads elsewhere, or is missing. */
    ELSEWHERE,
    /** They should, and a hosted zone is missing. */
    NOT_DEPLOYED,
    /** They should not, and do not. */
    PREPARED,
    /** They should not, and still have a hosted zone of their own, or a record that leads to the endpoint. */
    LEFT_BEHIND;

    static DnsDeployment of(PathStacks stacks) {
        ExpectedPath path = stacks.path();
        Predicate<String> isThere = stacks.deployed().zones()::contains;
        boolean elsewhere =
                path.active() && !new LeadingNames(stacks).judged().wrong().isEmpty();
        if (path.external()) {
            return path.hostnames().stream()
                            .map(DomainNames::base)
                            .allMatch(name ->
                                    stacks.deployed().zones().stream().anyMatch(zone -> DomainNames.covers(zone, name)))
                    ? (elsewhere ? ELSEWHERE : EXTERNAL)
                    : NOT_DEPLOYED;
        }
        if (path.active()) {
            return !path.hostedZones().stream().allMatch(isThere) ? NOT_DEPLOYED : elsewhere ? ELSEWHERE : ACTIVE;
        }
        if (new LeadingNames(stacks).isAnyHere()) {
            return LEFT_BEHIND;
        }
        List<Hostname> own = path.hostnames().stream().map(Hostname::parse).toList();
        return Hostname.zonesOf(own).stream()
                        .map(Hostname::value)
                        .filter(zone -> !path.hostedZones().contains(zone))
                        .anyMatch(isThere)
                ? LEFT_BEHIND
                : PREPARED;
    }

    @Override
    public String toString() {
        return Words.of(this);
    }
}
