package com.elementarydata.privatelink.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text from files, safe for a terminal or another program: control and invisible characters are escaped. */
public final class Printable {

    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cn}\\p{Co}\\p{Cs}[\\p{Zs}&&[^ ]]]");

    private Printable() {}

    /** The text in one visible line. */
    public static String of(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(found -> escape(found.group()));
    }

    private static String escape(String character) {
        return Matcher.quoteReplacement(
                character.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining()));
    }
}
