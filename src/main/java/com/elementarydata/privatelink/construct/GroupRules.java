package com.elementarydata.privatelink.construct;

import com.elementarydata.privatelink.net.PortRange;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.ec2.IPeer;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.constructs.Construct;

/** The rules of a security group: adjacent ports are in one, since AWS counts rules. */
final class GroupRules {

    /**
     * The default quota, of inbound and of outbound rules each.
     *
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-security-groups">Security
     *     groups</a>
     */
    private static final int QUOTA = 60;

    private final SecurityGroup group;
    private final Map<String, Set<Integer>> outbound = new LinkedHashMap<>();
    private int inbound;

    GroupRules(SecurityGroup group) {
        this.group = group;
    }

    /** Admits every client on every port. */
    void admit(List<String> clients, Collection<Integer> ports) {
        PortRange.merge(ports)
                .forEach(range -> clients.forEach(client -> {
                    group.addIngressRule(peer(client), port(range));
                    inbound++;
                }));
    }

    /** Admits the clients' messages "destination unreachable: fragmentation needed". */
    void admitPathMtuIcmp(List<String> clients) {
        clients.forEach(client -> {
            group.addIngressRule(peer(client), Port.icmpTypeAndCode(3, 4), "path MTU discovery");
            inbound++;
        });
    }

    /** Lets out what is for the ports of a target. */
    void reach(String cidr, Collection<Integer> ports) {
        outbound.computeIfAbsent(cidr, any -> new LinkedHashSet<>()).addAll(ports);
    }

    /** Adds the outbound rules, and warns where there are more rules than AWS takes. */
    void complete(Construct scope) {
        outbound.forEach((cidr, ports) -> PortRange.merge(ports)
                .forEach(range -> group.addEgressRule(peer(cidr), port(range), "to the targets")));
        warn(scope, "inbound", inbound);
        warn(
                scope,
                "outbound",
                outbound.values().stream()
                        .mapToInt(ports -> PortRange.merge(ports).size())
                        .sum());
    }

    /** Warns of more rules of one direction than AWS takes. */
    static void warn(Construct scope, String direction, int count) {
        if (count > QUOTA) {
            Warnings.add(
                    scope,
                    "rulesPerSecurityGroup",
                    ("the security group needs %d %s rules, more than the default quota of %d; have AWS raise it, or "
                                    + "choose adjacent ports, which share a rule, or fewer")
                            .formatted(count, direction, QUOTA));
        }
    }

    static Port port(PortRange range) {
        return range.first() == range.last() ? Port.tcp(range.first()) : Port.tcpRange(range.first(), range.last());
    }

    /** CDK takes only addresses and tokens. */
    private static IPeer peer(String cidr) {
        return Peer.ipv4(StandIn.isIn(cidr) ? Fn.join("", List.of(cidr)) : cidr);
    }
}
