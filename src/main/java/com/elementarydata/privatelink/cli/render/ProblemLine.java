package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.model.Printable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Help.Ansi;

/** A problem of a file as it is printed: what refuses something is bold and red, what warns is yellow. */
public final class ProblemLine {

    private static final Pattern PROBLEM =
            Pattern.compile("(?<at>.+?:[0-9]+:[0-9]+: )(?<code>PL[0-9]+)(?<warning> warning:)?");

    private ProblemLine() {}

    /**
     * A line in its tones.
     *
     * @param line any; one that is not a problem's stays as it is
     */
    public static String of(String line, Ansi colours) {
        String visible = Printable.of(line);
        Matcher problem = PROBLEM.matcher(visible);
        if (!problem.lookingAt()) {
            return visible;
        }
        Tone tone = problem.group("warning") == null ? Tone.BAD : Tone.WAITING;
        return problem.group("at")
                + tone.of(visible.substring(problem.end("at"), problem.end()), colours)
                + visible.substring(problem.end());
    }
}
