package com.elementarydata.privatelink.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a fleet is found that nobody names. */
class FleetSearchTest {

    @TempDir
    private Path home;

    private Path outer;
    private Path inner;

    @BeforeEach
    void make_a_fleet_and_another_one_below_it() throws IOException {
        outer = fleet("outer");
        inner = fleet("outer/inner/stacks");
        Files.createDirectories(outer.resolve("customers/notes"));
        Files.createDirectories(home.resolve("elsewhere/stacks"));
    }

    private Path fleet(String name) throws IOException {
        Path folder = Files.createDirectories(home.resolve(name));
        Files.createFile(folder.resolve("network.yaml"));
        return folder;
    }

    @Test
    void is_the_nearest_upwards() {
        assertThat(FleetSearch.nearest(outer)).contains(Path.of(""));
        assertThat(FleetSearch.nearest(outer.resolve("customers/notes"))).contains(outer);
        assertThat(FleetSearch.nearest(inner)).contains(Path.of(""));
    }

    @Test
    void is_below_where_it_is_called_stacks() {
        assertThat(FleetSearch.nearest(outer.resolve("inner"))).contains(Path.of("stacks"));
    }

    @Test
    void is_nowhere_without_a_network_file() {
        assertThat(FleetSearch.nearest(home.resolve("elsewhere"))).isEmpty();
    }
}
