package com.elementarydata.privatelink.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Reads at once. */
class InParallelTest {

    @Test
    void each_key_is_read_once_and_the_results_are_in_order() {
        AtomicInteger reads = new AtomicInteger();

        assertThat(InParallel.forEach(List.of("b", "a", "b"), key -> key + reads.incrementAndGet())
                        .keySet())
                .containsExactly("a", "b");
        assertThat(reads).hasValue(2);
        assertThat(InParallel.forEach(List.<String>of(), key -> key)).isEmpty();
    }

    @Test
    void reads_do_not_wait_for_each_other() {
        CyclicBarrier together = new CyclicBarrier(2);

        assertThat(InParallel.forEach(List.of("a", "b"), key -> {
                    try {
                        together.await(10, TimeUnit.SECONDS);
                        return "met";
                    } catch (Exception alone) {
                        return "alone";
                    }
                }))
                .containsEntry("a", "met")
                .containsEntry("b", "met");
    }

    @Test
    void a_failure_is_thrown_as_it_is() {
        IllegalStateException failure = new IllegalStateException("no");

        assertThatThrownBy(() -> InParallel.forEach(List.of("a", "b"), key -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }
}
