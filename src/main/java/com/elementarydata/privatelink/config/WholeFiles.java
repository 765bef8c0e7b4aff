package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Writes a file whole or not at all, or several files, all of them or none. */
public final class WholeFiles {

    private WholeFiles() {}

    /** Writes a file beside its place first, then moves it there in one step. A link stays a link. */
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

    /** Writes them in the order of their paths; where one can't be written, the ones before it are put back. */
    public static void write(SortedMap<Path, String> contents) {
        Map<Path, Optional<String>> before = new LinkedHashMap<>();
        contents.forEach((path, content) -> {
            try {
                Optional<String> old = Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
                write(path, content);
                before.put(path, old);
            } catch (IOException unwritable) {
                List<String> lines =
                        new ArrayList<>(List.of("%s can't be written; check its permissions".formatted(path)));
                before.forEach((written, old) -> putBack(written, old).ifPresent(lines::add));
                throw Refusal.of(lines);
            }
        });
    }

    private static Optional<String> putBack(Path path, Optional<String> old) {
        try {
            if (old.isPresent()) {
                write(path, old.get());
            } else {
                Files.delete(path);
            }
            return Optional.empty();
        } catch (IOException stays) {
            return Optional.of("%s was already written and can't be rolled back; restore it from git".formatted(path));
        }
    }
}
