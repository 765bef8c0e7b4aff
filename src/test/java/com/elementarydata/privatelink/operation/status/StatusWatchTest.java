package com.elementarydata.privatelink.operation.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long connections are watched, and what is heard meanwhile. */
class StatusWatchTest {

    private static final ConnectionStatus AVAILABLE = new ConnectionSituation().status();
    private static final ConnectionStatus PENDING =
            new ConnectionSituation().endpoint("pending").status();
    private static final ConnectionStatus REJECTED =
            new ConnectionSituation().endpoint("rejected").status();
    private static final ConnectionStatus WAITING =
            new ConnectionSituation().endpoint("pendingAcceptance").status();

    private final List<String> heard = new ArrayList<>();

    private List<ConnectionStatus> watch(List<List<ConnectionStatus>> looks) throws InterruptedException {
        Deque<List<ConnectionStatus>> left = new ArrayDeque<>(looks);
        return new StatusWatch(
                        left::removeFirst,
                        Duration.ofMillis(1),
                        (available, all, waiting) -> heard.add("%d of %d, %s".formatted(available, all, waiting)))
                .untilSettled();
    }

    @Test
    void connections_that_only_need_time_are_looked_at_again() throws Exception {
        assertThat(watch(List.of(
                        List.of(AVAILABLE, PENDING, WAITING),
                        List.of(AVAILABLE, AVAILABLE, WAITING),
                        List.of(AVAILABLE, AVAILABLE, AVAILABLE))))
                .containsExactly(AVAILABLE, AVAILABLE, AVAILABLE);
        assertThat(heard).containsExactly("1 of 3, 1 pending-acceptance, 1 pending", "2 of 3, 1 pending-acceptance");
    }

    @Test
    void what_waiting_never_fixes_is_not_waited_for() throws Exception {
        ConnectionStatus unread = ConnectionStatus.notRead(AVAILABLE.stacks(), AVAILABLE.names(), "denied");
        ConnectionStatus unreadPending = ConnectionStatus.notRead(PENDING.stacks(), PENDING.names(), "denied");

        assertThat(watch(List.of(List.of(REJECTED, unread, unreadPending)))).hasSize(3);
        assertThat(heard).isEmpty();
    }
}
