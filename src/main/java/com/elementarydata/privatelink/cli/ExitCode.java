package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.model.Refusal;
import picocli.CommandLine;

/** The exit codes of verbs. */
final class ExitCode {

    static final int FINE = 0;
    static final int FINDINGS = 1;
    static final int USAGE = CommandLine.ExitCode.USAGE;
    static final int AWS = 3;

    private ExitCode() {}

    static int of(Refusal.Kind kind) {
        return switch (kind) {
            case FINDINGS -> FINDINGS;
            case USAGE -> USAGE;
            case AWS -> AWS;
        };
    }

    static int of(boolean fine) {
        return fine ? FINE : FINDINGS;
    }

    /** What is wrong counts more than what could not be read. */
    static int of(boolean fine, boolean read) {
        return fine && !read ? AWS : of(fine);
    }
}
