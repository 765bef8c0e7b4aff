package com.elementarydata.privatelink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.model.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFilesTest {

    @TempDir
    private Path folder;

    @Test
    void all_files_are_written() throws IOException {
        Path old = Files.writeString(folder.resolve("a"), "old");

        WholeFiles.write(new TreeMap<>(Map.of(old, "new", folder.resolve("b"), "added")));

        assertThat(old).hasContent("new");
        assertThat(folder.resolve("b")).hasContent("added");
    }

    @Test
    void fails_and_puts_back_what_was_written_before_one_that_can_not_be() throws IOException {
        Path old = Files.writeString(folder.resolve("a"), "old");
        Path added = folder.resolve("b");
        Path impossible =
                Files.createDirectories(folder.resolve("c/not-a-file")).getParent();

        assertThatThrownBy(
                        () -> WholeFiles.write(new TreeMap<>(Map.of(old, "new", added, "added", impossible, "never"))))
                .isInstanceOf(Refusal.class)
                .hasMessage(impossible + " can't be written, since it is a folder; name a file in it");

        assertThat(old).hasContent("old");
        assertThat(added).doesNotExist();
        assertThat(folder).isDirectoryNotContaining("glob:**/.*.new");
    }

    @Test
    void fails_without_a_folder_and_says_to_create_it() {
        Path file = folder.resolve("none/a");

        assertThatThrownBy(() -> WholeFiles.write(file, "new"))
                .isInstanceOf(Refusal.class)
                .hasMessage(file + " can't be written, since its folder does not exist; create it");
    }

    @Test
    void what_has_the_old_file_open_or_under_another_name_keeps_the_old_text() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "old");
        Path name = Files.createLink(folder.resolve("b"), file);
        try (InputStream open = Files.newInputStream(file)) {
            WholeFiles.write(file, "new");

            assertThat(open).hasBinaryContent("old".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(file).hasContent("new");
        assertThat(name).hasContent("old");
    }

    @Test
    void a_link_stays_a_link() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("b"), file);

        WholeFiles.write(link, "new");

        assertThat(link).isSymbolicLink().hasContent("new");
        assertThat(file).hasContent("new");
    }

    @Test
    void a_pipe_is_written_to_and_stays() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Process reader = new ProcessBuilder("cat", pipe.toString()).start();

        WholeFiles.write(pipe, "through");

        assertThat(new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("through");
        assertThat(Files.isRegularFile(pipe)).isFalse();
        assertThat(pipe).exists();
    }

    @Test
    void a_device_is_written_to_and_stays() {
        Path device = Path.of("/dev/null");
        WholeFiles.write(device, "gone");

        assertThat(Files.isRegularFile(device)).isFalse();
        assertThat(device).exists();
    }

    @Test
    void what_a_process_has_open_is_written_to_its_end() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "first ");
        try (OutputStream open = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
                Path descriptor = descriptors
                        .filter(path -> leadsTo(path, file))
                        .findFirst()
                        .orElseThrow();
                Path link = Files.createSymbolicLink(folder.resolve("link"), descriptor);
                WholeFiles.write(descriptor, "second ");
                WholeFiles.write(link, "third");
            }
            open.write('.');
        }
        assertThat(file).hasContent("first second third.");
    }

    private static boolean leadsTo(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file.toRealPath());
        } catch (IOException closed) {
            return false;
        }
    }
}
