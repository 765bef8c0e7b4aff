package com.elementarydata.privatelink.cli;

/** Whether a person watches, and how much fits a line; {@code bin/privatelink} says so, since Java cannot tell before 22. */
final class Terminal {

    private static final int USUAL_WIDTH = 120;

    private Terminal() {}

    static boolean isThere() {
        return Boolean.getBoolean("privatelink.terminal");
    }

    /** How many characters fit a line: as {@code COLUMNS} or the terminal says; off a terminal always as many. */
    static int width() {
        int width = Integer.getInteger("privatelink.columns", USUAL_WIDTH);
        return width > 0 ? width : USUAL_WIDTH;
    }
}
