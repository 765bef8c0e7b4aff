package com.elementarydata.privatelink.cli;

/** Whether a person watches standard error; {@code bin/privatelink} says so, since Java cannot tell before 22. */
final class Terminal {

    private Terminal() {}

    static boolean isThere() {
        return Boolean.getBoolean("privatelink.terminal");
    }
}
