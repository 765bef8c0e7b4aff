package com.elementarydata.privatelink.operation.status;

import com.elementarydata.privatelink.judge.ConnectionState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Checks repeatedly until no connection is left that only needs time.
 *
 * @param look asks AWS
 * @param interval how long to wait before the next look
 * @param limit how long to go on; empty for as long as it takes
 * @param listener hears how far it is
 */
public record StatusWatch(
        Supplier<List<ConnectionStatus>> look, Duration interval, Optional<Duration> limit, Listener listener) {

    private static final Duration TICK = Duration.ofSeconds(1);

    /** Hears what was found, and how the time passes. */
    public interface Listener {

        /** What was found while some connection only needs time. */
        void found(List<ConnectionStatus> statuses);

        /** How long it has been watched, and how long it is until the next look. */
        void waited(Duration all, Duration left);
    }

    /** The statuses at the end: every connection is available then, or broken, or the time is over. */
    public List<ConnectionStatus> untilSettled() throws InterruptedException {
        long start = System.nanoTime();
        List<ConnectionStatus> statuses = look.get();
        while (!statuses.stream().allMatch(StatusWatch::isSettled) && !isOver(start)) {
            listener.found(statuses);
            pause(start);
            statuses = look.get();
        }
        return statuses;
    }

    private boolean isOver(long start) {
        return limit.filter(longest -> since(start).compareTo(longest) >= 0).isPresent();
    }

    private void pause(long start) throws InterruptedException {
        long pause = System.nanoTime();
        Duration left = interval;
        while (!left.isNegative() && !left.isZero() && !isOver(start)) {
            listener.waited(since(start), left);
            Thread.sleep(Math.min(TICK.toMillis(), Math.max(1, left.toMillis())));
            left = interval.minus(since(pause));
        }
    }

    private static Duration since(long moment) {
        return Duration.ofNanos(System.nanoTime() - moment);
    }

    /** Whether waiting alone changes nothing. */
    public static boolean isSettled(ConnectionStatus status) {
        return status.isAvailable()
                || status.state() == ConnectionState.NOT_READ
                || status.state().isBroken();
    }
}
