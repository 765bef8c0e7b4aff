package com.elementarydata.privatelink.assembly;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder of kept assemblies and their parts. Several processes may use it at once: a file appears whole, or not at all. Those
 * that were not used for the longest time are deleted.
 *
 * @param folder the folder, which need not exist
 * @param largest how many bytes all files may have together
 */
public record AssemblyCache(Path folder, long largest) {

    private static final long LARGEST = 256L << 20;
    private static final String OF_THE_USER_ALONE = "rwx------";
    private static final String KEPT = ".json.gz";
    private static final String NEW = ".new";
    /** No process writes one file for so long. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    /** That of a user, below {@code XDG_CACHE_HOME} or {@code ~/.cache}; empty for a user without a home. */
    public static Optional<AssemblyCache> of(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        return Stream.of(environment.getOrDefault("XDG_CACHE_HOME", ""), home.isEmpty() ? "" : home + "/.cache")
                .filter(place -> !place.isEmpty())
                .findFirst()
                .map(place -> new AssemblyCache(Path.of(place, "privatelink-cdk", "assemblies"), LARGEST));
    }

    /**
     * Reads what is kept.
     *
     * @param key what it was made from
     * @param form what it is
     * @return empty if nothing is kept that can be read to its end, or if anybody could have written it
     */
    public <T> Optional<T> read(String key, Class<T> form) {
        Path file = folder.resolve(key + KEPT);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            if (Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_WRITE)) {
                return Optional.empty();
            }
            T content;
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
                content = JsonMapper.shared().readValue(in, form);
            }
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(content);
        } catch (IOException | JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Keeps something.
     *
     * @param key what it was made from
     * @param content a record
     */
    public void keep(String key, Object content) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OF_THE_USER_ALONE)));
        Path beside = folder.resolve("." + UUID.randomUUID() + NEW);
        try {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(beside))) {
                out.write(JsonMapper.shared().writeValueAsBytes(content));
            }
            Files.move(beside, folder.resolve(key + KEPT), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Deletes what is too much, and what killed runs left. */
    public void trim() throws IOException {
        long sum = 0;
        for (Path kept : kept()) {
            sum += size(kept);
            if (sum > largest) {
                Files.deleteIfExists(kept);
            }
        }
        for (Path abandoned : files(NEW)) {
            if (lastUsed(abandoned).isBefore(Instant.now().minus(ABANDONED))) {
                Files.deleteIfExists(abandoned);
            }
        }
    }

    /**
     * Deletes all that is kept.
     *
     * @return how many files that were
     */
    public int clear() throws IOException {
        List<Path> kept = kept();
        for (Path each : kept) {
            Files.deleteIfExists(each);
        }
        return kept.size();
    }

    /** Those used last are first. */
    private List<Path> kept() throws IOException {
        return files(KEPT).stream()
                .sorted(Comparator.comparing(AssemblyCache::lastUsed)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private List<Path> files(String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException deleted) {
            return 0;
        }
    }

    /** Another process may have deleted it meanwhile. */
    private static Instant lastUsed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException deleted) {
            return Instant.EPOCH;
        }
    }
}
