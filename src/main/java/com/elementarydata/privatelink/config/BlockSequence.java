package com.elementarydata.privatelink.config;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
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

/**
 * Where the items of a list with dashes are.
 *
 * @param indent how many spaces are before each dash
 * @param lastItem where the last item begins, as an index of the text
 * @param end where it ends
 */
record BlockSequence(int indent, int lastItem, int end) {

    /** Finds the list of a key of the outermost mapping, in a text that has no problems. */
    static Optional<BlockSequence> find(String text, String key) {
        ToIntFunction<Mark> index = mark -> text.offsetByCodePoints(0, mark.getIndex());
        return new Compose(LoadSettings.builder().build())
                .composeString(text).stream()
                        .flatMap(root -> root instanceof MappingNode file ? file.getValue().stream() : Stream.empty())
                        .filter(entry -> entry.getKeyNode() instanceof ScalarNode name
                                && name.getValue().equals(key))
                        .map(NodeTuple::getValueNode)
                        .flatMap(value ->
                                value instanceof SequenceNode list && isBlock(list) ? Stream.of(list) : Stream.empty())
                        .findFirst()
                        .map(list -> {
                            Node last = last(list.getValue());
                            return new BlockSequence(
                                    list.getStartMark().orElseThrow().getColumn(),
                                    index.applyAsInt(last.getStartMark().orElseThrow()),
                                    index.applyAsInt(endOf(last)));
                        });
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
}
