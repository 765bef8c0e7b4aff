package com.elementarydata.privatelink.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.judge.Egress.Answer;
import com.elementarydata.privatelink.observed.GroupRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EgressTest {

    private static Egress of(String... destinations) {
        return new Egress(Stream.of(destinations)
                .map(destination -> new GroupRule("tcp", 5432, 5432, destination))
                .toList());
    }

    @Test
    void allows_an_address_in_a_block_on_its_port() {
        assertThat(of("10.1.0.0/16").to("10.1.2.3", 5432)).isEqualTo(Answer.ALLOWED);
        assertThat(of("10.1.0.0/16").to("10.1.2.3", 5433)).isEqualTo(Answer.REFUSED);
        assertThat(of("10.1.0.0/16").to("10.2.2.3", 5432)).isEqualTo(Answer.REFUSED);
    }

    @Test
    void takes_any_block_for_that_of_an_instance() {
        assertThat(of("10.1.0.0/16").to("i-0a1b2c3d4e5f60718", 5432)).isEqualTo(Answer.ALLOWED);
    }

    @Test
    void is_uncertain_about_groups() {
        assertThat(of("sg-0a1b2c3d4e5f60718").to("10.1.2.3", 5432)).isEqualTo(Answer.UNCERTAIN);
        assertThat(of("2001:db8::/32").to("10.1.2.3", 5432)).isEqualTo(Answer.REFUSED);
    }
}
