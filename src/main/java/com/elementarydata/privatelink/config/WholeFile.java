package com.elementarydata.privatelink.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a whole file or nothing: first beside its place, then moved there atomically. A link stays a link. */
public final class WholeFile {

    private WholeFile() {}

    public static void write(Path path, String content) throws IOException {
        Path place = Files.isSymbolicLink(path) ? path.toRealPath() : path;
        // not a temporary file of the JDK, which only its owner can read
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
