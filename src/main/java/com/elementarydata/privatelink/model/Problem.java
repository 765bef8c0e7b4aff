package com.elementarydata.privatelink.model;

import java.util.Comparator;

/**
 * What is wrong with a file: one line that says where, what, and what to do about it.
 *
 * @param at where
 * @param code which kind of problem, for people and programs to look up
 * @param what what is wrong, with the value in quotes; lower case, no final period
 * @param remedy what to do; lower case, no final period
 */
public record Problem(Position at, ProblemCode code, String what, String remedy) implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::at)
            .thenComparing(Problem::code)
            .thenComparing(Problem::what)
            .thenComparing(Problem::remedy);

    /** Whether it only warns, so that nothing is refused because of it. */
    public boolean isWarning() {
        return code.isWarning();
    }

    /** The same at another place. */
    public Problem movedTo(Position place) {
        return new Problem(place, code, what, remedy);
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        String line = "%s: %s %s%s; %s".formatted(at, code, isWarning() ? "warning: " : "", what, remedy);
        return Printable.of(line);
    }
}
