package com.elementarydata.privatelink;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.app.FleetApp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A copy of the example fleet that a test may change, and what it synthesizes to. */
public final class FleetCopy {

    private final Path root;
    private int runs;

    private FleetCopy(Path root) {
        this.root = root;
    }

    /** Copies the example fleet; the files are made in the reverse order of their names. */
    public static FleetCopy in(Path root) throws IOException {
        FleetCopy copy = new FleetCopy(root);
        copy(Path.of("stacks"), copy.folder());
        return copy;
    }

    /** Copies a fleet folder. */
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            List<Path> backwards = files.filter(Files::isRegularFile)
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (Path file : backwards) {
                Path copied = to.resolve(from.relativize(file));
                Files.createDirectories(copied.getParent());
                Files.copy(file, copied);
            }
        }
    }

    /** A fleet with the example's network, and neither customers nor a ledger. */
    public static FleetCopy withoutCustomers(Path root) throws IOException {
        FleetCopy copy = new FleetCopy(root);
        Files.createDirectories(copy.customers());
        Files.copy(Path.of("stacks/network.yaml"), copy.folder().resolve("network.yaml"));
        return copy;
    }

    /** The fleet folder. */
    public Path folder() {
        return root.resolve("stacks");
    }

    private Path customers() {
        return folder().resolve("customers");
    }

    /** Writes or replaces a customer's file. */
    public void write(String customer, String text) throws IOException {
        Files.writeString(customers().resolve(customer + ".yaml"), text);
    }

    /** The text of a customer's file. */
    public String read(String customer) throws IOException {
        return Files.readString(customers().resolve(customer + ".yaml"));
    }

    /** Deletes a customer's file. */
    public void delete(String customer) throws IOException {
        Files.delete(customers().resolve(customer + ".yaml"));
    }

    /** What a run of the app came to. */
    public record Run(boolean fine, String messages, Path output, SortedMap<String, String> templates) {}

    /** Synthesizes all customers, or those that are named. */
    public Run synthesize(String... customers) throws IOException {
        return synthesizeWith(customers.length == 0 ? Map.of() : Map.of("customers", String.join(",", customers)));
    }

    /** Synthesizes with other context of the command line. */
    public Run synthesizeWith(Map<String, Object> context) throws IOException {
        runs++;
        Path output = root.resolve("out" + runs);
        Map<String, Object> all = new TreeMap<>(context);
        all.put("stacks", folder().toString());
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        boolean fine = FleetApp.run(TestApp.app(output, all), new PrintStream(messages, true, StandardCharsets.UTF_8));
        return new Run(
                fine, messages.toString(StandardCharsets.UTF_8), output, fine ? templates(output) : new TreeMap<>());
    }

    /** Synthesizes what must be fine. */
    public SortedMap<String, String> templatesOf(String... customers) throws IOException {
        Run run = synthesize(customers);
        assertThat(run.fine()).as(run.messages()).isTrue();
        return run.templates();
    }

    /** The templates in an output folder, by their stacks' names. */
    public static SortedMap<String, String> templates(Path output) throws IOException {
        SortedMap<String, String> templates = new TreeMap<>();
        try (Stream<Path> files = Files.list(output)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".template.json"))
                    .toList()) {
                templates.put(file.getFileName().toString().replace(".template.json", ""), Files.readString(file));
            }
        }
        return templates;
    }
}
