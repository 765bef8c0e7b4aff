package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.ProblemCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.databind.json.JsonMapper;

/** The parser's complaints about broken YAML, in words that help whoever edits the file. */
final class BrokenYaml {

    /**
     * One common mistake, as in {@code broken-yaml.json}, of which the first that fits counts.
     *
     * @param said the parser's message, with its context
     * @param atBeginning whether the line to look at is where the parser's context begins
     * @param what what is wrong
     * @param remedy what to do
     */
    record Form(Pattern said, boolean atBeginning, String what, String remedy) {}

    private static final String COMPARE = "compare the indentation, quotes and brackets with an example";
    private static final Form ANY = new Form(Pattern.compile(""), false, "nothing in YAML begins like this", COMPARE);

    /** Read only once something is broken. */
    private static final class Forms {

        private static final List<Form> ALL = List.of(JsonMapper.builder()
                .build()
                .readValue(
                        Objects.requireNonNull(BrokenYaml.class.getResourceAsStream("broken-yaml.json")),
                        Form[].class));
    }

    private BrokenYaml() {}

    /** What to report when the parser gives up. */
    static Refused at(String file, MarkedYamlEngineException broken) {
        String said = "%s: %s".formatted(broken.getContext(), broken.getProblem());
        Form form = Forms.ALL.stream()
                .filter(known -> known.said().matcher(said).find())
                .findFirst()
                .orElse(ANY);
        Optional<Mark> problem = broken.getProblemMark().or(broken::getContextMark);
        Optional<Mark> place = form.atBeginning() ? broken.getContextMark().or(() -> problem) : problem;
        return refused(
                place.map(mark -> position(file, mark)).orElse(Position.ofFile(file)), form.what(), form.remedy());
    }

    /** A file that is broken at an unknown place. */
    static Refused somewhereIn(String file, String what) {
        return refused(Position.ofFile(file), what, COMPARE);
    }

    static Position position(String file, Mark mark) {
        return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Refused refused(Position at, String what, String remedy) {
        return new Refused(at, ProblemCode.PL102, "this is not YAML: " + what, remedy);
    }
}
