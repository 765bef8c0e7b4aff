package com.elementarydata.privatelink.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the Terraform module for customers. */
@Command(
        name = "terraform",
        description = "Writes the Terraform module with which a customer offers a service.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  bin/privatelink provider terraform --output modules/elementary"})
final class ProviderTerraformVerb implements Callable<Integer> {

    private static final List<String> FILES =
            List.of("README.md", "main.tf", "outputs.tf", "variables.tf", "versions.tf");

    @Option(
            names = "--output",
            paramLabel = "DIR",
            required = true,
            description = "The module's folder; its files there are replaced, others are left alone.")
    private Path output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(output);
        for (String file : FILES) {
            WholeFile.write(output.resolve(file), BuiltFile.read("terraform/" + file));
            spec.commandLine().getOut().println(output.resolve(file));
        }
        return ExitCode.FINE;
    }
}
