package com.elementarydata.privatelink.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in Markdown, as CommonMark and GitHub read it. */
public final class Markdown {

    /**
     * What Markdown or HTML would interpret. Hostnames, CIDR blocks and other values of ours have none of it, so that they
     * are the same in prose and in code: neither the star of a lone wildcard nor an underscore within a word is among them.
     */
    private static final Pattern MARKS = Pattern.compile("[\\\\`<>\\[\\]|&~#!$@]"
            + "|\\*(?!\\.[^*]*$)|(?<!^)\\*|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])"
            // lists, and links of GitHub's
            + "|^[+-](?= )|(?<=^[0-9]{1,9})[.)](?= )|:(?=//)|(?<=[Ww]{3})\\.");

    private Markdown() {}

    /** Text in prose, in one line, which stays what it is. */
    public static String text(String text) {
        return MARKS.matcher(Printable.of(text)).replaceAll(mark -> Matcher.quoteReplacement("\\" + mark.group()));
    }

    /** Text in code, in one line, without what would end it. */
    public static String code(String text) {
        return Printable.of(text).replace('`', '\'');
    }
}
