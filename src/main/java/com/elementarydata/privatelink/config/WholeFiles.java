package com.elementarydata.privatelink.config;

import static java.util.Objects.requireNonNull;

import com.elementarydata.privatelink.model.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/**
 * Writes a file whole or not at all, or several files, all of them or none. What is no file, such as a pipe or a device,
 * is written to as it is.
 */
public final class WholeFiles {

    /** Where Linux has the files that a process has open. */
    private static final Path OPEN_FILES = Path.of("/proc");

    private static final int MOST_LINKS = 40;

    private WholeFiles() {}

    /** Writes a file. A link stays a link. */
    public static void write(Path path, String content) {
        try {
            put(path, content);
        } catch (IOException unwritable) {
            throw Refusal.of(words(path, unwritable));
        }
    }

    /** Writes them in the order of their paths; where one can't be written, the ones before it are put back. */
    public static void write(SortedMap<Path, String> contents) {
        Map<Path, Optional<String>> before = new LinkedHashMap<>();
        contents.forEach((path, content) -> {
            try {
                Optional<String> old = Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
                put(path, content);
                before.put(path, old);
            } catch (IOException unwritable) {
                List<String> lines = new ArrayList<>(List.of(words(path, unwritable)));
                before.forEach((written, old) -> putBack(written, old).ifPresent(lines::add));
                throw Refusal.of(lines);
            }
        });
    }

    private static void put(Path path, String content) throws IOException {
        if (isOpenedByOthers(path)) {
            Files.writeString(path, content, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            return;
        }
        if (isPlanted(path)) {
            throw new FileSystemException(path.toString(), null, "it is a link of another user's");
        }
        replace(Files.isSymbolicLink(path) ? path.toRealPath() : path, content);
    }

    /** A pipe or a device, or what a process has open: {@code /dev/stdout} may be a file that a shell goes on with. */
    private static boolean isOpenedByOthers(Path path) throws IOException {
        Path at = path.toAbsolutePath();
        for (int links = 0; links < MOST_LINKS && Files.isSymbolicLink(at); links++) {
            if (folderOf(at).toRealPath().startsWith(OPEN_FILES)) {
                return true;
            }
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        return Files.exists(at) && !Files.isRegularFile(at) && !Files.isDirectory(at);
    }

    /** As Linux has it for folders that everybody can write to. */
    private static boolean isPlanted(Path path) throws IOException {
        if (!Files.isSymbolicLink(path)) {
            return false;
        }
        UserPrincipal owner = Files.getOwner(path, LinkOption.NOFOLLOW_LINKS);
        return !owner.equals(Files.getOwner(folderOf(path)))
                && !owner.getName().equals(System.getProperty("user.name"));
    }

    private static Path folderOf(Path path) {
        return requireNonNull(path.toAbsolutePath().getParent());
    }

    /** Writes beside the place first, under a name that nobody can know, then moves it there in one step. */
    private static void replace(Path place, String content) throws IOException {
        // not a temporary file of the JDK's, which nobody but its owner may read
        Path beside = place.resolveSibling(".%s.%s.new".formatted(place.getFileName(), UUID.randomUUID()));
        try {
            try (FileChannel channel =
                    FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static Optional<String> putBack(Path path, Optional<String> old) {
        try {
            if (old.isPresent()) {
                put(path, old.get());
            } else {
                Files.delete(path);
            }
            return Optional.empty();
        } catch (IOException stays) {
            return Optional.of("%s was already written and can't be rolled back; restore it from git".formatted(path));
        }
    }

    private static String words(Path path, IOException unwritable) {
        if (Files.isDirectory(path)) {
            return "%s can't be written, since it is a folder; name a file in it".formatted(path);
        }
        if (Files.notExists(folderOf(path))) {
            return "%s can't be written, since its folder does not exist; create it".formatted(path);
        }
        return FileFailure.of(unwritable).line(path, "written");
    }
}
