package com.elementarydata.privatelink.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file that a person names, which may be anything: a device that never ends, too. */
public final class GivenFile {

    /** What the largest may have, in the words of messages. */
    public static final String LARGEST = "20 MB";

    private static final int LARGEST_BYTES = 20_000_000;

    private GivenFile() {}

    /** Reads it; empty if it is larger than {@link #LARGEST}. */
    public static Optional<byte[]> read(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(LARGEST_BYTES + 1);
            return bytes.length > LARGEST_BYTES ? Optional.empty() : Optional.of(bytes);
        }
    }
}
