package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.integration.Integrations;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.net.Hostname;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * No customer owns a name that others share: a vendor's apex, a name above it, or one below it whose form
 * does not belong to a single customer.
 */
final class HostnameNotShared implements FleetRule {

    /** Domains in which many customers have names, and that production may need for others. Reviewed 2026-11-22. */
    private static final List<Hostname> SHARED = Stream.concat(
                    Integrations.ALL.stream().flatMap(integration -> integration.sharedDomains().stream()),
                    Stream.of(
                                    "amazonaws.com",
                                    "amazonaws.com.cn",
                                    "aws.amazon.com",
                                    "cluster.local",
                                    "compute.internal",
                                    "ec2.internal",
                                    "googleapis.com",
                                    "in-addr.arpa",
                                    "ip6.arpa",
                                    "microsoftonline.com",
                                    "okta.com",
                                    "slack.com",
                                    "windows.net")
                            .map(Hostname::parse))
            .sorted(Comparator.comparing(Hostname::value))
            .toList();

    @Override
    public Stream<Problem> check(Fleet fleet) {
        return ConnectionHostname.ofAll(fleet).flatMap(HostnameNotShared::check);
    }

    private static Stream<Problem> check(ConnectionHostname hostname) {
        Hostname name = hostname.name();
        if (hostname.connection().integration().isOfOneCustomer(name)) {
            return Stream.empty();
        }
        return SHARED.stream()
                .filter(shared -> name.isAtOrBelow(shared) || shared.isAtOrBelow(name))
                .map(shared -> new Problem(
                        hostname.at(),
                        ProblemCode.PL307,
                        "the hostname \"%s\" would hide names of \"%s\" that others share".formatted(name, shared),
                        "give the exact name of this customer's own service"));
    }
}
