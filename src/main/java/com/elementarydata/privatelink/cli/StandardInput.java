package com.elementarydata.privatelink.cli;

import java.io.InputStream;

/**
 * Standard input.
 *
 * @param stream its bytes
 * @param terminal whether a person types it, and sees questions
 */
record StandardInput(InputStream stream, boolean terminal) {

    /** Gives verbs their standard input. */
    interface Owner {
        StandardInput input();
    }

    /** This program's own. */
    static StandardInput ofTheProgram() {
        return new StandardInput(System.in, Terminal.isThere() && Boolean.getBoolean("privatelink.input.terminal"));
    }
}
