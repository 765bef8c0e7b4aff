package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.config.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is said of a mistake in how a verb was called. Those that verbs find themselves are said in the verb's own words.
 *
 * @param wrong what is wrong, with the word that is
 * @param remedy what was meant, or what there is to choose from; empty where only the help says that
 */
record UsageWords(String wrong, Optional<String> remedy) {

    private static final String LONG = "--";
    private static final String KEEP_ONE = "keep one of them;";

    private UsageWords(String wrong) {
        this(wrong, Optional.empty());
    }

    /**
     * The words for a mistake that was made in the arguments.
     *
     * @param typed the arguments
     */
    static UsageWords of(ParameterException mistake, List<String> typed) {
        CommandSpec verb = mistake.getCommandLine().getCommandSpec();
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0), unmatched.isUnknownOption(), verb);
        }
        if (mistake instanceof MissingParameterException missing) {
            return missing(missing.getMissing(), typed);
        }
        if (mistake instanceof OverwrittenOptionException twice) {
            return new UsageWords("%s is given twice".formatted(name(twice.getOverwritten())), Optional.of(KEEP_ONE));
        }
        if (mistake instanceof MutuallyExclusiveArgsException) {
            return new UsageWords("%s exclude each other".formatted(exclusive(verb, typed)), Optional.of(KEEP_ONE));
        }
        ArgSpec argument = mistake.getArgSpec();
        if (argument != null && mistake.getValue() != null) {
            return value(argument, mistake);
        }
        // of the verb help
        return mistake.getValue() == null
                ? new UsageWords(String.valueOf(mistake.getMessage()))
                : noVerb(mistake.getValue(), verb);
    }

    private static UsageWords unmatched(String word, boolean option, CommandSpec verb) {
        if (option) {
            return new UsageWords(
                    "\"%s\" is not an option of %s".formatted(word, verb.qualifiedName()),
                    Suggestion.nearest(options(verb), word).map("did you mean %s?"::formatted));
        }
        return verb.subcommands().isEmpty()
                ? new UsageWords("\"%s\" is one word too many for %s".formatted(word, verb.qualifiedName()))
                : noVerb(word, verb);
    }

    /** Short ones are all alike. */
    private static List<String> options(CommandSpec verb) {
        return verb.options().stream()
                .filter(option -> !option.hidden())
                .map(OptionSpec::longestName)
                .filter(name -> name.startsWith(LONG))
                .toList();
    }

    private static UsageWords noVerb(String word, CommandSpec verb) {
        String kind = verb.userObject() instanceof AddVerb ? "an integration" : "a verb of " + verb.qualifiedName();
        return new UsageWords(
                "\"%s\" is not %s".formatted(word, kind),
                Suggestion.nearest(verbs(verb), word).map("did you mean \"%s\"?"::formatted));
    }

    private static Collection<String> verbs(CommandSpec verb) {
        return verb.subcommands().entrySet().stream()
                .filter(below ->
                        !below.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static UsageWords missing(List<ArgSpec> missing, List<String> typed) {
        ArgSpec first = missing.get(0);
        if (isTyped(first, typed)) {
            return new UsageWords(
                    "%s needs a value: %s".formatted(name(first), first.paramLabel()),
                    choices(first).map(UsageWords::all));
        }
        return new UsageWords("%s %s missing".formatted(names(missing.stream()), missing.size() == 1 ? "is" : "are"));
    }

    private static String exclusive(CommandSpec verb, List<String> typed) {
        return names(verb.argGroups().stream()
                .filter(ArgGroupSpec::exclusive)
                .flatMap(group -> group.args().stream())
                .filter(argument -> isTyped(argument, typed)));
    }

    private static boolean isTyped(ArgSpec argument, List<String> typed) {
        return argument instanceof OptionSpec option
                && Stream.of(option.names())
                        .anyMatch(name ->
                                typed.stream().anyMatch(word -> word.equals(name) || word.startsWith(name + "=")));
    }

    private static UsageWords value(ArgSpec argument, ParameterException mistake) {
        String value = String.valueOf(mistake.getValue());
        if (argument.isOption() && argument.arity().max() == 0) {
            return new UsageWords("%s takes no value, and \"%s\" is one".formatted(name(argument), value));
        }
        Optional<List<String>> choices = choices(argument);
        if (choices.isPresent()) {
            return new UsageWords(
                    "\"%s\" is not a value of %s".formatted(value, name(argument)),
                    Suggestion.nearest(choices.get(), value)
                            .map("did you mean \"%s\"?"::formatted)
                            .or(() -> choices.map(UsageWords::all)));
        }
        String why = mistake.getCause() instanceof TypeConversionException cause
                ? String.valueOf(cause.getMessage())
                : String.valueOf(mistake.getMessage());
        return new UsageWords("%s: %s".formatted(name(argument), why));
    }

    private static Optional<List<String>> choices(ArgSpec argument) {
        return Optional.ofNullable(argument.completionCandidates())
                .filter(words -> argument.type().isEnum() || argument.converters().length > 0)
                .map(words -> StreamSupport.stream(words.spliterator(), false).toList());
    }

    private static String all(List<String> words) {
        return "choose from %s;".formatted(String.join(", ", words));
    }

    private static String names(Stream<ArgSpec> arguments) {
        return arguments.map(UsageWords::name).collect(Collectors.joining(" and "));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
