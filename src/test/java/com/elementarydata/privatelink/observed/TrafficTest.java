package com.elementarydata.privatelink.observed;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.observed.Traffic.Block;
import com.elementarydata.privatelink.observed.Traffic.Bounds;
import com.elementarydata.privatelink.observed.Traffic.Packet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Blocks as numbers, and the packets that stand for all others. */
class TrafficTest {

    private static final Block CLIENTS = Block.of("10.0.1.0/24");
    private static final long FIRST = 0x0A00_0100L;
    private static final long LAST = 0x0A00_01FFL;

    @Test
    void a_block_is_from_its_first_address_to_its_last_one() {
        assertThat(CLIENTS).isEqualTo(new Block(FIRST, LAST));
        assertThat(Block.of("255.255.255.255/32")).isEqualTo(new Block(0xFFFF_FFFFL, 0xFFFF_FFFFL));
        assertThat(Block.of("0.0.0.0/0")).isEqualTo(new Block(0, 0xFFFF_FFFFL));
    }

    @Test
    void a_block_contains_both_of_its_ends_and_nothing_beyond() {
        assertThat(CLIENTS.contains(FIRST)).isTrue();
        assertThat(CLIENTS.contains(LAST)).isTrue();
        assertThat(CLIENTS.contains(FIRST - 1)).isFalse();
        assertThat(CLIENTS.contains(LAST + 1)).isFalse();
    }

    @Test
    void what_is_written_otherwise_is_no_block() {
        assertThat(Block.ofIpv4("10.0.1.0/24")).hasValue(CLIENTS);
        assertThat(Block.ofIpv4("sg-0a1b2c3d4e5f60718")).isEmpty();
        assertThat(Block.ofIpv4("2001:db8::/32")).isEmpty();
    }

    @Test
    void rules_hold_for_packets_within_both_of_their_bounds() {
        Bounds bounds = new Bounds(CLIENTS, 440, 450);

        assertThat(bounds.hold(new Packet(FIRST, 440))).isTrue();
        assertThat(bounds.hold(new Packet(FIRST, 450))).isTrue();
        assertThat(bounds.hold(new Packet(FIRST, 439))).isFalse();
        assertThat(bounds.hold(new Packet(FIRST, 451))).isFalse();
        assertThat(bounds.hold(new Packet(LAST + 1, 443))).isFalse();
    }

    @Test
    void packets_stand_at_the_start_of_what_a_rule_has_and_right_after_its_end() {
        Bounds middle = new Bounds(Block.of("10.0.1.64/26"), 1030, 1040);

        assertThat(new Traffic(CLIENTS, 1024, 65_535).packets(List.of(middle)))
                .containsExactlyInAnyOrder(
                        new Packet(FIRST, 1024),
                        new Packet(FIRST, 1030),
                        new Packet(FIRST, 1041),
                        new Packet(FIRST + 64, 1024),
                        new Packet(FIRST + 64, 1030),
                        new Packet(FIRST + 64, 1041),
                        new Packet(FIRST + 128, 1024),
                        new Packet(FIRST + 128, 1030),
                        new Packet(FIRST + 128, 1041));
    }

    @Test
    void a_rule_about_the_last_address_and_the_last_port_alone_has_a_packet_of_its_own() {
        Bounds last = new Bounds(Block.of("10.0.1.255/32"), 450, 450);

        assertThat(new Traffic(CLIENTS, 440, 450).packets(List.of(last)))
                .containsExactlyInAnyOrder(
                        new Packet(FIRST, 440), new Packet(FIRST, 450), new Packet(LAST, 440), new Packet(LAST, 450));
    }

    @Test
    void rules_about_something_else_add_no_packets() {
        Bounds elsewhere = new Bounds(Block.of("10.9.0.0/16"), 22, 22);

        assertThat(Traffic.to("10.0.1.0/24", 443).packets(List.of(elsewhere))).containsExactly(new Packet(FIRST, 443));
    }
}
