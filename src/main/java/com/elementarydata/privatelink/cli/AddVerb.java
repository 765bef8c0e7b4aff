package com.elementarydata.privatelink.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Connects a customer. */
@Command(
        name = "add",
        description = {
            "Writes a customer's file, or adds a connection to it, and gives addresses to what it newly needs.",
            "Everything is checked before anything is written. What is missing is asked for at a terminal."
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            AddSnowflakeVerb.class,
            AddDatabricksVerb.class,
            AddGitHubEnterpriseServerVerb.class,
            AddServiceVerb.class
        },
        footer = {"", "Example:", "  bin/privatelink add snowflake --help"})
final class AddVerb implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name what to connect to");
    }
}
