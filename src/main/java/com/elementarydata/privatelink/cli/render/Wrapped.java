package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.command.Quoted;
import com.elementarydata.privatelink.model.Printable;
import com.google.common.base.Splitter;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;

/** Text in lines of a width. What has no space in it stays whole, so that it can be copied. */
public final class Wrapped {

    private static final String OPTION = " --";

    private Wrapped() {}

    public static List<String> words(String text, int width) {
        return lines(Splitter.on(' ').splitToList(Printable.of(text)), width, "", " ");
    }

    /** A comment of a shell. */
    static List<String> comment(String text, int width) {
        return words(text, width - 2).stream().map(Quoted::comment).toList();
    }

    /** A shell command, continued after a backslash. */
    static List<String> command(String command, int width) {
        return lines(options(command), width - " \\".length(), " \\", " ");
    }

    /** The command's beginning, and each option with its values. What is in quotes is no option. */
    private static List<String> options(String command) {
        List<String> options = new ArrayList<>();
        int begin = 0;
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char character = command.charAt(i);
            if (quote == 0 && character == '\\') {
                i++;
            } else if (quote == 0 && command.startsWith(OPTION, i)) {
                options.add(command.substring(begin, i));
                begin = i + 1;
            } else if (character == '\'' || character == '"') {
                quote = quote == 0 ? character : quote == character ? 0 : quote;
            }
        }
        options.add(command.substring(begin));
        return options;
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
