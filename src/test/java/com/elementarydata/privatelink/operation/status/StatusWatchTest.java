package com.elementarydata.privatelink.operation.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
    private final List<Duration> waits = new ArrayList<>();

    private List<ConnectionStatus> watch(List<List<ConnectionStatus>> looks) throws InterruptedException {
        Deque<List<ConnectionStatus>> left = new ArrayDeque<>(looks);
        return watch(left::removeFirst, Optional.empty());
    }

    private List<ConnectionStatus> watch(Supplier<List<ConnectionStatus>> look, Optional<Duration> limit)
            throws InterruptedException {
        StatusWatch.Listener listener = new StatusWatch.Listener() {
            @Override
            public void found(List<ConnectionStatus> statuses) {
                heard.add(statuses.stream()
                        .map(status -> status.state().toString())
                        .collect(Collectors.joining(", ")));
            }

            @Override
            public void waited(Duration all, Duration left) {
                waits.add(left);
            }
        };
        return new StatusWatch(look, Duration.ofMillis(2), limit, listener).untilSettled();
    }

    @Test
    void connections_that_only_need_time_are_looked_at_again() throws Exception {
        assertThat(watch(List.of(
                        List.of(AVAILABLE, PENDING, WAITING),
                        List.of(AVAILABLE, AVAILABLE, WAITING),
                        List.of(AVAILABLE, AVAILABLE, AVAILABLE))))
                .containsExactly(AVAILABLE, AVAILABLE, AVAILABLE);
        assertThat(heard)
                .containsExactly("available, pending, pending-acceptance", "available, available, pending-acceptance");
        assertThat(waits).hasSizeGreaterThanOrEqualTo(2).allMatch(left -> left.toMillis() <= 2);
    }

    @Test
    void it_ends_when_the_time_is_over() throws Exception {
        assertThat(watch(() -> List.of(WAITING), Optional.of(Duration.ofMillis(20))))
                .containsExactly(WAITING);
        assertThat(heard).isNotEmpty();
    }

    @Test
    void names_that_may_not_be_read_do_not_end_the_wait_for_an_endpoint() throws Exception {
        ConnectionStatus pending =
                new ConnectionSituation().endpoint("pending").withoutRecords().status();

        assertThat(pending.isRead()).isFalse();
        assertThat(watch(List.of(List.of(pending), List.of(AVAILABLE)))).containsExactly(AVAILABLE);
    }

    @Test
    void what_waiting_never_fixes_is_not_waited_for() throws Exception {
        ConnectionStatus unread = ConnectionStatus.notRead(AVAILABLE.stacks(), AVAILABLE.names(), "denied");
        ConnectionStatus unreadPending = ConnectionStatus.notRead(PENDING.stacks(), PENDING.names(), "denied");

        assertThat(watch(List.of(List.of(REJECTED, unread, unreadPending)))).hasSize(3);
        assertThat(heard).isEmpty();
    }
}
