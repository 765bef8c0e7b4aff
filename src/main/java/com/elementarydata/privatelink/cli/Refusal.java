package com.elementarydata.privatelink.cli;

import java.util.List;

/** Ends a verb before it has done anything, in words. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;
    private final int exitCode;

    Refusal(List<String> lines, int exitCode) {
        super(String.join("; ", lines), null, false, false);
        this.lines = lines;
        this.exitCode = exitCode;
    }

    static Refusal of(String line) {
        return new Refusal(List.of(line), ExitCode.FINDINGS);
    }

    /** A line for each thing that is wrong. */
    List<String> lines() {
        return lines;
    }

    int exitCode() {
        return exitCode;
    }
}
