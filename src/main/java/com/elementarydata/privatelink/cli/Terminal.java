package com.elementarydata.privatelink.cli;

/** Whether a person watches, and how much fits a line; {@code bin/privatelink} says so, since Java cannot tell before 22. */
final class Terminal {

    private static final int USUAL_WIDTH = 120;

    private Terminal() {}

    static boolean isThere() {
        return Boolean.getBoolean("privatelink.terminal");
    }

    /** How many characters fit a line; off a terminal always as many. */
    static int width() {
        return Integer.getInteger("privatelink.columns", USUAL_WIDTH);
    }
}
