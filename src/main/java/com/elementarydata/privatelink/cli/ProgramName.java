package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.command.Program;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Help for whoever started the program another way than in the project's folder, for which it is written. */
record ProgramName(String name) {

    /** Calls a verb and all below it by this name. */
    void callIn(CommandLine root) {
        root.setCommandName(name);
        if (!name.equals(Program.OF_PROJECT)) {
            // so that no example is wrapped, which could not be copied
            root.setUsageHelpWidth(UsageMessageSpec.DEFAULT_USAGE_WIDTH + name.length());
            spell(root);
        }
    }

    private void spell(CommandLine verb) {
        UsageMessageSpec usage = verb.getCommandSpec().usageMessage();
        usage.description(spelled(usage.description()));
        usage.footer(spelled(usage.footer()));
        verb.getSubcommands().values().forEach(this::spell);
    }

    private String[] spelled(String[] lines) {
        return Stream.of(lines)
                .map(line -> line.replace(Program.OF_PROJECT, name))
                .toArray(String[]::new);
    }
}
