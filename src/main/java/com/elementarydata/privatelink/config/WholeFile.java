package com.elementarydata.privatelink.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file whole or not at all: beside its place first, then moved there in one step. A link stays a link. */
public final class WholeFile {

    private WholeFile() {}

    public static void write(Path path, String content) throws IOException {
        Path place = Files.isSymbolicLink(path) ? path.toRealPath() : path;
        // not a temporary file of the JDK's, which nobody but its owner may read
        Path beside = place.resolveSibling(".%s.%d.new"
                .formatted(place.getFileName(), ProcessHandle.current().pid()));
        try {
            Files.writeString(beside, content);
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
