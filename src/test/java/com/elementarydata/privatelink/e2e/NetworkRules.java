package com.elementarydata.privatelink.e2e;

import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Port;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;
import software.amazon.awssdk.services.ec2.model.PortRange;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RuleAction;
import software.amazon.awssdk.services.ec2.model.Subnet;

/** How AWS applies route tables, network ACLs and security groups. */
final class NetworkRules {

    private static final String ALL = "-1";
    private static final String TCP = "tcp";
    private static final String TCP_NUMBER = "6";
    /** Where clients' own ports come from; Linux, Windows and load balancers stay within these. */
    private static final int FIRST_EPHEMERAL = 1024;

    private static final int LAST_EPHEMERAL = 65535;

    private NetworkRules() {}

    /** The route that a subnet's packets take: the longest prefix wins, whatever it leads to. */
    static Optional<Route> route(RegionView region, Subnet subnet, Cidr destination) {
        return region.routeTables().stream()
                .filter(table -> table.associations().stream()
                        .anyMatch(association -> subnet.subnetId().equals(association.subnetId())))
                .findFirst()
                .or(() -> region.routeTables().stream()
                        .filter(table -> subnet.vpcId().equals(table.vpcId())
                                && table.associations().stream()
                                        .anyMatch(association -> Boolean.TRUE.equals(association.main())))
                        .findFirst())
                .stream()
                .flatMap(table -> table.routes().stream())
                .filter(route -> route.destinationCidrBlock() != null
                        && Cidr.parse(route.destinationCidrBlock()).contains(destination))
                .max(Comparator.comparingInt(
                        route -> Cidr.parse(route.destinationCidrBlock()).prefixLength()));
    }

    /** Whether the rules of a security group let all of a block through on a port. */
    static boolean admit(List<IpPermission> rules, Cidr block, Port port) {
        return rules.stream()
                .filter(rule -> rule.ipProtocol().equals(ALL)
                        || (rule.ipProtocol().equals(TCP)
                                && rule.fromPort() <= port.number()
                                && port.number() <= rule.toPort()))
                .flatMap(rule -> rule.ipRanges().stream())
                .anyMatch(range -> Cidr.parse(range.cidrIp()).contains(block));
    }

    /** Whether a subnet's network ACL lets a request through, and its answer back. */
    static boolean pass(RegionView region, Subnet subnet, Cidr other, Port port, boolean clientSide) {
        return passes(region, subnet, other, port.number(), port.number(), clientSide)
                && passes(region, subnet, other, FIRST_EPHEMERAL, LAST_EPHEMERAL, !clientSide);
    }

    private static boolean passes(
            RegionView region, Subnet subnet, Cidr other, int firstPort, int lastPort, boolean outbound) {
        // a network ACL judges by the first entry that matches; one that matches some of the ports may refuse those
        for (NetworkAclEntry entry : entries(region, subnet, outbound)) {
            if (!isAbout(entry, other)) {
                continue;
            }
            PortRange ports = entry.portRange();
            boolean every = ports == null || (ports.from() <= firstPort && lastPort <= ports.to());
            boolean some = ports == null || (ports.from() <= lastPort && firstPort <= ports.to());
            if (entry.ruleAction() == RuleAction.DENY && some) {
                return false;
            }
            if (entry.ruleAction() == RuleAction.ALLOW && every) {
                return true;
            }
        }
        return false;
    }

    private static List<NetworkAclEntry> entries(RegionView region, Subnet subnet, boolean outbound) {
        return region.networkAcls().stream()
                .filter(acl -> acl.associations().stream()
                        .anyMatch(association -> association.subnetId().equals(subnet.subnetId())))
                .flatMap(acl -> acl.entries().stream())
                .filter(entry -> entry.egress() == outbound)
                .sorted(Comparator.comparing(NetworkAclEntry::ruleNumber))
                .toList();
    }

    private static boolean isAbout(NetworkAclEntry entry, Cidr other) {
        boolean protocol = entry.protocol().equals(ALL) || entry.protocol().equals(TCP_NUMBER);
        return protocol
                && entry.cidrBlock() != null
                && Cidr.parse(entry.cidrBlock()).overlaps(other);
    }
}
