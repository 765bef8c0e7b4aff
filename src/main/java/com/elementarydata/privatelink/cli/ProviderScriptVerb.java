package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.config.WholeFiles;
import com.elementarydata.privatelink.template.ProviderScript;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the script for customers. */
@Command(
        name = "script",
        description =
                "Writes the shell script with which a customer checks, hands off and accepts, with the AWS CLI alone.",
        footer = {
            "",
            "Example:",
            "  bin/privatelink provider script --output elementary-privatelink.sh",
        })
final class ProviderScriptVerb implements Callable<Integer> {

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write it. By default standard output.")
    private @Nullable Path output;

    @Mixin
    private Console console;

    @Override
    public Integer call() throws IOException {
        if (output == null) {
            console.print(ProviderScript.text());
        } else {
            WholeFiles.write(output, ProviderScript.text());
        }
        return ExitCode.FINE;
    }
}
