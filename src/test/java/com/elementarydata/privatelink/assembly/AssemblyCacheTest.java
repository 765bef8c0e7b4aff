package com.elementarydata.privatelink.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssemblyCacheTest {

    private static final long ROOM = 1 << 20;

    @TempDir
    private Path temporary;

    private Path assembly;
    private Path output;
    private AssemblyCache cache;

    @BeforeEach
    void write_an_assembly() throws IOException {
        assembly = temporary.resolve("made");
        Files.createDirectories(assembly.resolve("nested"));
        Files.writeString(assembly.resolve("manifest.json"), "{\"version\":\"1\"}\r\n");
        Files.write(assembly.resolve("nested/bytes"), new byte[] {0, (byte) 0xff, 10});
        output = temporary.resolve("cdk.out");
        cache = new AssemblyCache(temporary.resolve("cache"), ROOM);
    }

    private List<String> keptKeys() throws IOException {
        try (Stream<Path> all = Files.list(cache.folder())) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void gives_the_same_bytes_and_words_again_over_what_is_there() throws IOException {
        cache.keep("a", assembly, "warning: größer\n");
        Files.createDirectories(output);
        Files.writeString(output.resolve("manifest.json"), "longer than what is kept, and wrong");
        Files.writeString(output.resolve("of-another-run"), "stays");

        assertThat(cache.restore("a", output)).contains("warning: größer\n");

        assertThat(output.resolve("manifest.json")).hasSameBinaryContentAs(assembly.resolve("manifest.json"));
        assertThat(output.resolve("nested/bytes")).hasSameBinaryContentAs(assembly.resolve("nested/bytes"));
        assertThat(output.resolve("of-another-run")).hasContent("stays");
        assertThat(output.resolve("said")).doesNotExist();
    }

    @Test
    void has_nothing_of_other_inputs_and_writes_nothing_then() throws IOException {
        cache.keep("a", assembly, "");

        assertThat(cache.restore("b", output)).isEmpty();
        assertThat(output).doesNotExist();
    }

    /** A kill or a full disk. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 200, -1})
    void has_nothing_where_a_file_ends_too_early(int length) throws IOException {
        cache.keep("a", assembly, "");
        Path file = cache.folder().resolve("a.zip");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, length < 0 ? whole.length + length : length));

        assertThat(cache.restore("a", output)).isEmpty();
    }

    @Test
    void has_nothing_where_a_byte_is_another_one() throws IOException {
        Files.writeString(assembly.resolve("manifest.json"), "x".repeat(10_000));
        cache.keep("a", assembly, "");
        Path file = cache.folder().resolve("a.zip");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(file, bytes);

        Optional<String> said = cache.restore("a", output);

        assertThat(said.isEmpty()
                        || Files.mismatch(output.resolve("manifest.json"), assembly.resolve("manifest.json")) < 0)
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"files/../outside", "files//etc/outside", "outside", "", "files/a\0b"})
    void writes_nothing_outside_of_the_assembly(String name) throws IOException {
        Files.createDirectories(cache.folder());
        try (ZipOutputStream zip =
                new ZipOutputStream(Files.newOutputStream(cache.folder().resolve("a.zip")))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(1);
        }

        assertThat(cache.restore("a", output)).isEmpty();
        assertThat(temporary.resolve("outside")).doesNotExist();
    }

    /** What is kept is deployed. */
    @Test
    void is_the_users_alone_and_not_used_where_everybody_may_write() throws IOException {
        cache.keep("a", assembly, "");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache.folder())))
                .isEqualTo("rwx------");
        assertThat(cache.restore("a", output)).isPresent();

        Files.setPosixFilePermissions(cache.folder(), PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(cache.restore("a", temporary.resolve("other"))).isEmpty();
        assertThat(temporary.resolve("other")).doesNotExist();
    }

    @Test
    void deletes_what_was_not_used_for_the_longest_time() throws IOException {
        cache.keep("a", assembly, "");
        AssemblyCache small =
                new AssemblyCache(cache.folder(), 2 * Files.size(cache.folder().resolve("a.zip")));
        Instant longAgo = Instant.now().minus(Duration.ofDays(2));
        cache.keep("b", assembly, "");
        Files.setLastModifiedTime(cache.folder().resolve("a.zip"), FileTime.from(longAgo));
        Files.setLastModifiedTime(cache.folder().resolve("b.zip"), FileTime.from(longAgo.plusSeconds(60)));
        assertThat(small.restore("a", output)).isPresent();

        small.keep("c", assembly, "");

        assertThat(keptKeys()).containsExactly("a.zip", "c.zip");
    }

    @Test
    void deletes_what_a_killed_run_left_but_not_what_another_is_writing() throws IOException {
        Files.createDirectories(cache.folder());
        Files.writeString(cache.folder().resolve(".written.new"), "");
        Path left = Files.writeString(cache.folder().resolve(".left.new"), "");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));

        cache.keep("a", assembly, "");

        assertThat(keptKeys()).containsExactly(".written.new", "a.zip");
    }

    @Test
    void is_cleared() throws IOException {
        assertThat(cache.clear()).isZero();
        cache.keep("a", assembly, "");
        cache.keep("b", assembly, "");

        assertThat(cache.clear()).isEqualTo(2);
        assertThat(cache.restore("a", output)).isEmpty();
    }

    @Test
    void several_that_keep_and_restore_at_once_see_whole_assemblies() throws Exception {
        byte[] manifest = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        Files.write(assembly.resolve("manifest.json"), manifest);
        AssemblyCache shared = new AssemblyCache(cache.folder(), 3_000);
        List<Callable<Boolean>> runs = IntStream.range(0, 200)
                .<Callable<Boolean>>mapToObj(run -> () -> {
                    Path own = temporary.resolve("out-" + run);
                    if (shared.restore("key-" + run % 3, own).isPresent()) {
                        return Arrays.equals(Files.readAllBytes(own.resolve("manifest.json")), manifest);
                    }
                    shared.keep("key-" + run % 3, assembly, "");
                    return true;
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
