package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * A customer file with one more connection after the others. Everything else in it is kept as it was written: comments,
 * order, indentation, line endings, a byte order mark.
 *
 * @param text the whole text
 * @param line the line that the connection begins in, counted from 1
 * @param indent how many characters precede the connection's text in each of its lines
 */
public record ExtendedCustomerFile(String text, int line, int indent) {

    private static final String LIST = "connections";
    private static final String DASH = "- ";
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");

    /**
     * Adds a connection.
     *
     * @param before the file's text, in which no problem was found
     * @param connection the lines of the connection's mapping, its keys without indentation
     * @return empty if the connections are not written with dashes, so that there is no place for lines
     */
    public static Optional<ExtendedCustomerFile> of(String before, List<String> connection) {
        String mark = before.startsWith("\uFEFF") ? "\uFEFF" : "";
        String text = before.substring(mark.length());
        return BlockSequence.find(text, LIST)
                .map(list -> insert(text, list, connection))
                .filter(extended -> hasOnlyOneMore(text, extended.text()))
                .map(extended -> new ExtendedCustomerFile(mark + extended.text(), extended.line(), extended.indent()));
    }

    private static ExtendedCustomerFile insert(String text, BlockSequence list, List<String> connection) {
        String lineEnd = lineEnd(text);
        int place = afterCommentsOf(text, list);
        String open = place > 0 && "\r\n".indexOf(text.charAt(place - 1)) < 0 ? lineEnd : "";
        String blank = hasBlankLineBefore(text, list.lastItem()) ? lineEnd : "";
        String indent = " ".repeat(list.indent());
        String lines = connection.stream()
                .map(line -> indent + " ".repeat(DASH.length()) + line)
                .collect(Collectors.joining(lineEnd, "", lineEnd));
        String added = open + blank + indent + DASH + lines.substring(indent.length() + DASH.length());
        String above = text.substring(0, place) + open + blank;
        return new ExtendedCustomerFile(
                text.substring(0, place) + added + text.substring(place),
                new FileText("", above).position(above.length()).line(),
                indent.length() + DASH.length());
    }

    private static String lineEnd(String text) {
        Matcher first = LINE_END.matcher(text);
        return first.find() ? first.group() : "\n";
    }

    /** After the line that the last item ends in, and the comments below it that are indented like its keys. */
    private static int afterCommentsOf(String text, BlockSequence list) {
        boolean inLine = list.end() > 0 && "\r\n".indexOf(text.charAt(list.end() - 1)) < 0;
        Matcher lineEnd = LINE_END.matcher(text);
        int place = inLine ? (lineEnd.find(list.end()) ? lineEnd.end() : text.length()) : list.end();
        Matcher comments = Pattern.compile(
                        "([ \\t]*(\\r\\n|\\r|\\n))* {%d,}#[^\\r\\n]*(\\r\\n|\\r|\\n|$)".formatted(list.indent() + 1))
                .matcher(text);
        while (comments.region(place, text.length()).lookingAt()) {
            place = comments.end();
        }
        return place;
    }

    private static boolean hasBlankLineBefore(String text, int index) {
        List<String> above = text.substring(0, index).lines().toList();
        // the last of them is the beginning of the item's own line
        int line = above.size() - 2;
        while (line > 0 && above.get(line).strip().startsWith("#")) {
            line--;
        }
        return line > 0 && above.get(line).isBlank();
    }

    private static boolean hasOnlyOneMore(String before, String after) {
        Optional<Mapping> now = read(after);
        Optional<ObjectNode> expected =
                read(before).map(file -> (ObjectNode) file.toJson()).filter(file -> now.isPresent());
        expected.ifPresent(file -> file.withArray(LIST)
                .add(now.orElseThrow().toJson().path(LIST).path(file.path(LIST).size())));
        return expected.isPresent() && expected.get().equals(now.orElseThrow().toJson());
    }

    private static Optional<Mapping> read(String text) {
        return YamlReader.read("", text.getBytes(StandardCharsets.UTF_8), new Problems());
    }
}
