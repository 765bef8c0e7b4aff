package com.elementarydata.privatelink.e2e;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** The rules of security groups as words, one for each protocol, ports and block. */
final class Rules {

    /** What CDK writes for "nothing goes out", since an absent rule would let everything out. */
    static final String NOTHING = "icmp 252-86 255.255.255.255/32";

    private Rules() {}

    static List<String> in(SecurityGroup group) {
        return words(group.ipPermissions());
    }

    static List<String> out(SecurityGroup group) {
        return words(group.ipPermissionsEgress());
    }

    private static List<String> words(List<IpPermission> rules) {
        return rules.stream().flatMap(Rules::words).sorted().toList();
    }

    private static Stream<String> words(IpPermission rule) {
        String ports = "%s %s-%s ".formatted(rule.ipProtocol(), rule.fromPort(), rule.toPort());
        return Stream.of(
                        rule.ipRanges().stream().map(range -> ports + range.cidrIp()),
                        rule.ipv6Ranges().stream().map(range -> ports + range.cidrIpv6()),
                        rule.prefixListIds().stream().map(list -> ports + list.prefixListId()),
                        rule.userIdGroupPairs().stream().map(pair -> ports + pair.groupId()))
                .flatMap(words -> words);
    }
}
