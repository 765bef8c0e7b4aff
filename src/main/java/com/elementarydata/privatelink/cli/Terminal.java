package com.elementarydata.privatelink.cli;

import java.util.Optional;

/** Whether this is a terminal, and how wide; {@code bin/privatelink} says so, since Java cannot tell before 22. */
final class Terminal {

    private static final int USUAL_WIDTH = 120;
    private static final int OF_USAGE = 80;
    private static final int LEAST_OF_USAGE = 55;
    private static final String ERRORS = "privatelink.terminal";
    private static final String COLUMNS = "privatelink.columns";

    private Terminal() {}

    static boolean isThere() {
        return Boolean.getBoolean(ERRORS);
    }

    /** Whether a terminal shows standard output; empty without {@code bin/privatelink}. */
    static Optional<Boolean> showsOutput() {
        return said("privatelink.output.terminal");
    }

    /** Whether a terminal shows standard error; empty without {@code bin/privatelink}. */
    static Optional<Boolean> showsErrors() {
        return said(ERRORS);
    }

    private static Optional<Boolean> said(String property) {
        return Optional.ofNullable(System.getProperty(property)).map(Boolean::valueOf);
    }

    /** How many characters fit on a line: from {@code COLUMNS} or the terminal; without a terminal, always the same. */
    static int width() {
        int width = Integer.getInteger(COLUMNS, USUAL_WIDTH);
        return width > 0 ? width : USUAL_WIDTH;
    }

    /** The same for usage, which has to be read in a pager too. */
    static int widthOfUsage() {
        int width = Integer.getInteger(COLUMNS, OF_USAGE);
        return width > 0 ? Math.max(LEAST_OF_USAGE, width) : OF_USAGE;
    }
}
