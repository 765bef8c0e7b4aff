package com.elementarydata.privatelink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.model.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
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
                .hasMessage(impossible + " can't be written; check its permissions");

        assertThat(old).hasContent("old");
        assertThat(added).doesNotExist();
        assertThat(folder).isDirectoryNotContaining("glob:**/.*.new");
    }
}
