package com.elementarydata.privatelink.operation.runbook;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** The prose of runbooks: Markdown with Mustache's tags in it, for writers to edit. */
final class RunbookTemplates {

    // a name that no value has is an author's mistake, and never becomes a gap in what a customer gets
    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().withEscaper(Escapers.NONE).strictSections(true).withLoader(RunbookTemplates::open);

    private RunbookTemplates() {}

    /** The text of a template with the values of an object's methods. */
    static String fill(String name, Object values) throws IOException {
        try (Reader template = open(name)) {
            return COMPILER.compile(template).execute(values);
        }
    }

    private static Reader open(String name) throws IOException {
        InputStream template = RunbookTemplates.class.getResourceAsStream("%s.md".formatted(name));
        if (template == null) {
            throw new FileNotFoundException(
                    "operation/runbook/%s.md is not in the jar; rebuild the project".formatted(name));
        }
        return new InputStreamReader(template, StandardCharsets.UTF_8);
    }
}
