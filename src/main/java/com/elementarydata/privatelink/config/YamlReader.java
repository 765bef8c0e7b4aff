package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.ProblemCode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.JsonScalarResolver;

/**
 * Reads the part of YAML 1.2 that fleet files are written in: one document in UTF-8, no anchors, aliases or tags, no key
 * twice, no more than 64 KiB and 20 levels. It works on the parser's events, since those have positions and are checked
 * before anything is built from them.
 */
final class YamlReader {

    static final int LARGEST = 64 * 1024;
    private static final int DEEPEST = 20;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(LARGEST).build();
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t\\x85]]");
    private static final Pattern CONFLICT = Pattern.compile("(?m)^(<{7}|={7}|>{7}|\\|{7})( |$)");
    private static final JsonScalarResolver RESOLVER = new JsonScalarResolver();
    private static final Map<Tag, YamlNode.Scalar.Type> TYPES = Map.of(
            Tag.INT, YamlNode.Scalar.Type.INTEGER,
            Tag.FLOAT, YamlNode.Scalar.Type.DECIMAL,
            Tag.BOOL, YamlNode.Scalar.Type.BOOLEAN,
            Tag.NULL, YamlNode.Scalar.Type.NULL);

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
        YamlReader reader = new YamlReader(file, problems);
        try {
            return reader.document(content);
        } catch (Refused refused) {
            problems.report(refused.at, refused.code, refused.what, refused.remedy);
        } catch (MarkedYamlEngineException broken) {
            Optional<Mark> mark = broken.getProblemMark().or(broken::getContextMark);
            reader.broken(mark, broken.getProblem());
        } catch (YamlEngineException broken) {
            reader.broken(Optional.empty(), "it begins with a directive of another version");
        } catch (NumberFormatException cutShort) {
            reader.broken(Optional.empty(), "the file ends within an escape in double quotes");
        }
        return Optional.empty();
    }

    private void broken(Optional<Mark> mark, String what) {
        problems.report(
                mark.map(this::position).orElse(Position.ofFile(file)),
                ProblemCode.PL102,
                "this is not YAML: " + what.replace("\n", " "),
                "compare the indentation, quotes and brackets with an example");
    }

    private Optional<YamlNode.Mapping> document(byte[] content) {
        if (content.length > LARGEST) {
            throw new Refused(
                    Position.ofFile(file),
                    ProblemCode.PL104,
                    "the file has more than 64 KiB",
                    "a fleet file is a few lines; look at what was pasted into it");
        }
        String text = Secrets.blotOut(file, decode(content), problems);
        refuse(text, CONTROL, "a character stands here that no text file has", "delete it, and save the file as UTF-8");
        refuse(text, CONFLICT, "a merge conflict is not resolved", "decide between both sides, and delete the marks");
        Iterator<Event> events = new Parse(SETTINGS).parseString(text).iterator();
        events.next();
        if (events.next().getEventId() == Event.ID.StreamEnd) {
            throw refused(Position.ofFile(file), "the file is empty", "write its keys, or delete it");
        }
        YamlNode root = node(events.next(), events, 0);
        events.next();
        Event after = events.next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            throw refused(position(after), "a second YAML document begins", "keep one document a file");
        }
        if (root instanceof YamlNode.Mapping mapping) {
            InterpretedText.refuseOutsideOfValues(file, text, problems);
            return Optional.of(mapping);
        }
        throw refused(root.at(), "the file is not a mapping of keys to values", "write \"key: value\" lines");
    }

    private String decode(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer characters = CharBuffer.allocate(content.length);
        boolean utf8 = !StandardCharsets.UTF_8
                .newDecoder()
                .decode(bytes, characters, true)
                .isError();
        String text = characters.flip().toString();
        if (!utf8) {
            throw refused(position(text, text.length()), "the file is not UTF-8 here", "save it as UTF-8");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void refuse(String text, Pattern form, String what, String remedy) {
        Matcher matcher = form.matcher(text);
        if (matcher.find()) {
            throw refused(position(text, matcher.start()), what, remedy);
        }
    }

    private Position position(String text, int index) {
        int line = (int) text.substring(0, index).lines().count();
        boolean atStart = index == 0 || "\r\n".indexOf(text.charAt(index - 1)) >= 0;
        int lineStart = Math.max(text.lastIndexOf('\n', index - 1), text.lastIndexOf('\r', index - 1)) + 1;
        return new Position(file, atStart ? line + 1 : line, text.codePointCount(lineStart, index) + 1);
    }

    private YamlNode node(Event event, Iterator<Event> events, int depth) {
        refuseFeatures(event);
        if (depth > DEEPEST) {
            throw new Refused(
                    position(event),
                    ProblemCode.PL104,
                    "this is nested too deeply",
                    "fleet files have 20 levels at most");
        }
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        return event instanceof SequenceStartEvent ? sequence(event, events, depth) : mapping(event, events, depth);
    }

    private YamlNode.Scalar scalar(ScalarEvent event) {
        Position at = position(event);
        String text = Secrets.blotOut(new Located<>(event.getValue(), at), problems);
        InterpretedText.refuse(new Located<>(text, at), problems);
        Tag tag = RESOLVER.resolve(text, event.getImplicit().canOmitTagInPlainScalar());
        return new YamlNode.Scalar(at, text, TYPES.getOrDefault(tag, YamlNode.Scalar.Type.TEXT));
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
            if (!(node(event, events, depth + 1) instanceof YamlNode.Scalar key)) {
                throw refused(position(event), "a list or mapping stands where a key belongs", "write \"key: value\"");
            }
            YamlNode value = node(events.next(), events, depth + 1);
            YamlNode.Mapping.Entry first = entries.putIfAbsent(key.text(), new YamlNode.Mapping.Entry(key.at(), value));
            if (first != null) {
                problems.report(
                        key.at(),
                        ProblemCode.PL103,
                        "the key \"%s\" stands a second time".formatted(key.text()),
                        "keep one of it and line %d".formatted(first.keyAt().line()));
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
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        if (event instanceof SequenceStartEvent sequence) {
            return sequence.getTag();
        }
        return event instanceof MappingStartEvent mapping ? mapping.getTag() : Optional.empty();
    }

    private Position position(Event event) {
        return event.getStartMark().map(this::position).orElse(Position.ofFile(file));
    }

    private Position position(Mark mark) {
        return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Refused refused(Position at, String what, String remedy) {
        return new Refused(at, ProblemCode.PL102, what, remedy);
    }

    /** Ends the reading of a file, of which nothing more can be known. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Position at;
        private final ProblemCode code;
        private final String what;
        private final String remedy;

        Refused(Position at, ProblemCode code, String what, String remedy) {
            super(what, null, false, false);
            this.what = what;
            this.at = at;
            this.code = code;
            this.remedy = remedy;
        }
    }
}
