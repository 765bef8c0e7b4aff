package com.elementarydata.privatelink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.FleetCopy;
import com.elementarydata.privatelink.model.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetEditTest {

    @TempDir
    private Path root;

    private FleetCopy fleet;
    private Path ledger;
    private SortedMap<Path, String> change;

    @BeforeEach
    void copyTheExample() throws IOException {
        fleet = FleetCopy.in(root);
        ledger = FleetFolder.ledgerIn(fleet.folder());
        change = new TreeMap<>(Map.of(ledger, "# mine\n"));
    }

    private void assertRefused(FleetEdit edit, String words) throws IOException {
        String before = Files.readString(ledger);

        assertThatThrownBy(() -> edit.write(change)).isInstanceOf(Refusal.class).hasMessageContaining(words);

        assertThat(ledger).hasContent(before);
    }

    @Test
    void writes_what_nobody_has_changed_and_leaves_no_lock() {
        FleetEdit.of(fleet.folder()).write(change);

        assertThat(ledger).hasContent("# mine");
        assertThat(fleet.folder()).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void fails_where_a_file_was_changed_meanwhile() throws IOException {
        FleetEdit edit = FleetEdit.of(fleet.folder());
        Files.writeString(ledger, "\n# another's\n", java.nio.file.StandardOpenOption.APPEND);

        assertRefused(edit, ledger + " changed meanwhile");
        assertThat(fleet.folder()).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void fails_where_a_customer_came_or_went_meanwhile() throws IOException {
        FleetEdit edit = FleetEdit.of(fleet.folder());
        fleet.delete("acme");
        fleet.write("zelkova", "id: zelkova\n");

        assertRefused(edit, "customers/acme.yaml, ");
        assertRefused(edit, "customers/zelkova.yaml changed meanwhile");
    }

    @Test
    void fails_while_another_one_writes_and_says_what_to_do_if_none_does() throws IOException {
        FleetEdit edit = FleetEdit.of(fleet.folder()).withPatience(Duration.ofMillis(50));
        Path lock = Files.createFile(fleet.folder().resolve(".privatelink.lock"));

        assertRefused(
                edit,
                lock + " is there, so another add or allocate is writing, or was killed; if none runs, delete it");
        assertThat(lock).exists();
    }

    @Test
    void waits_for_another_one_that_is_about_to_end() throws IOException, InterruptedException {
        FleetEdit edit = FleetEdit.of(fleet.folder());
        Path lock = Files.createFile(fleet.folder().resolve(".privatelink.lock"));
        Thread other = new Thread(() -> lock.toFile().delete());
        other.start();

        edit.write(change);

        other.join();
        assertThat(ledger).hasContent("# mine");
    }
}
