package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.model.Printable;
import com.elementarydata.privatelink.model.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file that an option names, or standard input for {@code -}. */
final class InputFile {

    private static final String STANDARD_INPUT = "-";
    private static final int ENOUGH = 1024 * 1024;

    private final String name;
    private final byte[] content;

    /**
     * A file.
     *
     * @param name its name in messages
     * @param content its bytes, cut off where it is too large for every reader anyway
     */
    InputFile(String name, byte[] content) {
        this.name = name;
        this.content = content.clone();
    }

    String name() {
        return name;
    }

    byte[] content() {
        return content.clone();
    }

    static InputFile read(String path, StandardInput input) {
        try {
            if (path.equals(STANDARD_INPUT)) {
                return new InputFile("standard input", input.stream().readNBytes(ENOUGH));
            }
            try (InputStream file = Files.newInputStream(Path.of(path))) {
                return new InputFile(path, file.readNBytes(ENOUGH));
            }
        } catch (IOException | InvalidPathException unreadable) {
            throw Refusal.of(
                    "\"%s\" can't be read; name a file, or - for standard input".formatted(Printable.of(path)));
        }
    }

    static boolean isStandardInput(String path) {
        return path.equals(STANDARD_INPUT);
    }
}
