package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.ProblemCode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** The parser's complaints about broken YAML, in words that help whoever edits the file. */
final class BrokenYaml {

    /**
     * One common mistake.
     *
     * @param said the parser's message, with its context
     * @param atBeginning whether the line to look at is where the parser's context begins
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
    private static final Form ANY = Form.here("", "nothing in YAML begins like this", COMPARE);
    private static final List<Form> FORMS = List.of(
            Form.here("TAB", "tabs are not allowed here", "replace the tab with spaces"),
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
                    "this does not continue what is above it",
                    "indent it like the lines that it belongs to, and look for a missing dash, colon or brace"),
            Form.here(
                    "mapping values are not allowed",
                    "unexpected colon, since no key can end here",
                    "look at the indentation and the quotes of this line and the one above it; quote text that contains a"
                            + " colon and a space in it"),
            Form.beginning(
                    "could not find expected ':'",
                    "this key is not followed by a colon and a space",
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
                    "unexpected dash, since no list can begin here",
                    "put each dash on a line of its own, below the list's key"),
            Form.beginning(
                    "scanning an? (alias|anchor)",
                    "text that begins with \"*\" or \"&\" is a reference in YAML",
                    "quote it, as in \"*.acme.example\""),
            Form.beginning("scanning a tag", "text that begins with \"!\" is a tag in YAML", "quote it"),
            Form.beginning(
                    "block scalar",
                    "\"|\" and \">\" begin a multi-line text",
                    "quote the text, or remove the character"),
            Form.here(
                    "cannot start any token",
                    "no text begins with this character unless it is quoted",
                    "quote the text, or remove the character"),
            Form.here(
                    "stream end",
                    "the file ends where a value is expected",
                    "write the rest of it, with its closing brackets and braces"),
            Form.here(
                    "expected '<document start>'",
                    "there is text after the end of the document",
                    "delete it, and the line \"...\" too"),
            Form.here(
                    "expected the node content",
                    "expected a value, found a bracket, brace or comma",
                    "write the value, or remove the character"),
            Form.here(
                    "mapping keys are not allowed",
                    "unexpected question mark, since no key can begin here",
                    "quote the text"),
            Form.here(
                    "directive",
                    "a line that begins with \"%\" is a YAML directive, which no fleet file needs",
                    "delete the line"));

    private BrokenYaml() {}

    /** What to report when the parser gives up. */
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
