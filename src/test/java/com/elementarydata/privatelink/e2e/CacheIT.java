package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.FleetCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fleet of which nothing changed is not synthesized again, and nobody can tell but by the time. */
class CacheIT {

    private static final Path PROJECT = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    private FleetCopy fleet;
    private int runs;

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("bin/build").start().waitFor()).isZero();
    }

    @BeforeEach
    void write_a_fleet() throws IOException {
        fleet = FleetCopy.in(folder);
    }

    /**
     * A run.
     *
     * @param node whether Node.js was started for it
     */
    private record Seen(AppRun.Ended run, Map<String, String> files, boolean node) {}

    /** Of one customer, for its time; an edited file of another one counts too, as its problems are said. */
    private AppRun run(String cache) throws IOException {
        return ofFleet(cache).context("customers", "birch");
    }

    private AppRun ofFleet(String cache) throws IOException {
        return new AppRun(PROJECT, fleet.folder(), folder.resolve("out-" + runs++))
                .with(Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()))
                .context("cache", cache);
    }

    private Seen synthesize(String cache) throws IOException, InterruptedException {
        return seen(run(cache));
    }

    private Seen seen(AppRun run) throws IOException, InterruptedException {
        AppRun.Ended ended = run.end();
        Path output = folder.resolve("out-" + (runs - 1));
        return new Seen(
                ended,
                Files.exists(output) ? AppRun.filesOf(output) : Map.of(),
                !AppRun.nodesOf(output).isEmpty());
    }

    private long kept() throws IOException {
        Path cache = folder.resolve("cache/privatelink-cdk/assemblies");
        if (!Files.exists(cache)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(cache)) {
            return all.count();
        }
    }

    @Test
    void what_is_kept_is_to_the_byte_what_a_full_synthesis_gives_and_says() throws Exception {
        // another customer's problem is said at each synthesis
        fleet.write("acme", fleet.read("acme").replaceFirst("euw1-az1, euw1-az2", "eu-west-1a"));
        Seen off = synthesize("off");
        assertThat(off.run().exitCode()).as(off.run().said()).isZero();
        assertThat(off.run().said()).contains("those customers are left out", "PL204");
        assertThat(kept()).isZero();

        Seen first = synthesize("on");
        Seen second = synthesize("on");

        assertThat(first).isEqualTo(off);
        assertThat(second).isEqualTo(new Seen(off.run(), off.files(), false));
        assertThat(second.files()).containsKeys("manifest.json", ".gitignore");

        fleet.write("birch", fleet.read("birch").replace("dbc-1a2b3c4d-5e6f", "dbc-1a2b3c4d-5e60"));
        Seen changed = synthesize("on");
        assertThat(changed).isEqualTo(synthesize("off"));
        assertThat(changed.files()).isNotEqualTo(off.files());
        // the shared part, and birch's before and after
        assertThat(kept()).isEqualTo(3);
    }

    @Test
    void only_a_changed_customer_is_made_again_and_one_that_is_asked_for_is_there() throws Exception {
        Seen whole = seen(ofFleet("on"));
        assertThat(whole.run()).isEqualTo(new AppRun.Ended(0, ""));
        long before = kept();

        fleet.write("birch", fleet.read("birch").replace("dbc-1a2b3c4d-5e6f", "dbc-1a2b3c4d-5e60"));
        Seen changed = seen(ofFleet("on"));
        assertThat(changed.files()).isEqualTo(seen(ofFleet("off")).files()).isNotEqualTo(whole.files());
        assertThat(kept()).isEqualTo(before + 2);

        Seen one = synthesize("on");
        assertThat(one.node()).isFalse();
        assertThat(one.files()).isEqualTo(synthesize("off").files());
        assertThat(kept()).isEqualTo(before + 2);
    }

    @Test
    void a_run_that_fails_is_made_again_each_time() throws Exception {
        fleet.write("birch", fleet.read("birch").replaceFirst("use1-az1, use1-az2", "us-east-1a"));

        for (int run = 0; run < 2; run++) {
            Seen failed = synthesize("on");
            assertThat(failed.run().exitCode()).isEqualTo(1);
            assertThat(failed.run().said()).contains("PL204", "nothing was synthesized");
            assertThat(failed.node()).isFalse();
        }
        assertThat(kept()).isZero();
    }

    @Test
    void two_at_once_and_one_that_is_killed_leave_nothing_but_whole_assemblies() throws Exception {
        Process killed = run("on").start();
        AppRun one = run("on");
        Process beside = one.start();
        Thread.sleep(2_000);
        killed.destroyForcibly();
        killed.waitFor();
        beside.getInputStream().readAllBytes();
        assertThat(beside.waitFor()).isZero();

        Seen after = synthesize("on");

        assertThat(after.node()).isFalse();
        assertThat(after.files()).isEqualTo(synthesize("off").files());
    }

    @Test
    void whoever_cannot_keep_anything_synthesizes_all_the_same() throws Exception {
        Files.writeString(folder.resolve("cache"), "no folder");

        Seen seen = synthesize("on");

        assertThat(seen.run()).isEqualTo(new AppRun.Ended(0, ""));
        assertThat(seen.files()).containsKey("manifest.json");
    }

    @Test
    void another_switch_is_refused() throws Exception {
        Seen seen = synthesize("of");

        assertThat(seen.run())
                .isEqualTo(new AppRun.Ended(1, "-c cache: choose from on and off\nnothing was synthesized\n"));
        assertThat(seen.files()).isEmpty();
    }
}
