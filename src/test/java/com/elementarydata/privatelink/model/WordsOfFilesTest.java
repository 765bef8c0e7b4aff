package com.elementarydata.privatelink.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsOfFilesTest {

    @Test
    void are_those_that_messages_use_too() {
        assertThat(Stream.of(Connectivity.values()).map(Object::toString)).containsExactly("peered", "cross-region");
        assertThat(Stream.of(DnsState.values()).map(Object::toString))
                .containsExactly("active", "prepared", "external", "imported");
    }

    @Test
    void mean_the_default_where_they_are_absent() {
        assertThat(Connectivity.of("")).isEqualTo(Connectivity.PEERED);
        assertThat(Connectivity.of("cross-region")).isEqualTo(Connectivity.CROSS_REGION);
        assertThat(DnsState.of("")).isEqualTo(DnsState.ACTIVE);
        assertThat(DnsState.of("prepared")).isEqualTo(DnsState.PREPARED);
    }
}
