package com.elementarydata.privatelink.cli;

/** What a verb ends with. Wrong usage, 2, is the command line library's own. */
final class ExitCode {

    static final int FINE = 0;
    static final int FINDINGS = 1;
    static final int AWS = 3;

    private ExitCode() {}

    static int of(boolean fine) {
        return fine ? FINE : FINDINGS;
    }
}
