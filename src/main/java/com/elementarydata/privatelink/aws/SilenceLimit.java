package com.elementarydata.privatelink.aws;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Ends all calls once AWS has left them without any answer for some time. Each answer, a refusal too, begins the time anew;
 * what is spent between calls does not count.
 */
public final class SilenceLimit implements ExecutionInterceptor {

    private final Duration limit;
    private final LongSupplier nanoseconds;
    private final AtomicReference<@Nullable Long> waitingSince = new AtomicReference<>();

    /** AWS was silent for too long. It is a cause, as the SDK makes an exception of its own of all others. */
    static final class SilenceException extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    SilenceLimit(Duration limit) {
        this(limit, System::nanoTime);
    }

    SilenceLimit(Duration limit, LongSupplier nanoseconds) {
        this.limit = limit;
        this.nanoseconds = nanoseconds;
    }

    /** How long AWS may go on being silent. */
    Duration left() {
        Long since = waitingSince.get();
        Duration left = since == null ? limit : limit.minusNanos(nanoseconds.getAsLong() - since);
        return left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        if (left().isZero()) {
            throw SdkClientException.create("AWS is silent", new SilenceException());
        }
        waitingSince.compareAndSet(null, nanoseconds.getAsLong());
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        waitingSince.set(null);
    }
}
