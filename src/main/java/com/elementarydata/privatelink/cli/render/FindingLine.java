package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Printable;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/**
 * A finding in words, its code in the tone of its verdict.
 *
 * @param finding the finding
 */
public record FindingLine(Finding finding) {

    /** In one line. */
    public String line(Ansi colours) {
        return toned(Printable.of(finding.line()), colours);
    }

    /** In lines of a screen. */
    List<String> lines(Screen screen) {
        List<String> lines = new ArrayList<>(Wrapped.words(finding.line(), screen.width()));
        lines.set(0, toned(lines.get(0), screen.colours()));
        return lines;
    }

    private String toned(String line, Ansi colours) {
        String code = finding.code();
        return Tone.of(finding.verdict()).of(code, colours) + line.substring(code.length());
    }
}
