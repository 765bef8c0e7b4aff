package com.elementarydata.privatelink.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;

/** Steps that take a while: each is named, with the seconds it took. */
public record Steps(PrintWriter err) {

    /** Work that may wait for another program. */
    public interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    public <T> T time(String name, Work<T> work) throws IOException, InterruptedException {
        long started = System.nanoTime();
        T result = work.run();
        Duration taken = Duration.ofNanos(System.nanoTime() - started);
        err.println("%-28s %6.1f s".formatted(name, taken.toMillis() / 1000.0));
        return result;
    }
}
