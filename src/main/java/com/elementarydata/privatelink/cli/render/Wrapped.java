package com.elementarydata.privatelink.cli.render;

import com.google.common.base.Splitter;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;

/** Text in lines of a width. What has no space in it stays whole, so that it can be copied. */
final class Wrapped {

    private Wrapped() {}

    static List<String> words(String text, int width) {
        return lines(Splitter.on(' ').splitToList(text), width, "", " ");
    }

    /** A shell command, continued after a backslash. */
    static List<String> command(String command, int width) {
        List<String> parts = Splitter.on(" --").splitToList(command);
        List<String> options = hanging("", "--", parts);
        return lines(options, width - " \\".length(), " \\", " ");
    }

    /** Lines, the first after one text and the others after another. */
    static List<String> hanging(String first, String others, List<String> lines) {
        List<String> hanging = new ArrayList<>(Lists.transform(lines, others::concat));
        hanging.set(0, first + lines.get(0));
        return hanging;
    }

    private static List<String> lines(List<String> parts, int width, String end, String gap) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : parts) {
            if (!line.isEmpty() && line.length() + gap.length() + part.length() > width) {
                lines.add(line + end);
                line = new StringBuilder(end.isEmpty() ? "" : "   ");
            }
            line.append(line.isEmpty() || line.toString().isBlank() ? "" : gap).append(part);
        }
        lines.add(line.toString());
        return lines;
    }
}
