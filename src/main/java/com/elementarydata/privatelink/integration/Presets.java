package com.elementarydata.privatelink.integration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads {@code presets.txt}, whose head says what a row has. */
final class Presets {

    private static final String FILE = "presets.txt";

    private Presets() {}

    /** The integrations of the file, in its order. */
    static List<Integration> read() {
        return rows(text()).map(PresetRow::integration).toList();
    }

    private static Stream<PresetRow> rows(String text) {
        return Stream.of(text.replaceAll("(?m)^#.*\n", "").split("\n{2,}", -1))
                .map(row -> row.replace("\n  ", " ").strip())
                .filter(row -> !row.isEmpty())
                .map(Presets::row);
    }

    private static PresetRow row(String text) {
        Map<String, List<String>> row = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            String[] parts = line.split(": ", 2);
            row.computeIfAbsent(parts[0], key -> new ArrayList<>()).add(parts[1]);
        });
        return new PresetRow(row);
    }

    private static String text() {
        try (InputStream file = Objects.requireNonNull(Presets.class.getResourceAsStream(FILE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
