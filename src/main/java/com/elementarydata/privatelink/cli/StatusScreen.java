package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.cli.render.Screen;
import com.elementarydata.privatelink.cli.render.StatusTable;
import com.elementarydata.privatelink.cli.render.Wrapped;
import com.elementarydata.privatelink.judge.ConnectionState;
import com.elementarydata.privatelink.operation.status.ConnectionStatus;
import com.elementarydata.privatelink.operation.status.StatusWatch;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Help.Ansi;

/** What a watch looks like on a terminal: who is waited for and since when, and a clock; elsewhere nothing. */
final class StatusScreen implements StatusWatch.Listener, AutoCloseable {

    private static final int MOST_ROWS = 15;

    private final PrintStream terminal;
    private final boolean drawing;
    private final Screen screen;
    private final Supplier<Instant> clock;
    private final Map<String, ConnectionState> before = new HashMap<>();
    private final Map<String, Instant> changed = new HashMap<>();
    private List<ConnectionStatus> statuses = List.of();
    private int drawn;

    /**
     * A screen.
     *
     * @param terminal where it is drawn
     * @param drawing whether that is a terminal
     * @param screen its size and colours
     * @param clock says what time it is
     */
    StatusScreen(PrintStream terminal, boolean drawing, Screen screen, Supplier<Instant> clock) {
        this.terminal = terminal;
        this.drawing = drawing;
        // a line as wide as the terminal would break, and then be one too many to go up
        this.screen = screen.without(1);
        this.clock = clock;
    }

    static StatusScreen ofTheTerminal(Ansi colours) {
        return new StatusScreen(System.err, Terminal.isThere(), new Screen(Terminal.width(), colours), Instant::now);
    }

    @Override
    public void found(List<ConnectionStatus> found) {
        statuses = List.copyOf(found);
        for (ConnectionStatus status : found) {
            String name = status.stacks().path().name();
            ConnectionState last = before.put(name, status.state());
            if (last != null && last != status.state()) {
                changed.put(name, clock.get());
            }
        }
    }

    @Override
    public void waited(Duration all, Duration left) {
        if (drawing) {
            draw(lines(all, left));
        }
    }

    private List<String> lines(Duration all, Duration left) {
        List<ConnectionStatus> waiting = statuses.stream()
                .filter(status -> !StatusWatch.isSettled(status))
                .toList();
        List<String> lines = new ArrayList<>(
                new StatusTable(waiting.stream().limit(MOST_ROWS).toList(), clock.get(), screen, changed).lines());
        if (waiting.size() > MOST_ROWS) {
            lines.add("and %d more".formatted(waiting.size() - MOST_ROWS));
        }
        String clockLine = "%d of %d available; watched for %s, the next look in %d s; Ctrl-C ends it"
                .formatted(
                        statuses.stream().filter(ConnectionStatus::isAvailable).count(),
                        statuses.size(),
                        clockFace(all),
                        Math.max(1, left.plusMillis(500).toSeconds()));
        lines.addAll(Wrapped.words(clockLine, screen.width()));
        return lines;
    }

    private static String clockFace(Duration time) {
        return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    /** Over what was drawn before. */
    private void draw(List<String> lines) {
        StringBuilder text = new StringBuilder(erasure());
        lines.forEach(line -> text.append(line).append('\n'));
        terminal.print(text);
        terminal.flush();
        drawn = lines.size();
    }

    /** Up to the first line that was drawn, and nothing from there on. */
    private String erasure() {
        return drawn == 0 ? "" : "\u001b[%dA\r\u001b[J".formatted(drawn);
    }

    @Override
    public void close() {
        terminal.print(erasure());
        terminal.flush();
        drawn = 0;
    }
}
