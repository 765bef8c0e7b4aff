package com.elementarydata.privatelink.template;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Terraform module with which a customer offers a service. */
public final class TerraformModule {

    private static final List<String> FILES = List.of(
            "LICENSE",
            "README.md",
            "examples/alb/main.tf",
            "examples/eks/main.tf",
            "examples/existing-nlb/main.tf",
            "examples/instances/main.tf",
            "examples/ips/main.tf",
            "integrations.tf",
            "main.tf",
            "outputs.tf",
            "tests/alb.tftest.hcl",
            "tests/eks.tftest.hcl",
            "tests/existing-nlb.tftest.hcl",
            "tests/instances.tftest.hcl",
            "tests/ips.tftest.hcl",
            "tests/mocks/aws.tfmock.hcl",
            "tests/module.tftest.hcl",
            "variables.tf",
            "versions.tf");

    private static final String MAIN = "main.tf";

    private TerraformModule() {}

    /**
     * The module's files as customers get them.
     *
     * @return texts by path in the module's folder, with {@code /} between folders, in alphabetical order
     */
    public static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        FILES.forEach(path -> files.put(path, Resource.text("terraform/" + path)));
        return files;
    }

    /**
     * Finds what is in a folder and not the module's, in this or another version. Hidden files, as Terraform's own, do not
     * count.
     *
     * @param folder where the module is to be
     * @return paths in the folder, in alphabetical order; without a folder there are none
     */
    public static List<String> foreignIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            if (Files.exists(folder)) {
                throw new NotDirectoryException(folder.toString());
            }
            return List.of();
        }
        try (Stream<Path> there = Files.walk(folder)) {
            List<String> paths = there.filter(path -> !Files.isDirectory(path))
                    .map(folder::relativize)
                    .filter(path -> !path.toString().startsWith("."))
                    .map(path -> path.toString().replace(File.separatorChar, '/'))
                    .sorted()
                    .toList();
            return isModule(folder)
                    ? paths.stream().filter(path -> !FILES.contains(path)).toList()
                    : paths;
        }
    }

    private static boolean isModule(Path folder) throws IOException {
        Path main = folder.resolve(MAIN);
        String mark = Resource.text("terraform/" + MAIN).lines().findFirst().orElseThrow();
        return Files.isRegularFile(main) && Files.readString(main).startsWith(mark);
    }
}
