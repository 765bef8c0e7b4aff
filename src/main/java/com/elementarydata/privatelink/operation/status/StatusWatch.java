package com.elementarydata.privatelink.operation.status;

import com.elementarydata.privatelink.model.Words;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Checks repeatedly until no connection is left that only needs time.
 *
 * @param look asks AWS
 * @param interval how long to wait before the next look
 * @param listener hears how far it is
 */
public record StatusWatch(Supplier<List<ConnectionStatus>> look, Duration interval, Listener listener) {

    /** Hears how many connections of all are available, and what the others wait for. */
    public interface Listener {
        void hear(long available, long all, String waiting);
    }

    /** The statuses at the end: every connection is available then, or broken. */
    public List<ConnectionStatus> untilSettled() throws InterruptedException {
        List<ConnectionStatus> statuses = look.get();
        while (!statuses.stream().allMatch(StatusWatch::isSettled)) {
            listener.hear(
                    statuses.stream().filter(ConnectionStatus::isAvailable).count(),
                    statuses.size(),
                    waiting(statuses));
            Thread.sleep(interval.toMillis());
            statuses = look.get();
        }
        return statuses;
    }

    private static boolean isSettled(ConnectionStatus status) {
        return status.isAvailable() || !status.isRead() || status.state().isBroken();
    }

    private static String waiting(List<ConnectionStatus> statuses) {
        Stream<ConnectionStatus> unsettled = statuses.stream().filter(status -> !isSettled(status));
        return Words.counts(unsettled.map(ConnectionStatus::state), Comparator.naturalOrder());
    }
}
