package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.cli.render.Screen;
import com.elementarydata.privatelink.operation.status.ConnectionSituation;
import com.elementarydata.privatelink.operation.status.ConnectionStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StatusScreenTest {

    private static final Instant START = ConnectionSituation.CREATED.plus(Duration.ofHours(3));
    private static final ConnectionStatus WAITING =
            new ConnectionSituation().endpoint("pendingAcceptance").status();
    private static final ConnectionStatus PENDING =
            new ConnectionSituation().endpoint("pending").status();

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private Instant now = START;

    private StatusScreen screen(boolean terminal, int width) {
        return new StatusScreen(
                new PrintStream(written, true, StandardCharsets.UTF_8), terminal, Screen.plain(width), () -> now);
    }

    /** What a terminal shows after all that was written: lines, the cursor up, and nothing from there on. */
    private List<String> shown() {
        List<String> lines = new ArrayList<>();
        Pattern moves = Pattern.compile("\\e\\[(\\d+)A\\r\\e\\[J|([^\\e\\n]*)\\n");
        for (MatchResult part : moves.matcher(written.toString(StandardCharsets.UTF_8))
                .results()
                .toList()) {
            if (part.group(1) == null) {
                lines.add(part.group(2));
            } else {
                lines.subList(lines.size() - Integer.parseInt(part.group(1)), lines.size())
                        .clear();
            }
        }
        return lines;
    }

    @Test
    void whoever_is_waited_for_is_shown_with_a_clock_that_runs() {
        try (StatusScreen screen = screen(true, 80)) {
            screen.found(List.of(WAITING));
            screen.waited(Duration.ofSeconds(59), Duration.ofSeconds(15));
            screen.waited(Duration.ofSeconds(60), Duration.ofSeconds(14));

            assertThat(String.join("\n", shown())).isEqualTo("""
                    +------------+-------------------+-------+--------+----------+
                    | CONNECTION | STATE             | SINCE | DNS    | TURN     |
                    +------------+-------------------+-------+--------+----------+
                    | acme/git   | pendingAcceptance | 3 h   | active | customer |
                    +------------+-------------------+-------+--------+----------+
                    0 of 1 available; watched for 0:01:00, the next look in 14 s; Ctrl-C ends it""");
        }
        assertThat(shown()).isEmpty();
    }

    @Test
    void a_state_that_changed_meanwhile_lasts_since_then() {
        try (StatusScreen screen = screen(true, 80)) {
            screen.found(List.of(WAITING));
            now = START.plusSeconds(600);
            screen.found(List.of(PENDING));
            now = START.plusSeconds(780);
            screen.waited(Duration.ofSeconds(780), Duration.ofSeconds(1));

            assertThat(shown()).anyMatch(line -> line.matches(".* pending +\\| 3 min .*"));
        }
    }

    @Test
    void many_do_not_leave_the_screen_and_no_line_is_wider() {
        try (StatusScreen screen = screen(true, 60)) {
            screen.found(Collections.nCopies(100, WAITING));
            screen.waited(Duration.ofHours(2), Duration.ofSeconds(3));

            assertThat(shown())
                    .contains("and 85 more")
                    .hasSizeLessThan(24)
                    .allSatisfy(line -> assertThat(line).hasSizeLessThan(60));
        }
    }

    @Test
    void nothing_is_drawn_where_there_is_no_terminal() {
        try (StatusScreen screen = screen(false, 80)) {
            screen.found(List.of(WAITING));
            screen.waited(Duration.ofSeconds(1), Duration.ofSeconds(14));
        }
        assertThat(written.size()).isZero();
    }
}
