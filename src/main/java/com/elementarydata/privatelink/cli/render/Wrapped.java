package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.command.Quoted;
import com.elementarydata.privatelink.model.Printable;
import com.google.common.base.Splitter;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;

/** Text in lines of a width. What has no space in it stays whole, so that it can be copied. */
public final class Wrapped {

    private Wrapped() {}

    public static List<String> words(String text, int width) {
        return lines(Splitter.on(' ').splitToList(Printable.of(text)), width, "", " ");
    }

    /** A comment of a shell. */
    static List<String> comment(String text, int width) {
        return words(text, width - 2).stream().map(Quoted::comment).toList();
    }

    /** Commands to type, each after an indent; one that is too long goes on after a backslash. */
    static List<String> commands(List<String> commands, String indent, int width) {
        return commands.stream()
                .flatMap(command -> command(command, width - indent.length()).stream())
                .map(indent::concat)
                .toList();
    }

    /** A shell command, continued after a backslash. */
    static List<String> command(String command, int width) {
        return lines(words(command), width - " \\".length(), " \\", " ");
    }

    /** Each word, and each option with its first value. What is in quotes is one word. */
    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        int begin = 0;
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char character = command.charAt(i);
            if (quote == 0 && character == '\\') {
                i++;
            } else if (quote == 0
                    && character == ' '
                    && !isOption(command.substring(begin, i), command.substring(i + 1))) {
                words.add(command.substring(begin, i));
                begin = i + 1;
            } else if (character == '\'' || character == '"') {
                quote = quote == 0 ? character : quote == character ? 0 : quote;
            }
        }
        words.add(command.substring(begin));
        return words;
    }

    /** Whether a word is an option whose value follows. */
    private static boolean isOption(String word, String rest) {
        return word.startsWith("-") && !word.contains(" ") && !rest.startsWith("-");
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
