package com.elementarydata.privatelink.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;

/**
 * What a verb is doing, for whoever waits: on a terminal one line, which is redrawn and at last wiped off, elsewhere a line a
 * step.
 */
final class Activity implements Consumer<String>, AutoCloseable {

    private final PrintWriter err;
    private int shown;

    Activity(PrintWriter err) {
        this.err = err;
    }

    /** Begins the next step, which is said in words that fit any terminal. */
    @Override
    public void accept(String step) {
        if (Terminal.isThere()) {
            redraw(step + " ...");
        } else {
            err.println(step);
        }
        err.flush();
    }

    /** Says something else, which stays. */
    void say(String line) {
        close();
        err.println(line);
        err.flush();
    }

    private void redraw(String line) {
        err.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
        shown = line.length();
    }

    @Override
    public void close() {
        if (shown > 0) {
            redraw("");
            err.print("\r");
            err.flush();
            shown = 0;
        }
    }
}
