package com.elementarydata.privatelink.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.FleetCopy;
import com.elementarydata.privatelink.assembly.AppContext;
import com.elementarydata.privatelink.assembly.AssemblyCache;
import com.elementarydata.privatelink.assembly.AssemblyPart;
import com.elementarydata.privatelink.assembly.SynthesisInputs;
import com.elementarydata.privatelink.fleet.Plan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is put together from kept parts is what a full synthesis gives, to the byte and to the word. */
class CachedSynthesisTest {

    private static final List<String> IDS = List.of("ash", "beech", "elder", "hazel", "zelkova");
    private static final int EDITS = 25;

    @TempDir
    private Path temporary;

    private FleetCopy fleet;
    private AssemblyCache cache;
    private Path jar;
    private final Map<String, String> context = new HashMap<>();
    private int runs;

    @BeforeEach
    void write_a_fleet() throws IOException {
        fleet = FleetCopy.in(temporary);
        cache = new AssemblyCache(temporary.resolve("cache"), 1 << 26);
        jar = Files.writeString(temporary.resolve("cli.jar"), "classes");
        context.put(AppContext.FOLDER, fleet.folder().toString());
    }

    private record Seen(boolean fine, String said, Map<String, String> files) {}

    private interface Run {
        boolean in(Path output, PrintStream messages) throws IOException;
    }

    private Seen see(Run run) throws IOException {
        Path output = temporary.resolve("out-" + runs++);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        boolean fine = run.in(output, new PrintStream(said, true, StandardCharsets.UTF_8));
        Map<String, String> files = new TreeMap<>();
        if (Files.exists(output)) {
            try (Stream<Path> all = Files.list(output)) {
                for (Path file : all.toList()) {
                    files.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return new Seen(fine, said.toString(StandardCharsets.UTF_8), files);
    }

    private AskedFleet asked() {
        return new AskedFleet(key -> Optional.ofNullable(context.get(key)));
    }

    private Seen full() throws IOException {
        return see((output, messages) -> FleetApp.run(Synthesis.app(output), asked(), messages));
    }

    private Seen cached() throws IOException {
        return see((output, messages) -> new CachedSynthesis(cache, inputs(), asked(), output).run(messages));
    }

    private SynthesisInputs inputs() {
        return new SynthesisInputs(fleet.folder(), new AppContext("", ""), Map.of(), jar.toString());
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> all = Files.list(cache.folder())) {
            return all.sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void after_any_edits_and_for_any_selection(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> differing = new ArrayList<>();
        for (int edit = 0; edit < EDITS; edit++) {
            String what = edit(random);
            if (random.nextInt(3) == 0) {
                // of which a selection may be a part
                context.remove(AppContext.CUSTOMERS);
                cached();
            }
            select(random);
            Seen full = full();
            for (String time : List.of("first", "second")) {
                if (!cached().equals(full)) {
                    differing.add("%s time after edit %d, %s, of %s".formatted(time, edit, what, context));
                }
            }
        }
        assertThat(differing).isEmpty();
    }

    private String edit(Random random) throws IOException {
        String id = IDS.get(random.nextInt(IDS.size()));
        Path file = fleet.folder().resolve("customers/" + id + ".yaml");
        Path network = fleet.folder().resolve("network.yaml");
        switch (random.nextInt(10)) {
            case 0 -> Files.deleteIfExists(file);
            case 1 -> Files.writeString(network, Files.readString(network).replace("10.0.3.0/24]", "10.0.4.0/24]"));
            case 2 -> Files.writeString(network, "# moved a line\n" + Files.readString(network));
            case 3 -> fleet.write(id, text(id, random).replaceFirst("-az1", "-az9"));
            case 4 -> {
                // a part that is gone, as after a CI cache of another branch
                if (Files.exists(cache.folder())) {
                    List<Path> all = kept();
                    Files.delete(all.get(random.nextInt(all.size())));
                }
            }
            default -> fleet.write(id, text(id, random));
        }
        return id;
    }

    private void select(Random random) {
        context.remove(AppContext.CUSTOMERS);
        if (random.nextInt(3) == 0) {
            context.put(AppContext.CUSTOMERS, "acme, " + IDS.get(random.nextInt(IDS.size())));
        }
    }

    private static String text(String id, Random random) {
        return IntStream.rangeClosed(1, 1 + random.nextInt(3))
                .mapToObj(number -> """
                          - id: db%d
                            integration: service
                            region: us-west-2
                            availabilityZoneIds: [usw2-az1%s]
                            awsAccountId: "678901234567"
                            serviceName: com.amazonaws.vpce.us-west-2.vpce-svc-%017x
                            hostnames: [db%1$d-%d.%s.example]
                            ports: [5432]
                            dns: %s
                        """.formatted(
                                number,
                                random.nextBoolean() ? ", usw2-az2" : "",
                                id.hashCode() * 8L + number,
                                random.nextInt(3),
                                id,
                                random.nextBoolean() ? "active" : "prepared"))
                .reduce("id: %s\nconnections:\n".formatted(id), String::concat);
    }

    @Test
    void one_customer_of_a_fleet_that_is_kept_needs_nothing_else() throws IOException {
        cached();
        context.put(AppContext.CUSTOMERS, "birch");
        Seen full = full();

        assertThat(cached()).isEqualTo(full);
        assertThat(kept()).hasSize(1 + 1 + 6);
    }

    @Test
    void a_changed_program_makes_all_anew() throws IOException {
        cached();
        int before = kept().size();
        Files.writeString(jar, "CLASSES");

        assertThat(cached()).isEqualTo(full());
        assertThat(kept()).hasSize(2 * before);
    }

    /** Found by their words, which no run would say. */
    @Test
    void an_unchanged_customer_and_the_shared_stacks_are_not_made_again() throws IOException {
        cached();
        Plan plan = asked().plan(System.err).orElseThrow();
        FleetParts parts = FleetParts.of(plan, cache, inputs());
        for (Map.Entry<String, AssemblyPart> part : parts.kept().entrySet()) {
            cache.keep(
                    requireNonNull(parts.keys().get(part.getKey())),
                    new AssemblyPart(
                            "kept: " + part.getKey() + "\n",
                            part.getValue().artifacts(),
                            part.getValue().files()));
        }
        fleet.write("birch", fleet.read("birch").replace("dbc-1a2b3c4d-5e6f", "dbc-1a2b3c4d-5e60"));

        assertThat(cached().said().lines())
                .containsExactly(
                        "kept: ", "kept: acme", "kept: cedar", "kept: dogwood", "kept: elm-energy", "kept: fir");
    }

    /** More zones in one stack than CloudFormation takes in a template without a bucket. */
    @Test
    void what_is_wrong_with_a_template_is_said_each_time_and_not_kept() throws IOException {
        cached();
        int before = kept().size();
        String names = IntStream.range(0, 80)
                .mapToObj("a-rather-long-name-%d.hazel.example"::formatted)
                .collect(Collectors.joining(", "));
        fleet.write(
                "hazel",
                text("hazel", new Random(1))
                        .replaceFirst("\\[db1-[^]]*]", "[" + names + "]")
                        .replace("prepared", "active"));

        for (int time = 0; time < 2; time++) {
            Seen seen = cached();
            assertThat(seen).isEqualTo(full());
            assertThat(seen.fine()).isFalse();
            assertThat(seen.said()).contains("PrivateLink-Dns-hazel.template.json has", "cdk bootstrap");
        }
        assertThat(kept()).hasSize(before);
    }
}
