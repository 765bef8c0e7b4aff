package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.model.ProblemCode;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code docs/problems.md} says of each code. */
final class ProblemsDocument {

    /** The code and what is below it, until the next heading. */
    private static final Pattern SECTION =
            Pattern.compile("(?m)^### (PL[0-9]{3})(?: \\(warning\\))?\\n+((?:(?!#{2,3} ).*\\n)*)");

    private final Map<String, Section> sections;

    /**
     * What is said of a code.
     *
     * @param markdown all of it
     */
    record Section(String markdown) {

        /** The same without marks. */
        String text() {
            return markdown.replace("`", "");
        }

        /** The first paragraph, in one line. */
        String description() {
            return text().split("\n\n", 2)[0].replace('\n', ' ');
        }

        /** The first sentence of that. */
        String title() {
            return description().split("(?<=\\.) ", 2)[0];
        }
    }

    private ProblemsDocument(Map<String, Section> sections) {
        this.sections = sections;
    }

    static ProblemsDocument read() {
        try {
            String text = Resources.toString(
                    Resources.getResource(ProblemsDocument.class, "problems.md"), StandardCharsets.UTF_8);
            return new ProblemsDocument(SECTION.matcher(text)
                    .results()
                    .collect(Collectors.toMap(
                            found -> found.group(1),
                            found -> new Section(found.group(2).strip()))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Section of(ProblemCode code) {
        return sections.getOrDefault(code.name(), new Section(code.name()));
    }
}
