package com.elementarydata.privatelink.app;

import com.google.common.io.CountingOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Hears what the app says while it goes where it always goes, and whether the CDK below it says something too. */
final class Heard implements AutoCloseable {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream messages;
    private final PrintStream err = System.err;
    private final PrintStream out = System.out;
    private final CountingOutputStream ofErr = new CountingOutputStream(err);
    private final CountingOutputStream ofOut = new CountingOutputStream(out);

    /** Listens until it is closed. */
    Heard(PrintStream to) {
        messages = new PrintStream(
                new FilterOutputStream(to) {
                    @Override
                    public void write(int character) throws IOException {
                        super.write(character);
                        said.write(character);
                    }
                },
                true,
                StandardCharsets.UTF_8);
        System.setErr(new PrintStream(ofErr, true, StandardCharsets.UTF_8));
        System.setOut(new PrintStream(ofOut, true, StandardCharsets.UTF_8));
    }

    /** Where the app prints. */
    PrintStream messages() {
        return messages;
    }

    /** What the app said. */
    String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    /** Whether anything else was said: jsii prints what comes from Node.js. */
    boolean isInterrupted() {
        return ofErr.getCount() + ofOut.getCount() > 0;
    }

    @Override
    public void close() {
        System.setErr(err);
        System.setOut(out);
    }
}
