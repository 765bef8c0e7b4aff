package com.elementarydata.privatelink.template;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A file beside this package's classes in the jar. */
final class Resource {

    private Resource() {}

    static String text(String name) {
        try (InputStream file = requireNonNull(Resource.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
