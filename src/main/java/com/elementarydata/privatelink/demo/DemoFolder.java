package com.elementarydata.privatelink.demo;

import com.elementarydata.privatelink.command.ProjectFolder;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder that a demo works in: new each time, with a copy of the fleet. */
public final class DemoFolder {

    private DemoFolder() {}

    public static Path of(Path fleet) throws IOException {
        Path folder = ProjectFolder.path().resolve("target/demo");
        if (Files.exists(folder)) {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        }
        Files.createDirectories(folder);
        List<Path> files;
        try (Stream<Path> found = Files.walk(fleet)) {
            files = found.toList();
        }
        for (Path file : files) {
            Files.copy(
                    file,
                    folder.resolve("stacks").resolve(fleet.relativize(file).toString()));
        }
        return folder;
    }
}
