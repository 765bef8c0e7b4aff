package com.elementarydata.privatelink.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A file that the build made of the constructs and put into the jar, since the command line does not know CDK. */
final class BuiltFile {

    private BuiltFile() {}

    static String read(String name) throws IOException {
        try (InputStream file = BuiltFile.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new FileNotFoundException(name + " is not in the jar; build the project anew");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
