package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.model.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;

/**
 * Which of a program's outputs have colours.
 *
 * @param out whether standard output has
 * @param err whether standard error has
 */
record Colours(Ansi out, Ansi err) {

    private static final String OPTION = "--color";

    /** What {@code --color} takes. */
    enum Choice {
        /** Where a terminal shows them. */
        AUTO,
        /** Everywhere, as for a pager. */
        ALWAYS,
        /** Nowhere. */
        NEVER;

        @Override
        public String toString() {
            return Words.of(this);
        }
    }

    /** Those of a program, found before its options are parsed, since what parsing says is printed too. */
    static Colours of(List<String> arguments, Map<String, String> environment) {
        Choice choice = chosen(arguments);
        return new Colours(
                of(choice, Terminal.showsOutput(), environment), of(choice, Terminal.showsErrors(), environment));
    }

    /**
     * Those of one output.
     *
     * @param terminal whether a terminal shows it; empty if that is not known
     * @param environment where {@code NO_COLOR}, {@code CLICOLOR_FORCE}, {@code CLICOLOR} and {@code TERM} are, of which
     *     the first that says something counts
     */
    static Ansi of(Choice choice, Optional<Boolean> terminal, Map<String, String> environment) {
        return switch (choice) {
            case ALWAYS -> Ansi.ON;
            case NEVER -> Ansi.OFF;
            case AUTO -> of(environment).or(() -> terminal).orElseGet(Ansi.AUTO::enabled) ? Ansi.ON : Ansi.OFF;
        };
    }

    private static Optional<Boolean> of(Map<String, String> environment) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return Optional.of(false);
        }
        String forced = environment.getOrDefault("CLICOLOR_FORCE", "");
        if (!forced.isEmpty() && !forced.equals("0")) {
            return Optional.of(true);
        }
        boolean refused = "0".equals(environment.get("CLICOLOR")) || "dumb".equals(environment.get("TERM"));
        return refused ? Optional.of(false) : Optional.empty();
    }

    /** The last choice counts; one that parsing refuses is none. */
    private static Choice chosen(List<String> arguments) {
        Choice chosen = Choice.AUTO;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            String value = argument.equals(OPTION) && i + 1 < arguments.size()
                    ? arguments.get(i + 1)
                    : argument.startsWith(OPTION + "=") ? argument.substring(OPTION.length() + 1) : "";
            for (Choice choice : Choice.values()) {
                chosen = choice.toString().equalsIgnoreCase(value) ? choice : chosen;
            }
        }
        return chosen;
    }

    /** How the usage looks: colours have a meaning elsewhere, and it has none of these. */
    ColorScheme ofUsage() {
        return new ColorScheme.Builder(out)
                .commands(Style.bold)
                .options(Style.bold)
                .parameters(Style.bold)
                .optionParams(Style.italic)
                .errors(Style.bold)
                .stackTraces(Style.faint)
                .build();
    }
}
