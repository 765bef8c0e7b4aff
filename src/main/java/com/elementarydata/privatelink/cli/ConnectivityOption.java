package com.elementarydata.privatelink.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a connection crosses Regions. */
final class ConnectivityOption {

    private static final String NAME = "--connectivity";

    @Option(
            names = NAME,
            paramLabel = "WORD",
            description = "peered, by default, or cross-region: the endpoint then stands in production's Region, whose"
                    + " zones are to be given.")
    private @Nullable String word;

    void write(ConnectionText text) {
        text.text("connectivity", Optional.ofNullable(word), new Origin.Named(NAME));
    }
}
