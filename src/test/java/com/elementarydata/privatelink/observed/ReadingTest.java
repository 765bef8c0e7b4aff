package com.elementarydata.privatelink.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Answers, and refusals that stay ones. */
class ReadingTest {

    @Test
    void an_answer_is_there_and_what_is_made_of_it() {
        assertThat(Reading.of("vpc-1").get()).isEqualTo("vpc-1");
        assertThat(Reading.of("vpc-1").map(String::length)).isEqualTo(Reading.of(5));
        assertThat(Reading.of("vpc-1").isRefused()).isFalse();
    }

    @Test
    void a_refusal_stays_one_and_says_why() {
        Reading<Integer> refused =
                Reading.<String>refused("ec2:DescribeVpcs: denied").map(String::length);

        assertThat(refused.isRefused()).isTrue();
        assertThatThrownBy(refused::get).isInstanceOf(NotSeenException.class).hasMessage("ec2:DescribeVpcs: denied");
    }
}
