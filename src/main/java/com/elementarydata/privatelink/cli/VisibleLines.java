package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.cli.render.Tone;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a verb prints: each line is one line and can be seen, whatever text from files, options or AWS is in it. Whole
 * documents are printed as they are.
 */
final class VisibleLines extends PrintWriter {

    private final UnaryOperator<String> visible;
    private final Ansi colours;

    /**
     * Lines of a stream.
     *
     * @param visible makes a text visible
     * @param colours whether there are any
     */
    VisibleLines(PrintStream stream, UnaryOperator<String> visible, Ansi colours) {
        super(stream, true, StandardCharsets.UTF_8);
        this.visible = visible;
        this.colours = colours;
    }

    /** Whether lines of a writer have colours. */
    static Ansi coloursOf(PrintWriter writer) {
        return writer instanceof VisibleLines lines ? lines.colours : Ansi.OFF;
    }

    @Override
    public void println(String line) {
        super.println(colours.enabled() ? coloured(line) : visible.apply(line));
    }

    @Override
    public void println(Object line) {
        println(String.valueOf(line));
    }

    /** Nothing but whole tones is interpreted, wherever a line is from. */
    private String coloured(String line) {
        StringBuilder shown = new StringBuilder();
        int end = 0;
        for (MatchResult toned : Tone.TONED.matcher(line).results().toList()) {
            shown.append(visible.apply(line.substring(end, toned.start())))
                    .append(toned.group(1))
                    .append(visible.apply(toned.group(2)))
                    .append(toned.group(3));
            end = toned.end();
        }
        return shown.append(visible.apply(line.substring(end))).toString();
    }
}
