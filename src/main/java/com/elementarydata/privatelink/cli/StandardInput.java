package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.config.FileFailure;
import com.elementarydata.privatelink.model.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Standard input, which options name with {@code -} where they take a file.
 *
 * @param stream its bytes
 * @param terminal whether a person types it, and sees questions
 */
record StandardInput(InputStream stream, boolean terminal) {

    private static final String OPTION = "-";
    private static final int ENOUGH = 1024 * 1024;

    /** Gives verbs their standard input. */
    interface Owner {
        StandardInput input();
    }

    /** This program's own. */
    static StandardInput ofTheProgram() {
        return new StandardInput(System.in, Terminal.isThere() && Boolean.getBoolean("privatelink.input.terminal"));
    }

    /** That of a verb. */
    static StandardInput of(CommandSpec verb) {
        return ((Owner) verb.root().userObject()).input();
    }

    /** Whether the value of an option is not a file but standard input. */
    static boolean isNamed(String option) {
        return option.equals(OPTION);
    }

    /** What messages call the file of an option. */
    static String nameOf(String option) {
        return isNamed(option) ? "standard input" : option;
    }

    /** The bytes of an option's file, cut off where it is too large for every reader anyway. */
    byte[] read(String option) {
        try (InputStream file = isNamed(option) ? stream : Files.newInputStream(Path.of(option))) {
            return file.readNBytes(ENOUGH);
        } catch (IOException unreadable) {
            throw refusal(option, FileFailure.of(unreadable).why());
        } catch (InvalidPathException noPath) {
            throw refusal(option, "it is no path");
        }
    }

    private static Refusal refusal(String option, String why) {
        return Refusal.of("\"%s\" can't be read: %s; name a file, or - for standard input".formatted(option, why));
    }
}
