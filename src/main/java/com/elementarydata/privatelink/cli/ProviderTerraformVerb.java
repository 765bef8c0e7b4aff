package com.elementarydata.privatelink.cli;

import static java.util.Objects.requireNonNull;

import com.elementarydata.privatelink.config.WholeFiles;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.template.TerraformModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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
            description = "The module's folder: new, empty, or written by this verb before.")
    private Path output;

    @Mixin
    private Console console;

    @Override
    public Integer call() throws IOException {
        List<String> foreign = TerraformModule.foreignIn(output);
        if (!foreign.isEmpty()) {
            throw Refusal.of("%s has files that are not the module's, such as %s; name a folder of its own"
                    .formatted(output, foreign.get(0)));
        }
        SortedMap<Path, String> files = new TreeMap<>();
        TerraformModule.files().forEach((path, text) -> files.put(output.resolve(path), text));
        for (Path path : files.keySet()) {
            Files.createDirectories(requireNonNull(path.getParent()));
        }
        WholeFiles.write(files);
        files.keySet().forEach(console.out()::println);
        return ExitCode.FINE;
    }
}
