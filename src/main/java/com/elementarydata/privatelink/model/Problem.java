package com.elementarydata.privatelink.model;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is wrong with a file: one line that says where, what, and what to do about it.
 *
 * @param at where
 * @param code which kind of problem, for people and programs to look up
 * @param what what is wrong, with the value in quotes; lower case, no final period
 * @param remedy what to do; lower case, no final period
 * @param other the other place that the same fact is about, where it is a problem of both
 */
public record Problem(Position at, ProblemCode code, String what, String remedy, Optional<Position> other)
        implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::at)
            .thenComparing(Problem::code)
            .thenComparing(Problem::what)
            .thenComparing(Problem::remedy);

    /** A problem of one place. */
    public Problem(Position at, ProblemCode code, String what, String remedy) {
        this(at, code, what, remedy, Optional.empty());
    }

    /** Some without those that were told at their other place already. */
    public static List<Problem> once(Stream<Problem> sorted) {
        Set<List<Position>> told = new HashSet<>();
        return sorted.filter(problem -> problem.other()
                        .map(other ->
                                told.add(Stream.of(problem.at(), other).sorted().toList()))
                        .orElse(true))
                .toList();
    }

    /** Whether it only warns, so that nothing is refused because of it. */
    public boolean isWarning() {
        return code.isWarning();
    }

    /** The same at another place. */
    public Problem movedTo(Position place) {
        return new Problem(place, code, what, remedy, other);
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
