package com.elementarydata.privatelink.command;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words of a command, so that a shell takes each as one. */
public final class Quoted {

    private static final String PLAIN = "[A-Za-z0-9_.:/,=-]+";

    private Quoted() {}

    /** A word, in single quotes where it needs them. */
    public static String of(String word) {
        return word.matches(PLAIN) ? word : "'%s'".formatted(word.replace("'", "'\\''"));
    }

    /** A command of some words. */
    public static String command(String... words) {
        return Stream.of(words).map(Quoted::of).collect(Collectors.joining(" "));
    }

    /** A command as it is typed, with a word for each {@code %s} of it. */
    static String line(String command, List<String> words) {
        return command.formatted(words.stream().map(Quoted::of).toArray());
    }
}
