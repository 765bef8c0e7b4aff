package com.elementarydata.privatelink.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Lets every verb take {@code --color}, before it or after it; {@link Colours} have heeded it by then. */
final class ColorOption {

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            description =
                    "Colours of what people read: ${COMPLETION-CANDIDATES}. By default auto: on a terminal, unless"
                            + " NO_COLOR is set.")
    @SuppressWarnings("UnusedVariable")
    private Colours.Choice choice = Colours.Choice.AUTO;
}
