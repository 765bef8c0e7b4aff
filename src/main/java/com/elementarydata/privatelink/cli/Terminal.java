package com.elementarydata.privatelink.cli;

/** Whether this is a terminal, and how wide; {@code bin/privatelink} says so, since Java cannot tell before 22. */
final class Terminal {

    private static final int USUAL_WIDTH = 120;

    private Terminal() {}

    static boolean isThere() {
        return Boolean.getBoolean("privatelink.terminal");
    }

    /** How many characters fit on a line: from {@code COLUMNS} or the terminal; without a terminal, always the same. */
    static int width() {
        int width = Integer.getInteger("privatelink.columns", USUAL_WIDTH);
        return width > 0 ? width : USUAL_WIDTH;
    }
}
