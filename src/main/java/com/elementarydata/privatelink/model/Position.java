package com.elementarydata.privatelink.model;

import java.util.Comparator;

/**
 * A place in a file.
 *
 * @param file the file's path as the reader of a message would type it
 * @param line counted from 1
 * @param column counted from 1, in characters
 */
public record Position(String file, int line, int column) implements Comparable<Position> {

    private static final Comparator<Position> ORDER = Comparator.comparing(Position::file)
            .thenComparingInt(Position::line)
            .thenComparingInt(Position::column);

    /** The place of a problem of a whole file. */
    public static Position ofFile(String file) {
        return new Position(file, 1, 1);
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "%s:%d:%d".formatted(file, line, column);
    }
}
