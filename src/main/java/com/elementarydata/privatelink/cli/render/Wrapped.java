package com.elementarydata.privatelink.cli.render;

import com.google.common.base.Splitter;
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
        List<String> options = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            options.add(i == 0 ? parts.get(i) : "--" + parts.get(i));
        }
        return lines(options, width - " \\".length(), " \\", " ");
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
