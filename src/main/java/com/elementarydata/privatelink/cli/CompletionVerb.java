package com.elementarydata.privatelink.cli;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Spec;

/** Prints a script with which a shell completes verbs, options and values. */
@Command(
        name = "completion",
        description =
                "Prints a completion script for bash or zsh: verbs, options, and values such as the customers of the"
                        + " fleet that a verb would read.",
        footer = {"", "Example:", "  source <(bin/privatelink completion)"})
final class CompletionVerb implements Callable<Integer> {

    /** Shells look for the last part of a path. */
    private static final String SCRIPT = "privatelink";

    /** What picocli makes of a placeholder: an array, and in a comment the option whose values it has, or else a range. */
    private static final Pattern PLACEHOLDER = Pattern.compile("local (\\w+)=\\(\"@([a-z-]+)\"\\) # (--[a-z-]+)?");

    /** Where picocli counts words by what they resemble: the folder "stacks" is no option. */
    private static final Pattern RESEMBLES = Pattern.compile("\"\\$\\{(\\w+)\\}\" =~ \\$\\{previousWord\\}");

    /** Asks only where a value is being typed: it takes Java's start. */
    private static final String VALUES = """

            # The values of a kind that the fleet's files have: after the option that is given, or else where no option is.
            function _privatelink_values() {
              if [[ -n ${2:-} ]]; then
                [[ "${prev_word}" == "$2" ]] || return 0
              elif [[ "${curr_word}" == -* || " ${arg_opts} " == *" '${prev_word}' "* ]]; then
                return 0
              fi
              "${COMP_WORDS[0]/#\\~/$HOME}" %s "$1" "${curr_word}" "${COMP_WORDS[@]}" 2>/dev/null </dev/null
            }
            """.formatted(OfferedValues.NAME);

    @Spec
    private CommandSpec spec;

    @Mixin
    private Console console;

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        offerValues(root);
        console.print(asking(AutoComplete.bash(SCRIPT, root)) + VALUES);
        return ExitCode.FINE;
    }

    /** Puts what asks in place of each placeholder. The values need no quoting, by which picocli would lose some. */
    private static String asking(String script) {
        Set<String> arrays = new TreeSet<>();
        String asking = PLACEHOLDER.matcher(script).replaceAll(found -> {
            arrays.add(found.group(1));
            String option = found.group(3) == null ? "" : " " + found.group(3);
            return Matcher.quoteReplacement(
                    "local %s=($(_privatelink_values %s%s)) # ".formatted(found.group(1), found.group(2), option));
        });
        for (String array : arrays) {
            String all = " \"${%s[@]}\"".formatted(array);
            asking = asking.replace("compReplyArray" + all, "printf '%s\\n'" + all);
        }
        return RESEMBLES.matcher(asking).replaceAll("\" \\${$1} \" == *\" '\\${previousWord}' \"*");
    }

    private static void offerValues(CommandLine verb) {
        CommandSpec spec = verb.getCommandSpec();
        for (ArgSpec argument : List.copyOf(spec.args())) {
            List<String> candidates = ValueKind.candidates(argument);
            if (!candidates.isEmpty()) {
                spec.remove(argument);
                spec.add(offering(argument, candidates));
            }
        }
        verb.getSubcommands().values().forEach(CompletionVerb::offerValues);
    }

    private static ArgSpec offering(ArgSpec argument, List<String> candidates) {
        return argument instanceof OptionSpec option
                ? OptionSpec.builder(option).completionCandidates(candidates).build()
                : PositionalParamSpec.builder((PositionalParamSpec) argument)
                        .completionCandidates(candidates)
                        .build();
    }
}
