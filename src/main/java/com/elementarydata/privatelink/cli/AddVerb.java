package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.integration.Integrations;
import picocli.CommandLine.Command;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Connects a customer. */
@Command(
        name = "add",
        description = {
            "Writes a customer file, or adds a connection to it, and allocates the addresses it needs.",
            "Everything is checked before anything is written. At a terminal, missing values are asked for."
        },
        mixinStandardHelpOptions = true,
        modelTransformer = AddVerb.Subcommands.class,
        footer = {"", "Example:", "  bin/privatelink add snowflake --help"})
final class AddVerb implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name an integration");
    }

    /** One for each integration. */
    static final class Subcommands implements IModelTransformer {

        @Override
        public CommandSpec transform(CommandSpec add) {
            Integrations.ALL.forEach(
                    integration -> add.addSubcommand(integration.key(), AddConnectionVerb.specOf(integration)));
            return add;
        }
    }
}
