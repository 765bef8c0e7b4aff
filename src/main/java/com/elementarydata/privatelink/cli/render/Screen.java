package com.elementarydata.privatelink.cli.render;

import picocli.CommandLine.Help.Ansi;

/**
 * Where a report is shown.
 *
 * @param width how many characters fit a line
 * @param colours whether there are any
 */
public record Screen(int width, Ansi colours) {

    /** One without colours. */
    public static Screen plain(int width) {
        return new Screen(width, Ansi.OFF);
    }

    /** The same where something else takes some characters of each line. */
    public Screen without(int characters) {
        return new Screen(width - characters, colours);
    }

    /** A text in a tone, if there are colours. */
    String toned(Tone tone, String text) {
        return tone.of(text, colours);
    }
}
