package com.elementarydata.privatelink.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text from anywhere, safe for a terminal or another program: control characters, and those that are invisible or change
 * the direction of writing, are escaped as in JSON.
 */
public final class Printable {

    /** Characters that a reader does not see, or that change the order of others. */
    public static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cn}\\p{Co}\\p{Cs}[\\p{Zs}&&[^ ]]]");

    /** Fillers, blanks and variation selectors, which are letters, symbols or marks to Unicode, and belong to emoji too. */
    private static final String FILLERS = "[\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164\\uFFA0"
            + "\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]";

    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cc}|%s|%s".formatted(INVISIBLE, FILLERS));

    /** What a message shows of a text: longer than any that is meant to be read, or that AWS wants to have decoded. */
    private static final int LONGEST = 2_000;

    private static final int BEGINNING = 1_200;
    private static final int END = 700;

    private Printable() {}

    /** The text in one visible line of a message; of more than {@value #LONGEST} characters, its beginning and its end. */
    public static String of(String text) {
        String visible = whole(text);
        if (visible.length() <= LONGEST) {
            return visible;
        }
        int beginning = visible.offsetByCodePoints(0, visible.codePointCount(0, BEGINNING));
        int end = visible.length() - END;
        end += Character.isLowSurrogate(visible.charAt(end)) ? 1 : 0;
        return "%s ... (%d more characters) ... %s"
                .formatted(visible.substring(0, beginning), end - beginning, visible.substring(end));
    }

    /** The text in one visible line, however long, as for what is copied. */
    public static String whole(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(found -> escape(found.group()));
    }

    private static String escape(String character) {
        return Matcher.quoteReplacement(
                character.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining()));
    }
}
