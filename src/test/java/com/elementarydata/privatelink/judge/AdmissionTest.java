package com.elementarydata.privatelink.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.observed.GroupRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static Admission of(String... sources) {
        return new Admission(List.of(sources).stream()
                .map(source -> new GroupRule("tcp", 443, 443, source))
                .toList());
    }

    @Test
    void depends_on_a_group_only_where_one_is_admitted() {
        assertThat(of("10.0.1.0/24", "sg-0a1b2c3d4e5f60718").dependsOnGroup()).isTrue();
        assertThat(of("10.0.1.0/24", "pl-0a1b2c3d4e5f60718").dependsOnGroup()).isFalse();
    }

    @Test
    void depends_on_a_prefix_list_only_where_one_is_admitted() {
        assertThat(of("10.0.1.0/24", "pl-0a1b2c3d4e5f60718").dependsOnPrefixList())
                .isTrue();
        assertThat(of("10.0.1.0/24", "sg-0a1b2c3d4e5f60718").dependsOnPrefixList())
                .isFalse();
    }
}
