package com.elementarydata.privatelink.cli;

import java.io.InputStream;

/**
 * Standard input.
 *
 * @param stream what comes in
 * @param terminal whether a person types it, and sees what is asked
 */
record StandardInput(InputStream stream, boolean terminal) {

    /** Knows what verbs read that read standard input. */
    interface Owner {
        StandardInput input();
    }

    /** This program's own. */
    static StandardInput ofTheProgram() {
        return new StandardInput(System.in, Terminal.isThere() && Boolean.getBoolean("privatelink.input.terminal"));
    }
}
