package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.model.Refusal;
import java.util.List;
import picocli.CommandLine;

/** The exit codes of verbs. */
final class ExitCode {

    static final int FINE = 0;
    static final int FINDINGS = 1;
    static final int USAGE = CommandLine.ExitCode.USAGE;
    /** Of a plan with {@value #DETAILED} that changes something; told apart from wrong usage until the program ends. */
    static final int CHANGES = -2;

    static final String DETAILED = "--detailed-exitcode";

    static final int AWS = 3;

    private ExitCode() {}

    /** What the program ends with: 2 means changes where that was asked for, and then nothing else. */
    static int ofProgram(int code, List<String> arguments) {
        if (code == CHANGES) {
            return USAGE;
        }
        return code == USAGE && arguments.contains(DETAILED) ? FINDINGS : code;
    }

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
