package com.elementarydata.privatelink.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.InterceptorContext;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;

class SilenceLimitTest {

    private static final InterceptorContext CALL = InterceptorContext.builder()
            .request(GetCallerIdentityRequest.builder().build())
            .build();

    private final AtomicLong now = new AtomicLong(5);
    private final SilenceLimit limit = new SilenceLimit(Duration.ofSeconds(60), now::get);

    private void pass(int seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private void ask() {
        limit.beforeTransmission(CALL, new ExecutionAttributes());
    }

    private void answer() {
        limit.afterTransmission(CALL, new ExecutionAttributes());
    }

    @Test
    void time_between_calls_does_not_count() {
        ask();
        pass(59);
        answer();
        pass(600);

        assertThat(limit.left()).hasSeconds(60);
    }

    @Test
    void calls_without_an_answer_use_it_up_together() {
        ask();
        pass(40);
        ask();
        pass(19);

        assertThat(limit.left()).hasSeconds(1);
    }

    @Test
    void no_call_is_made_once_it_is_over() {
        ask();
        pass(60);

        assertThat(limit.left()).isZero();
        assertThatThrownBy(this::ask).isInstanceOf(SdkClientException.class).hasCauseInstanceOf(RuntimeException.class);
    }

    @Test
    void an_answer_to_any_call_begins_it_anew() {
        ask();
        pass(59);
        ask();
        answer();
        ask();
        pass(2);

        assertThat(limit.left()).hasSeconds(58);
    }
}
