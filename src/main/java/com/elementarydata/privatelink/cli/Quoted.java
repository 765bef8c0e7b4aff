package com.elementarydata.privatelink.cli;

/** A word of a command, so that a shell takes it as one. */
final class Quoted {

    private static final String PLAIN = "[A-Za-z0-9_./,=-]+";

    private Quoted() {}

    static String of(String word) {
        return word.matches(PLAIN) ? word : "'%s'".formatted(word.replace("'", "'\\''"));
    }
}
