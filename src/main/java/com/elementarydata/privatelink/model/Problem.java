package com.elementarydata.privatelink.model;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    /** What would break the line, act on a terminal or not be seen. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cn}\\p{Co}\\p{Cs}[\\p{Zs}&&[^ ]]]");

    /** Whether it only warns, so that nothing is refused for it. */
    public boolean isWarning() {
        return code.isWarning();
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        String line = "%s: %s %s%s; %s".formatted(at, code, isWarning() ? "warning: " : "", what, remedy);
        return UNPRINTABLE.matcher(line).replaceAll(found -> escape(found.group()));
    }

    private static String escape(String character) {
        return Matcher.quoteReplacement(
                character.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining()));
    }
}
