package com.elementarydata.privatelink.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file whole or not at all: beside its place first, then moved there in one step. */
final class WholeFile {

    private WholeFile() {}

    static void write(Path path, String content) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        Path beside = Files.createTempFile(folder, "." + path.getFileName(), ".new");
        try {
            Files.writeString(beside, content);
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
