package com.elementarydata.privatelink.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What {@code bin/archive} runs to see which classes a verb needs: some that ask neither AWS nor anybody, in silence. */
final class Rehearsal {

    private Rehearsal() {}

    /** Runs the verbs on a fleet folder. */
    public static void main(String[] folder) {
        Locale.setDefault(Locale.ROOT);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Main.run(nowhere, nowhere, "--help");
        for (String verb : new String[] {"validate", "plan"}) {
            Main.run(nowhere, nowhere, verb, "--help");
            Main.run(nowhere, nowhere, verb, "--stacks", folder[0]);
            Main.run(nowhere, nowhere, verb, "--stacks", folder[0], "--json");
        }
    }
}
