package com.elementarydata.privatelink.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a verb prints: each line is one line and can be seen, whatever text from files, options or AWS is in it. Whole
 * documents are printed as they are.
 */
final class VisibleLines extends PrintWriter {

    private static final Pattern COLOUR = Pattern.compile("\\e\\[[0-9;]*m");

    private final UnaryOperator<String> visible;

    /**
     * Lines of a stream.
     *
     * @param visible makes a text visible
     */
    VisibleLines(PrintStream stream, UnaryOperator<String> visible) {
        super(stream, true, StandardCharsets.UTF_8);
        this.visible = visible;
    }

    @Override
    public void println(String line) {
        super.println(Ansi.AUTO.enabled() ? coloured(line) : visible.apply(line));
    }

    @Override
    public void println(Object line) {
        println(String.valueOf(line));
    }

    /** Texts that colours are added to are visible before. */
    private String coloured(String line) {
        StringBuilder shown = new StringBuilder();
        int end = 0;
        for (MatchResult colour : COLOUR.matcher(line).results().toList()) {
            shown.append(visible.apply(line.substring(end, colour.start()))).append(colour.group());
            end = colour.end();
        }
        return shown.append(visible.apply(line.substring(end))).toString();
    }
}
