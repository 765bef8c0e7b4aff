package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.judge.ConnectionState;
import com.elementarydata.privatelink.model.Verdict;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** What a colour means, in every report. Each can be read on a dark background and on a light one. */
public enum Tone {
    /** As it should be: green. */
    GOOD(Style.fg_green),
    /** Not yet, or not quite: yellow. */
    WAITING(Style.fg_yellow),
    /** Broken: bold and red. */
    BAD(Style.bold, Style.fg_red),
    /** Nothing to look at: faint. */
    QUIET(Style.faint),
    /** No colour at all. */
    PLAIN;

    /** A text in one of the tones: what begins it, the text itself, and what ends it. */
    public static final Pattern TONED = Pattern.compile("(?<on>%s)(?<text>[^\\e]*)(?<off>%s)"
            .formatted(
                    Arrays.stream(values())
                            .filter(tone -> tone != PLAIN)
                            .map(tone -> tone.on)
                            .map(Pattern::quote)
                            .collect(Collectors.joining("|")),
                    Pattern.quote(Style.reset.on())));

    private final String on;

    Tone(IStyle... styles) {
        on = Style.on(styles);
    }

    /** The tone of a verdict. */
    public static Tone of(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> GOOD;
            case FAILED -> BAD;
            case WARNING -> WAITING;
            case UNKNOWN, NOT_YET -> QUIET;
        };
    }

    /** The tone of a connection's state: all that is neither available nor broken is waited for. */
    public static Tone of(ConnectionState state) {
        if (state.isBroken()) {
            return BAD;
        }
        return state == ConnectionState.AVAILABLE ? GOOD : WAITING;
    }

    /**
     * A text in this tone; the same text where there are no colours.
     *
     * @param text what can be seen of it already, as its width is no longer known afterwards
     * @param colours whether there are any
     */
    public String of(String text, Ansi colours) {
        return on.isEmpty() || text.isEmpty() || !colours.enabled() ? text : on + text + Style.reset.on();
    }
}
