package com.elementarydata.privatelink.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FileFailureTest {

    @TempDir
    private Path folder;

    static Stream<IOException> of_types_whose_message_is_a_path() {
        return Stream.of(
                new NoSuchFileException("a"),
                new AccessDeniedException("a"),
                new FileAlreadyExistsException("a"),
                new NotDirectoryException("a"),
                new FileSystemLoopException("a"),
                new FileSystemException("a"));
    }

    @ParameterizedTest
    @MethodSource
    void of_types_whose_message_is_a_path(IOException failure) {
        assertThat(FileFailure.line(new UncheckedIOException(failure)).orElseThrow())
                .matches("a can't be used: (it|this|the)[a-z ,]{8,}; [a-z].+");
    }

    @ParameterizedTest
    @CsvSource({
        "Is a directory, it is a folder",
        "Read-only file system, its file system is read-only",
        "No space left on device, its disk is full",
        "Disk quota exceeded, the user's disk quota is used up",
        "Too many levels of symbolic links or unable to access attributes of symbolic link, it is a link to too many others",
        "Too many links, its folder has too many links",
        "File name too long, its name is too long",
        "Too many open files, too many files are open",
        "Input/output error, its disk fails",
        "Operation not permitted, this user is not permitted to",
        "'Cannot run program \"cdk\": error=2, No such file or directory', it does not exist",
        "Text file busy, Text file busy"
    })
    void in_words_of_systems(String said, String why) {
        assertThat(FileFailure.of(new FileSystemException("a", null, said)).why())
                .isEqualTo(why);
        assertThat(FileFailure.of(new IOException(said)).why()).isEqualTo(why);
        assertThat(FileFailure.of(new IOException(said)).remedy()).isNotEmpty();
    }

    @Test
    void of_this_system() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");
        Path loop = folder.resolve("loop");
        Files.createSymbolicLink(loop, loop);

        assertThat(failure(folder.resolve("none")).why()).isEqualTo("it does not exist");
        assertThat(failure(folder).why()).isEqualTo("it is a folder");
        assertThat(failure(file.resolve("below")).why()).isEqualTo("it, or what it is in, is not a folder");
        assertThat(failure(folder.resolve("x".repeat(300))).why()).isEqualTo("its name is too long");
        assertThat(failure(loop).why()).isEqualTo("it is a link to too many others");
    }

    @Test
    void of_a_full_disk() {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "no /dev/full here");
        try {
            Files.writeString(full, "text", StandardOpenOption.WRITE);
        } catch (IOException failure) {
            assertThat(FileFailure.of(failure).line(full, "written"))
                    .isEqualTo("/dev/full can't be written: its disk is full; free space on it");
            return;
        }
        throw new AssertionError("/dev/full took it");
    }

    private static FileFailure failure(Path path) {
        try {
            Files.readString(path);
        } catch (IOException failure) {
            return FileFailure.of(failure);
        }
        throw new AssertionError(path);
    }
}
