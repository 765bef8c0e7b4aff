package com.elementarydata.privatelink.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** Which ports a group admits one by one. */
class GroupPortsTest {

    private static IpPermission rule(String protocol, int from, int to) {
        return IpPermission.builder()
                .ipProtocol(protocol)
                .fromPort(from)
                .toPort(to)
                .build();
    }

    private static List<Integer> ports(IpPermission... rules) {
        return GroupPorts.of(SecurityGroup.builder().ipPermissions(rules).build());
    }

    @Test
    void single_ports_of_tcp_are_listed_once_each_and_ascending() {
        assertThat(ports(rule("tcp", 443, 443), rule("6", 22, 22), rule("tcp", 443, 443), rule("udp", 53, 53)))
                .containsExactly(22, 443);
    }

    @Test
    void a_range_or_everything_says_nothing_of_ports() {
        assertThat(ports(rule("tcp", 443, 443), rule("tcp", 8000, 8080))).isEmpty();
        assertThat(ports(
                        rule("tcp", 443, 443),
                        IpPermission.builder().ipProtocol("-1").build()))
                .isEmpty();
    }
}
