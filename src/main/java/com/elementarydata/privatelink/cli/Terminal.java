package com.elementarydata.privatelink.cli;

import java.util.stream.Stream;

/** Whether a person watches, and how much fits a line; {@code bin/privatelink} says so, since Java cannot tell before 22. */
final class Terminal {

    private static final int USUAL_WIDTH = 120;

    private Terminal() {}

    static boolean isThere() {
        return Boolean.getBoolean("privatelink.terminal");
    }

    /** How many characters fit a line: what {@code COLUMNS} says, or the terminal; off a terminal always as many. */
    static int width() {
        return Stream.of(System.getenv("COLUMNS"), System.getProperty("privatelink.columns"))
                .flatMap(Stream::ofNullable)
                .filter(text -> text.matches("[1-9][0-9]{0,4}"))
                .map(Integer::valueOf)
                .findFirst()
                .orElse(USUAL_WIDTH);
    }
}
