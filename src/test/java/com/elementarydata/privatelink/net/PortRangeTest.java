package com.elementarydata.privatelink.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortRangeTest {

    @Test
    void adjacent_ports_are_one_range_wherever_they_were_given() {
        assertThat(PortRange.merge(List.of(9094, 443, 9092, 9093)))
                .containsExactly(new PortRange(9092, 9094), port(443));
    }

    @Test
    void a_gap_and_what_is_given_twice_are_kept_apart() {
        assertThat(PortRange.merge(List.of(443, 22, 445, 22))).containsExactly(port(443), port(22), port(445));
        assertThat(PortRange.merge(List.of())).isEmpty();
    }

    @Test
    void all_ports_are_one_range() {
        assertThat(PortRange.merge(IntStream.rangeClosed(1, 65_535).boxed().toList()))
                .containsExactly(new PortRange(1, 65_535));
    }

    private static PortRange port(int number) {
        return new PortRange(number, number);
    }
}
