package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A change of a fleet folder from when it is read until it is written. Of several people or jobs that change one folder at
 * once the first wins; the others are told so, and write nothing.
 */
public final class FleetEdit {

    /** Created and deleted, and never locked itself: that alone works on every network file system. */
    private static final String LOCK = ".privatelink.lock";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Path folder;
    private final SortedMap<Path, String> before;

    private final Duration patience;

    private FleetEdit(Path folder, SortedMap<Path, String> before, Duration patience) {
        this.folder = folder;
        this.before = before;
        this.patience = patience;
    }

    /** Begins one; what is read from now on is what it is about. */
    public static FleetEdit of(Path folder) {
        return new FleetEdit(folder, contents(folder), PATIENCE);
    }

    /** The same, which waits for another one only so long. */
    FleetEdit withPatience(Duration shorter) {
        return new FleetEdit(folder, before, shorter);
    }

    /**
     * Writes all files or none.
     *
     * @param contents by their paths, each in the folder
     * @throws Refusal if anything in the folder is not as it was when this began, or a file can't be written
     */
    public void write(SortedMap<Path, String> contents) {
        CountDownLatch written = new CountDownLatch(1);
        // who interrupts this waits for the end of the write, so that nothing is half written and no lock is left
        Thread end = new Thread(() -> awaitAtMost(written));
        try {
            Runtime.getRuntime().addShutdownHook(end);
        } catch (IllegalStateException interrupted) {
            throw Refusal.of("interrupted, so nothing was written");
        }
        try {
            writeLocked(contents);
        } finally {
            written.countDown();
            forget(end);
        }
    }

    private static void awaitAtMost(CountDownLatch written) {
        try {
            written.await(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException interrupted) {
            // it runs
        }
    }

    private void writeLocked(SortedMap<Path, String> contents) {
        Path lock = locked();
        try {
            List<String> changed = changed();
            if (!changed.isEmpty()) {
                throw Refusal.of(
                        "%s changed meanwhile, as by another add or allocate, so nothing was written; run this again"
                                .formatted(String.join(", ", changed)));
            }
            WholeFiles.write(contents);
        } finally {
            unlock(lock);
        }
    }

    private Path locked() {
        Path lock = folder.resolve(LOCK);
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return Files.createFile(lock);
            } catch (FileAlreadyExistsException held) {
                if (System.nanoTime() > end) {
                    throw Refusal.of(
                            "%s is there, so another add or allocate is writing, or was killed; if none runs, delete it"
                                    .formatted(lock));
                }
                pause();
            } catch (IOException unwritable) {
                throw Refusal.of(FileFailure.of(unwritable).line(lock, "written"));
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw Refusal.of("interrupted, so nothing was written");
        }
    }

    private static void unlock(Path lock) {
        try {
            Files.deleteIfExists(lock);
        } catch (IOException stays) {
            throw Refusal.of("all was written, but %s can't be deleted; delete it".formatted(lock));
        }
    }

    private List<String> changed() {
        SortedMap<Path, String> now = contents(folder);
        return Stream.concat(before.keySet().stream(), now.keySet().stream())
                .distinct()
                .filter(path -> !Objects.equals(before.get(path), now.get(path)))
                .map(Path::toString)
                .toList();
    }

    private static SortedMap<Path, String> contents(Path folder) {
        SortedMap<Path, String> contents = new TreeMap<>();
        FleetFolder.filesOf(folder).forEach(path -> contents.put(path, content(path)));
        return contents;
    }

    /** Byte for byte. What can't be read is the same as long as it can't be. */
    private static String content(Path path) {
        try (InputStream content = Files.newInputStream(path)) {
            return new String(content.readNBytes(FileText.LARGEST + 1), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            return String.valueOf(unreadable.getMessage());
        }
    }
}
