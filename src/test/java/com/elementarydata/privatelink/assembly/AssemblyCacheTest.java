package com.elementarydata.privatelink.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class AssemblyCacheTest {

    private static final long ROOM = 1 << 20;

    private static final AssemblyPart PART = new AssemblyPart(
            "warning: größer\n",
            Map.of("Stack", JsonMapper.shared().readTree("{\"type\":\"aws:cloudformation:stack\"}")),
            Map.of("Stack.template.json", "{\"a\": \"\\u0000 ü\"}\r\n"));

    @TempDir
    private Path temporary;

    private AssemblyCache cache;

    @BeforeEach
    void have_a_cache() {
        cache = new AssemblyCache(temporary.resolve("cache"), ROOM);
    }

    private Optional<AssemblyPart> read(String key) {
        return cache.read(key, AssemblyPart.class);
    }

    private List<String> keptKeys() throws IOException {
        try (Stream<Path> all = Files.list(cache.folder())) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void gives_again_what_is_kept_and_nothing_else() throws IOException {
        KeptFleet fleet = new KeptFleet("", Map.of("", "a"));
        cache.keep("a", PART);
        cache.keep("f", fleet);

        assertThat(read("a")).contains(PART);
        assertThat(read("b")).isEmpty();
        assertThat(cache.read("f", KeptFleet.class)).contains(fleet);
    }

    /** A kill or a full disk. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 100, -1, -8})
    void has_nothing_where_a_file_ends_too_early(int length) throws IOException {
        cache.keep("a", PART);
        Path file = cache.folder().resolve("a.json.gz");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, length < 0 ? whole.length + length : length));

        assertThat(read("a")).isEmpty();
    }

    @Test
    void never_gives_what_has_changed_on_the_disk() throws IOException {
        cache.keep("a", PART);
        Path file = cache.folder().resolve("a.json.gz");
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x55;
            Files.write(file, changed);

            assertThat(read("a").filter(part -> !part.equals(PART))).isEmpty();
        }
    }

    /** What is kept is deployed. */
    @Test
    void is_the_users_alone_and_not_used_where_everybody_may_write() throws IOException {
        cache.keep("a", PART);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache.folder())))
                .isEqualTo("rwx------");

        Files.setPosixFilePermissions(cache.folder(), PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(read("a")).isEmpty();
    }

    @Test
    void deletes_what_was_not_used_for_the_longest_time() throws IOException {
        cache.keep("a", PART);
        AssemblyCache small =
                new AssemblyCache(cache.folder(), 2 * Files.size(cache.folder().resolve("a.json.gz")));
        Instant longAgo = Instant.now().minus(Duration.ofDays(2));
        cache.keep("b", PART);
        Files.setLastModifiedTime(cache.folder().resolve("a.json.gz"), FileTime.from(longAgo));
        Files.setLastModifiedTime(cache.folder().resolve("b.json.gz"), FileTime.from(longAgo.plusSeconds(60)));
        assertThat(read("a")).isPresent();

        small.keep("c", PART);
        small.trim();

        assertThat(keptKeys()).containsExactly("a.json.gz", "c.json.gz");
    }

    @Test
    void deletes_what_a_killed_run_left_but_not_what_another_is_writing() throws IOException {
        cache.keep("a", PART);
        Files.writeString(cache.folder().resolve(".written.new"), "");
        Path left = Files.writeString(cache.folder().resolve(".left.new"), "");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));

        cache.trim();

        assertThat(keptKeys()).containsExactly(".written.new", "a.json.gz");
    }

    @Test
    void is_cleared() throws IOException {
        assertThat(cache.clear()).isZero();
        cache.keep("a", PART);
        cache.keep("b", PART);

        assertThat(cache.clear()).isEqualTo(2);
        assertThat(read("a")).isEmpty();
    }

    @Test
    void several_that_keep_and_read_at_once_see_whole_parts() throws Exception {
        AssemblyPart large = new AssemblyPart("", Map.of(), Map.of("Stack.template.json", "x".repeat(100_000)));
        AssemblyCache shared = new AssemblyCache(cache.folder(), 300);
        List<Callable<Boolean>> runs = IntStream.range(0, 200)
                .<Callable<Boolean>>mapToObj(run -> () -> {
                    Optional<AssemblyPart> read = shared.read("key-" + run % 3, AssemblyPart.class);
                    shared.keep("key-" + run % 3, large);
                    shared.trim();
                    return read.isEmpty() || read.get().equals(large);
                })
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Boolean> run : threads.invokeAll(runs)) {
                assertThat(run.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "/cache, /home/x, /cache/privatelink-cdk/assemblies",
                "'', /home/x, /home/x/.cache/privatelink-cdk/assemblies",
                "'', '', -"
            })
    void is_a_users(String cacheHome, String home, @Nullable String folder) {
        assertThat(AssemblyCache.of(Map.of("XDG_CACHE_HOME", cacheHome, "HOME", home))
                        .map(found -> found.folder().toString()))
                .isEqualTo(Optional.ofNullable(folder));
    }
}
