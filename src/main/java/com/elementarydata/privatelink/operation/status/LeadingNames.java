package com.elementarydata.privatelink.operation.status;

import com.elementarydata.privatelink.judge.PathStacks;
import com.elementarydata.privatelink.judge.PointedTo;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.observed.DeployedEndpoint;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the names of a connection lead, by the records of production's hosted zones. An address in a record is taken for the
 * endpoint's where it is in the regional VPC.
 *
 * @param stacks the connection
 */
record LeadingNames(PathStacks stacks) {

    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

    /** All of them, as long as there is an endpoint. */
    PointedTo judged() {
        return judged(targets().isEmpty() ? List.of() : stacks.path().hostnames());
    }

    /** Whether any is known to lead to this endpoint. */
    boolean isAnyHere() {
        return !targets().isEmpty()
                && stacks.path().hostnames().stream()
                        .map(hostname -> judged(List.of(hostname)))
                        .anyMatch(pointed ->
                                pointed.wrong().isEmpty() && pointed.unseen().isEmpty());
    }

    private PointedTo judged(Collection<String> hostnames) {
        Set<String> targets = targets();
        PointedTo pointed =
                new PointedTo(stacks.deployed().lookup(), target -> targets.contains(target) || isNear(target));
        hostnames.forEach(pointed::judge);
        return pointed;
    }

    private Set<String> targets() {
        return Stream.concat(
                        stacks.endpoint().stream()
                                .map(DeployedEndpoint::dnsNames)
                                .flatMap(List::stream),
                        stacks.dnsName().stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private boolean isNear(String target) {
        return ADDRESS.matcher(target).matches()
                && Cidr.parse(stacks.path().regionalCidr()).contains(Cidr.parse(target + "/32"));
    }
}
