package com.elementarydata.privatelink.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** All verbs, for what describes them outside of a terminal, as the manual pages of a release do. */
public final class Verbs {

    private static final String EXAMPLE = "Example";
    private static final Map<String, String> EXIT_CODES = new LinkedHashMap<>();

    static {
        EXIT_CODES.put("0", "Success. Warnings are no findings.");
        EXIT_CODES.put("1", "Findings, or a failure.");
        EXIT_CODES.put("2", "Wrong usage. What is wrong is on standard error.");
        EXIT_CODES.put("3", "AWS refused or was unreachable.");
    }

    private Verbs() {}

    /**
     * The verbs of the program. What help has below everything is a section of its own: the examples, or else the notes.
     *
     * @param program how it is called
     * @param version its version
     */
    public static CommandLine of(String program, String version) {
        CommandLine root = new CommandLine(new Main());
        new ProgramName(program).callIn(root);
        describe(root, version);
        return root;
    }

    private static void describe(CommandLine verb, String version) {
        verb.getCommandSpec().version(version);
        UsageMessageSpec usage = verb.getCommandSpec().usageMessage();
        usage.exitCodeListHeading("Exit status%n").exitCodeList(EXIT_CODES);
        List<String> lines = Stream.of(usage.footer())
                .filter(line -> !line.startsWith("Exit codes: "))
                .dropWhile(String::isEmpty)
                .toList();
        if (!lines.isEmpty()) {
            boolean examples = lines.get(0).startsWith(EXAMPLE);
            usage.footerHeading(examples ? "Examples%n" : "Notes%n")
                    .footer(lines.subList(examples ? 1 : 0, lines.size()).toArray(String[]::new));
        }
        verb.getSubcommands().values().forEach(below -> describe(below, version));
    }
}
