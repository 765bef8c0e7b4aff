package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.ProblemCode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** What the parser says of a file that is not YAML, in the words of somebody who edits one. */
final class BrokenYaml {

    /**
     * One thing that people do.
     *
     * @param said how the parser says it, with what it was at
     * @param atBeginning whether the line to look at is where the parser began what it was at
     * @param what what is wrong
     * @param remedy what to do
     */
    private record Form(Pattern said, boolean atBeginning, String what, String remedy) {

        static Form here(String said, String what, String remedy) {
            return new Form(Pattern.compile(said), false, what, remedy);
        }

        static Form beginning(String said, String what, String remedy) {
            return new Form(Pattern.compile(said), true, what, remedy);
        }
    }

    private static final String COMPARE = "compare the indentation, quotes and brackets with an example";
    private static final Form ANY = Form.here("", "nothing that YAML knows begins like this", COMPARE);
    private static final List<Form> FORMS = List.of(
            Form.here("TAB", "a tab stands where only spaces may", "replace it with spaces"),
            Form.here(
                    "flow mapping: expected ','",
                    "a comma or the closing brace is missing before this",
                    "look at the line above too: each entry ends with a comma, and each text has quotes on both sides"),
            Form.here(
                    "flow sequence: expected ','",
                    "a comma or the closing bracket is missing before this",
                    "look at the line above too: the list ends with \"]\""),
            Form.here(
                    "expected <block end>",
                    "this does not go on with what stands above it",
                    "indent it like the lines that it belongs to, and look for a missing dash, colon or brace"),
            Form.here(
                    "mapping values are not allowed",
                    "a colon stands where no key can end",
                    "look at the indentation and the quotes of this line and the one above it; quote a text that has a"
                            + " colon and a space in it"),
            Form.beginning(
                    "could not find expected ':'",
                    "no colon and space follow this key",
                    "write \"key: value\", with a plain space after the colon"),
            Form.beginning(
                    "quoted scalar: found unexpected",
                    "a quote opens here and is never closed",
                    "close it where the text ends"),
            Form.here(
                    "quoted scalar",
                    "a backslash in double quotes begins an escape that YAML does not know",
                    "use single quotes, or write two backslashes for one"),
            Form.here(
                    "sequence entries are not allowed",
                    "a dash stands where no list can begin",
                    "put each dash on a line of its own, below the list's key"),
            Form.beginning(
                    "scanning an? (alias|anchor)",
                    "a text that begins with \"*\" or \"&\" points to another place in YAML",
                    "quote it, as in \"*.acme.example\""),
            Form.beginning("scanning a tag", "a text that begins with \"!\" is a tag in YAML", "quote it"),
            Form.beginning(
                    "block scalar",
                    "\"|\" and \">\" begin a text of several lines",
                    "quote the text, or leave the sign out"),
            Form.here(
                    "cannot start any token",
                    "no text begins with this character unless it is quoted",
                    "quote the text, or take the character out"),
            Form.here(
                    "stream end",
                    "the file breaks off where a value belongs",
                    "write the rest of it, with its closing brackets and braces"),
            Form.here(
                    "expected '<document start>'",
                    "text stands after the end of the document",
                    "take it out, and the line \"...\" too"),
            Form.here(
                    "expected the node content",
                    "a bracket, brace or comma stands where a value belongs",
                    "write the value, or take the sign out"),
            Form.here(
                    "mapping keys are not allowed",
                    "a question mark and a space stand where no key can begin",
                    "quote the text"),
            Form.here(
                    "directive",
                    "a line with \"%\" at its beginning says how to read a file, which no fleet file needs",
                    "take the line out"));

    private BrokenYaml() {}

    /** What to tell of a file that the parser could not read on. */
    static Refused at(String file, MarkedYamlEngineException broken) {
        String said = "%s: %s".formatted(broken.getContext(), broken.getProblem());
        Form form = FORMS.stream()
                .filter(known -> known.said().matcher(said).find())
                .findFirst()
                .orElse(ANY);
        Optional<Mark> problem = broken.getProblemMark().or(broken::getContextMark);
        Optional<Mark> place = form.atBeginning() ? broken.getContextMark().or(() -> problem) : problem;
        return refused(
                place.map(mark -> position(file, mark)).orElse(Position.ofFile(file)), form.what(), form.remedy());
    }

    /** A file that breaks off where nobody can say. */
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
