package com.elementarydata.privatelink.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a script with which a shell completes verbs and options. */
@Command(
        name = "completion",
        description = "Prints a completion script for bash or zsh.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  source <(bin/privatelink completion)"})
final class CompletionVerb implements Callable<Integer> {

    /** Shells look for the last part of a path. */
    private static final String SCRIPT = "privatelink";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(AutoComplete.bash(SCRIPT, spec.root().commandLine()));
        spec.commandLine().getOut().flush();
        return ExitCode.FINE;
    }
}
