package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Integrations;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
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

    /**
     * Makes the subcommands only where the words may be about one: all of them take a tenth of a second.
     *
     * @param words what the program was started with
     */
    record Factory(List<String> words) implements IFactory {

        private static final Set<String> ABOUT_SUBCOMMANDS = Set.of("add", "completion", "help");

        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == Subcommands.class
                    ? type.cast(new Subcommands(
                            words.stream().anyMatch(ABOUT_SUBCOMMANDS::contains) ? Integrations.ALL : List.of()))
                    : CommandLine.defaultFactory().create(type);
        }
    }

    /**
     * One for each integration.
     *
     * @param integrations those that have one
     */
    record Subcommands(List<Integration> integrations) implements IModelTransformer {

        Subcommands() {
            this(Integrations.ALL);
        }

        @Override
        public CommandSpec transform(CommandSpec add) {
            // picocli asks again with the program that the verb is of
            if (add.subcommands().isEmpty()) {
                integrations.forEach(
                        integration -> add.addSubcommand(integration.key(), AddConnectionVerb.specOf(integration)));
            }
            return add;
        }
    }
}
