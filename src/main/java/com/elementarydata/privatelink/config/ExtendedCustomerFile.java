package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
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
        return connections(text)
                .map(list -> insert(text, list, connection))
                .filter(extended -> hasOnlyOneMore(text, extended.text()))
                .map(extended -> new ExtendedCustomerFile(mark + extended.text(), extended.line(), extended.indent()));
    }

    /** The list of connections, if it has any in lines that begin with dashes. */
    private static Optional<SequenceNode> connections(String text) {
        return new Compose(LoadSettings.builder().build())
                .composeString(text).stream()
                        .flatMap(root -> root instanceof MappingNode file ? file.getValue().stream() : Stream.empty())
                        .filter(entry -> entry.getKeyNode() instanceof ScalarNode name
                                && name.getValue().equals(LIST))
                        .map(NodeTuple::getValueNode)
                        .flatMap(value ->
                                value instanceof SequenceNode list && isBlock(list) ? Stream.of(list) : Stream.empty())
                        .findFirst();
    }

    /** The parser ends a block where the next one begins, after comments that may belong to that one. */
    private static Mark endOf(Node node) {
        if (node instanceof MappingNode mapping && isBlock(mapping)) {
            return endOf(last(mapping.getValue()).getValueNode());
        }
        if (node instanceof SequenceNode sequence && isBlock(sequence)) {
            return endOf(last(sequence.getValue()));
        }
        return node.getEndMark().orElseThrow();
    }

    private static boolean isBlock(CollectionNode<?> node) {
        return node.getFlowStyle() == FlowStyle.BLOCK && !node.getValue().isEmpty();
    }

    private static <T> T last(List<T> items) {
        return items.get(items.size() - 1);
    }

    private static int index(String text, Optional<Mark> mark) {
        return text.offsetByCodePoints(0, mark.orElseThrow().getIndex());
    }

    private static ExtendedCustomerFile insert(String text, SequenceNode list, List<String> connection) {
        String lineEnd = lineEnd(text);
        Node last = last(list.getValue());
        int dash = list.getStartMark().orElseThrow().getColumn();
        int place = afterComments(text, index(text, Optional.of(endOf(last))), dash);
        String open = place > 0 && "\r\n".indexOf(text.charAt(place - 1)) < 0 ? lineEnd : "";
        String blank = hasBlankLineBefore(text, index(text, last.getStartMark())) ? lineEnd : "";
        String indent = " ".repeat(dash);
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
    private static int afterComments(String text, int end, int dash) {
        boolean inLine = end > 0 && "\r\n".indexOf(text.charAt(end - 1)) < 0;
        Matcher lineEnd = LINE_END.matcher(text);
        int place = inLine ? (lineEnd.find(end) ? lineEnd.end() : text.length()) : end;
        Matcher comments = Pattern.compile(
                        "([ \\t]*(\\r\\n|\\r|\\n))* {%d,}#[^\\r\\n]*(\\r\\n|\\r|\\n|$)".formatted(dash + 1))
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
