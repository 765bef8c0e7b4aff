package com.elementarydata.privatelink.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @ParameterizedTest
    @ValueSource(strings = {"10.0.1.0/24", "0.0.0.0/0", "255.255.255.255/32", "10.64.0.0/10"})
    void keeps_a_block_in_strict_form_as_it_was_written(String text) {
        assertThat(Cidr.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.1.x, write 10.0.1.0/24",
        "10.0.1.*, write 10.0.1.0/24",
        "010.0.01.x, write 10.0.1.0/24",
        "10.0.999.x, write it as in 10.0.1.0/24",
        "010.0.1.0/24, write 10.0.1.0/24",
        "10.0.1.5/24, write 10.0.1.0/24",
        "10.0.1.0/024, write 10.0.1.0/24",
        "10.0.1.0, 'append the prefix length, as in 10.0.1.0/32 for this one address'",
        "fd00::/8, 'only IPv4 is supported, as in 10.0.1.0/24'",
        "10.0.1/24, write it as in 10.0.1.0/24",
        "10.0.1.0/33, write it as in 10.0.1.0/24",
        "10.0.1.0/255.255.255.0, write it as in 10.0.1.0/24",
        "10.0.1-2.0/24, write it as in 10.0.1.0/24",
        "0x0a.0.1.0/24, write it as in 10.0.1.0/24",
        "10.0.1.0/2999999999999999999999990, write it as in 10.0.1.0/24",
        "'10.0.1.0/24 ', write 10.0.1.0/24",
        "'', write it as in 10.0.1.0/24",
    })
    void fails_with_the_corrected_form(String text, String remedy) {
        assertThatThrownBy(() -> Cidr.parse(text)).isInstanceOfSatisfying(InvalidValueException.class, refused -> {
            assertThat(refused.what()).contains("\"" + text + "\"");
            assertThat(refused.remedy()).isEqualTo(remedy);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1/32", "010.0.0.1", "10.0.0.1\t", "10.0.0", "10.0.0.256", "", "::1"})
    void fails_to_take_anything_but_four_octets_for_an_address(String text) {
        assertThatThrownBy(() -> Cidr.ofAddress(text)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void takes_an_address_for_the_block_of_that_one_address() {
        assertThat(Cidr.ofAddress("10.1.2.3")).isEqualTo(Cidr.parse("10.1.2.3/32"));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/16, 10.0.1.0/24, true",
        "10.0.1.0/24, 10.0.0.0/16, true",
        "10.0.1.0/24, 10.0.2.0/24, false",
        "10.0.0.0/16, 10.1.0.0/16, false"
    })
    void overlaps_where_one_block_contains_the_other(String one, String other, boolean expected) {
        assertThat(Cidr.parse(one).overlaps(Cidr.parse(other))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3/32, true",
        "172.31.0.0/16, true",
        "172.32.0.0/16, false",
        "192.168.1.0/24, true",
        "100.64.0.1/32, true",
        "8.8.8.8/32, false",
        "10.0.0.0/7, false"
    })
    void knows_private_addresses(String block, boolean expected) {
        assertThat(Cidr.parse(block).isPrivate()).isEqualTo(expected);
    }

    @Test
    void divides_into_the_blocks_of_a_longer_prefix_in_order() {
        assertThat(Cidr.parse("10.64.0.0/20").subnets(23).map(Cidr::toString))
                .containsExactly(
                        "10.64.0.0/23",
                        "10.64.2.0/23",
                        "10.64.4.0/23",
                        "10.64.6.0/23",
                        "10.64.8.0/23",
                        "10.64.10.0/23",
                        "10.64.12.0/23",
                        "10.64.14.0/23");
    }

    @Test
    void differs_from_every_other_block_and_from_its_own_text() {
        assertThat(Cidr.parse("10.0.0.0/16"))
                .isNotEqualTo(Cidr.parse("10.0.0.0/17"))
                .isNotEqualTo(Cidr.parse("10.1.0.0/16"))
                .isNotEqualTo("10.0.0.0/16")
                .doesNotHaveSameHashCodeAs(Cidr.parse("10.1.0.0/16"));
    }

    @Test
    void sorts_by_address_rather_than_by_text() {
        assertThat(Cidr.parse("10.9.0.0/16")).isLessThan(Cidr.parse("10.10.0.0/16"));
        assertThat(Cidr.parse("10.9.0.0/16")).isLessThan(Cidr.parse("10.9.0.0/17"));
    }

    /** The text of the block of a prefix length that an address is in. */
    private static String text(long address, int prefix) {
        long network = address & (0xFFFFFFFFL << (32 - prefix));
        return "%d.%d.%d.%d/%d"
                .formatted(network >> 24, network >> 16 & 255, network >> 8 & 255, network & 255, prefix);
    }

    @Test
    void prints_every_block_as_it_was_read() {
        qt().forAll(longs().between(0, 0xFFFFFFFFL), integers().between(0, 32)).checkAssert((address, prefix) -> {
            String text = text(address, prefix);
            Cidr block = Cidr.parse(text);
            assertThat(block).hasToString(text).isEqualTo(Cidr.parse(text)).hasSameHashCodeAs(Cidr.parse(text));
            assertThat(block.prefixLength()).isEqualTo(prefix);
        });
    }

    @Test
    void the_remedy_for_an_address_with_a_prefix_length_is_the_block_it_is_in() {
        qt().forAll(longs().between(0, 0xFFFFFFFFL), integers().between(0, 31)).checkAssert((address, prefix) -> {
            String within = text(address | 1, 32).replace("/32", "/" + prefix);
            assertThatThrownBy(() -> Cidr.parse(within)).hasMessageEndingWith("; write " + text(address, prefix));
        });
    }

    @Test
    void takes_every_address_for_the_block_of_that_one_address() {
        qt().forAll(longs().between(0, 0xFFFFFFFFL)).checkAssert(address -> {
            String block = text(address, 32);
            assertThat(Cidr.ofAddress(block.replace("/32", ""))).isEqualTo(Cidr.parse(block));
        });
    }

    @Test
    void subnets_lie_within_their_block_and_do_not_overlap() {
        qt().forAll(longs().between(0, 0xFFFFFFFFL), integers().between(8, 28)).checkAssert((address, prefix) -> {
            Cidr block = Cidr.parse(text(address, prefix));
            var subnets = block.subnets(prefix + 3).toList();
            assertThat(subnets).hasSize(8).allMatch(block::contains).isSorted();
            for (int i = 1; i < subnets.size(); i++) {
                assertThat(subnets.get(i).overlaps(subnets.get(i - 1))).isFalse();
            }
        });
    }
}
