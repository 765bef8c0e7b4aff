package com.elementarydata.privatelink.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The verbs of the program, in the order of its help.
 *
 * @param words what the program was started with; empty for all verbs
 */
record Subcommands(List<String> words) implements IModelTransformer {

    private static final List<Class<?>> ALL = List.of(
            DemoVerb.class,
            InitVerb.class,
            ValidateVerb.class,
            AllocateVerb.class,
            AddVerb.class,
            PlanVerb.class,
            RunbookVerb.class,
            StatusVerb.class,
            OffboardVerb.class,
            InventoryVerb.class,
            AdoptVerb.class,
            DiagnoseVerb.class,
            ProviderVerb.class,
            PolicyVerb.class,
            CacheVerb.class,
            CompletionVerb.class,
            HelpCommand.class);

    /** They describe other verbs. */
    private static final Set<Class<?>> OF_OTHERS = Set.of(CompletionVerb.class, HelpCommand.class);

    Subcommands() {
        this(List.of());
    }

    /**
     * Makes the verb alone that the words begin with, where there is one: all of them take a third of a second.
     *
     * @param words what the program was started with
     */
    record Factory(List<String> words) implements IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == Subcommands.class
                    ? type.cast(new Subcommands(words))
                    : new AddVerb.Factory(words).create(type);
        }
    }

    @Override
    public CommandSpec transform(CommandSpec program) {
        IFactory factory = words.isEmpty() ? CommandLine.defaultFactory() : new AddVerb.Factory(words);
        List<Class<?>> meant = ALL.stream()
                .filter(verb -> !OF_OTHERS.contains(verb))
                .filter(verb -> words.stream().limit(1).anyMatch(nameOf(verb)::equals))
                .toList();
        for (Class<?> verb : meant.isEmpty() ? ALL : meant) {
            program.addSubcommand(nameOf(verb), new CommandLine(verb, factory));
        }
        return program;
    }

    private static String nameOf(Class<?> verb) {
        return verb.getAnnotation(Command.class).name();
    }
}
