package com.elementarydata.privatelink.cli;

import static java.util.Objects.requireNonNull;

import com.elementarydata.privatelink.config.WholeFiles;
import com.elementarydata.privatelink.template.TerraformModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the Terraform module for customers. */
@Command(
        name = "terraform",
        description = "Writes the Terraform module with which a customer offers a service.",
        footer = {"", "Example:", "  bin/privatelink provider terraform --output modules/elementary"})
final class ProviderTerraformVerb implements Callable<Integer> {

    @Option(
            names = "--output",
            paramLabel = "DIR",
            required = true,
            description = "The module's folder; its files there are replaced, others are left alone.")
    private Path output;

    @Mixin
    private Console console;

    @Override
    public Integer call() throws IOException {
        for (Map.Entry<String, String> file : TerraformModule.files().entrySet()) {
            Path path = output.resolve(file.getKey());
            Files.createDirectories(requireNonNull(path.getParent()));
            WholeFiles.write(path, file.getValue());
            console.out().println(path);
        }
        return ExitCode.FINE;
    }
}
