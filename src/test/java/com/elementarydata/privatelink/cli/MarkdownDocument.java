package com.elementarydata.privatelink.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** A document as commonmark reads it. */
public record MarkdownDocument(Node root) {

    public static MarkdownDocument of(String text) {
        return new MarkdownDocument(Parser.builder().build().parse(text));
    }

    /** A box of a checklist: its first words, and whether it is ticked. */
    record Task(boolean done, String words) {}

    public Stream<Node> nodes() {
        return below(root);
    }

    public <N extends Node> Stream<N> nodes(Class<N> kind) {
        return nodes().filter(kind::isInstance).map(kind::cast);
    }

    private static Stream<Node> below(Node node) {
        return Stream.concat(Stream.of(node), children(node).flatMap(MarkdownDocument::below));
    }

    private static Stream<Node> children(Node node) {
        return Stream.iterate(node.getFirstChild(), child -> child != null, Node::getNext);
    }

    private static String text(Node node) {
        return below(node)
                .map(part -> part instanceof Text text
                        ? text.getLiteral()
                        : part instanceof Code code ? code.getLiteral() : part instanceof SoftLineBreak ? " " : "")
                .collect(Collectors.joining());
    }

    public List<String> headings(int level) {
        return nodes(Heading.class)
                .filter(heading -> heading.getLevel() == level)
                .map(MarkdownDocument::text)
                .toList();
    }

    /** Where links to the headings lead, as the usual renderers make them. */
    public List<String> anchors() {
        return nodes(Heading.class)
                .map(heading -> "#"
                        + text(heading)
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("[^a-z0-9 _-]", "")
                                .replace(' ', '-'))
                .toList();
    }

    public List<String> links() {
        return nodes(Link.class).map(Link::getDestination).toList();
    }

    public List<Task> tasks() {
        return nodes(ListItem.class)
                .map(Node::getFirstChild)
                .filter(Paragraph.class::isInstance)
                .map(MarkdownDocument::text)
                .filter(words -> words.matches("(?s)\\[[ x]\\] .*"))
                .map(words -> new Task(words.charAt(1) == 'x', words.substring(4)))
                .toList();
    }

    List<String> code(String language) {
        return nodes(FencedCodeBlock.class)
                .filter(fence -> fence.getInfo().equals(language))
                .map(FencedCodeBlock::getLiteral)
                .toList();
    }
}
