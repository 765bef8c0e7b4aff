package com.elementarydata.privatelink.model;

import java.util.Collection;
import java.util.List;

/** Ends an operation that cannot do what it was asked, and says why. The only way to refuse. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What it is refused for. */
    public enum Kind {
        /** Something is wrong with the files, or with what was found. */
        FINDINGS,
        /** Something is wrong with how it was asked for. */
        USAGE,
        /** AWS cannot be asked. */
        AWS
    }

    private final transient List<String> lines;
    private final Kind kind;

    /**
     * Refuses.
     *
     * @param kind what for
     * @param lines a line for each thing that is wrong
     */
    public Refusal(Kind kind, List<String> lines) {
        super(String.join("; ", lines), null, false, false);
        this.lines = List.copyOf(lines);
        this.kind = kind;
    }

    /** Refuses for one thing that was found. */
    public static Refusal of(String line) {
        return new Refusal(Kind.FINDINGS, List.of(line));
    }

    /** Refuses for several things that were found, each in its own words. */
    public static Refusal of(Collection<?> found) {
        return new Refusal(Kind.FINDINGS, found.stream().map(Object::toString).toList());
    }

    /** A line for each thing that is wrong. */
    public List<String> lines() {
        return lines;
    }

    /** What it is refused for. */
    public Kind kind() {
        return kind;
    }
}
