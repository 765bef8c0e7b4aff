package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.integration.Integrations;
import picocli.CommandLine.Command;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** Connects a customer. */
@Command(
        name = "add",
        description = {
            "Writes a customer file, or adds a connection to it, and allocates the addresses it needs.",
            "Everything is checked before anything is written. At a terminal, missing values are asked for."
        },
        modelTransformer = AddVerb.Subcommands.class,
        footer = {"", "Example:", "  bin/privatelink add snowflake --help"})
final class AddVerb implements Runnable {

    @Mixin
    private Console console;

    @Override
    public void run() {
        throw console.wrong("name an integration");
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
