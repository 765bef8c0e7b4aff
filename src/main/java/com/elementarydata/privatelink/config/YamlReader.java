package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.ProblemCode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.JsonScalarResolver;

/**
 * Reads the part of YAML 1.2 that fleet files are written in: one document in UTF-8, no anchors, aliases or tags, no
 * key twice, no more than 64 KiB and 20 levels. It works on the parser's events, since those have positions and are
 * checked before anything is built from them.
 */
final class YamlReader {

    private static final int DEEPEST = 20;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(FileText.LARGEST).build();
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t\\x85]]");
    private static final Pattern CONFLICT = Pattern.compile("(?m)^(<{7}|={7}|>{7}|\\|{7})( |$)");
    private static final JsonScalarResolver RESOLVER = new JsonScalarResolver();
    private static final Map<Tag, YamlScalar.Type> TYPES = Map.of(
            Tag.INT, YamlScalar.Type.INTEGER,
            Tag.FLOAT, YamlScalar.Type.DECIMAL,
            Tag.BOOL, YamlScalar.Type.BOOLEAN,
            Tag.NULL, YamlScalar.Type.NULL);

    private final String file;
    private final Problems problems;

    private YamlReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Reads a file's content.
     *
     * @param file the path that positions name
     * @param content the file's bytes
     * @param problems where it reports what it refuses
     * @return the content as a mapping; empty where it was refused
     */
    static Optional<YamlNode.Mapping> read(String file, byte[] content, Problems problems) {
        try {
            return new YamlReader(file, problems).document(content);
        } catch (Refused refused) {
            refused.reportTo(problems);
        } catch (MarkedYamlEngineException broken) {
            BrokenYaml.at(file, broken).reportTo(problems);
        } catch (YamlEngineException broken) {
            BrokenYaml.somewhereIn(file, "it begins with a directive for another version of YAML")
                    .reportTo(problems);
        } catch (NumberFormatException cutShort) {
            BrokenYaml.somewhereIn(file, "the file ends within an escape in double quotes")
                    .reportTo(problems);
        }
        return Optional.empty();
    }

    private Optional<YamlNode.Mapping> document(byte[] content) {
        FileText text = Secrets.blotOut(FileText.decode(file, content), problems);
        if (!text.isPlain()) {
            text.refuse(
                    CONTROL, "this character is not allowed in a text file", "delete it, and save the file as UTF-8");
        }
        text.refuse(CONFLICT, "a merge conflict is not resolved", "choose a side, and delete the markers");
        Iterator<Event> events = new Parse(SETTINGS).parseString(text.text()).iterator();
        events.next();
        if (events.next().getEventId() == Event.ID.StreamEnd) {
            throw refused(Position.ofFile(file), "the file is empty", "write its keys, or delete it");
        }
        YamlNode root = node(events.next(), events, 0);
        events.next();
        Event after = events.next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            throw refused(position(after), "a second YAML document begins", "keep one document per file");
        }
        if (root instanceof YamlNode.Mapping mapping) {
            InterpretedText.refuseOutsideOfValues(text, problems);
            return Optional.of(mapping);
        }
        throw refused(root.at(), "the file is not a mapping of keys to values", "write \"key: value\" lines");
    }

    private YamlNode node(Event event, Iterator<Event> events, int depth) {
        refuseFeatures(event);
        if (depth > DEEPEST) {
            throw new Refused(position(event), ProblemCode.PL104, "this is nested too deeply", "use at most 20 levels");
        }
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        return event instanceof SequenceStartEvent ? sequence(event, events, depth) : mapping(event, events, depth);
    }

    private YamlScalar scalar(ScalarEvent event) {
        Position at = position(event);
        String text = Secrets.blotOut(new Located<>(event.getValue(), at), problems);
        InterpretedText.refuse(new Located<>(text, at), problems);
        Tag tag = RESOLVER.resolve(text, event.getImplicit().canOmitTagInPlainScalar());
        return new YamlScalar(at, text, TYPES.getOrDefault(tag, YamlScalar.Type.TEXT));
    }

    private YamlNode.Sequence sequence(Event start, Iterator<Event> events, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, events, depth + 1));
        }
        return new YamlNode.Sequence(position(start), items);
    }

    private YamlNode.Mapping mapping(Event start, Iterator<Event> events, int depth) {
        Map<String, YamlNode.Mapping.Entry> entries = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(node(event, events, depth + 1) instanceof YamlScalar key)) {
                throw refused(position(event), "expected a key, found a list or mapping", "write \"key: value\"");
            }
            YamlNode value = node(events.next(), events, depth + 1);
            YamlNode.Mapping.Entry first = entries.putIfAbsent(key.text(), new YamlNode.Mapping.Entry(key.at(), value));
            if (first != null) {
                problems.report(
                        key.at(),
                        ProblemCode.PL103,
                        "duplicate key \"%s\"".formatted(key.text()),
                        "it is already on line %d, delete one"
                                .formatted(first.keyAt().line()));
            }
        }
        return new YamlNode.Mapping(position(start), entries);
    }

    private void refuseFeatures(Event event) {
        if (event instanceof AliasEvent) {
            throw refused(position(event), "this is an alias", "write the value itself");
        }
        Optional<Anchor> anchor = event instanceof NodeEvent node ? node.getAnchor() : Optional.empty();
        if (anchor.isPresent()) {
            throw refused(position(event), "this has an anchor", "write the value itself where it is needed");
        }
        if (tag(event).isPresent()) {
            throw refused(
                    position(event), "this has a tag", "leave out the \"!\", or quote the text if it begins with one");
        }
    }

    private static Optional<String> tag(Event event) {
        return event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
    }

    private Position position(Event event) {
        return event.getStartMark().map(mark -> BrokenYaml.position(file, mark)).orElse(Position.ofFile(file));
    }

    private static Refused refused(Position at, String what, String remedy) {
        return new Refused(at, ProblemCode.PL102, what, remedy);
    }
}
