package com.elementarydata.privatelink.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** The JSON Schemas of a fleet's files, which those name in their first lines. */
public final class SchemaFiles {

    private static final List<String> NAMES =
            List.of("customer.schema.json", "network.schema.json", "handoff.schema.json", "addresses.lock.schema.json");

    private SchemaFiles() {}

    /** Their texts, by the names that they have in a fleet folder. */
    public static SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        for (String name : NAMES) {
            try (InputStream content = Objects.requireNonNull(SchemaFiles.class.getResourceAsStream(name), name)) {
                texts.put(name, new String(content.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
        return texts;
    }
}
