package com.elementarydata.privatelink.observed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which ports and peers a rule of a security group is about. */
class GroupRuleTest {

    private static GroupRule of(String protocol, String source) {
        return new GroupRule(protocol, 440, 450, source);
    }

    @Test
    void a_rule_for_tcp_is_for_its_ports_alone() {
        assertThat(of("tcp", "10.0.1.0/24").isFor(440)).isTrue();
        assertThat(of("tcp", "10.0.1.0/24").isFor(450)).isTrue();
        assertThat(of("tcp", "10.0.1.0/24").isFor(439)).isFalse();
        assertThat(of("tcp", "10.0.1.0/24").isFor(451)).isFalse();
    }

    @Test
    void a_rule_for_all_protocols_is_for_every_port_and_one_for_udp_for_none() {
        assertThat(of("-1", "10.0.1.0/24").isFor(0)).isTrue();
        assertThat(of("-1", "10.0.1.0/24").isFor(65_535)).isTrue();
        assertThat(of("udp", "10.0.1.0/24").isFor(443)).isFalse();
    }

    @Test
    void a_peer_is_a_block_or_a_group_or_a_prefix_list() {
        GroupRule block = of("tcp", "10.0.1.0/24");
        GroupRule group = of("tcp", "sg-0a1b2c3d4e5f60718");
        GroupRule list = of("tcp", "pl-0a1b2c3d4e5f60718");

        assertThat(block.block()).isPresent();
        assertThat(block.isOfGroup() || block.isOfPrefixList()).isFalse();
        assertThat(group.block()).isEmpty();
        assertThat(group.isOfGroup()).isTrue();
        assertThat(group.isOfPrefixList()).isFalse();
        assertThat(list.block()).isEmpty();
        assertThat(list.isOfGroup()).isFalse();
        assertThat(list.isOfPrefixList()).isTrue();
    }
}
