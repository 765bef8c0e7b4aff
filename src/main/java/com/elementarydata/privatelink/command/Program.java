package com.elementarydata.privatelink.command;

import java.nio.file.Path;
import java.util.Optional;

/** How people start this command line: in a clone, from a distribution, or with Java alone from the runnable jar. */
public final class Program {

    /** In the project's folder. */
    public static final String OF_PROJECT = "bin/privatelink";

    /** What the manifest of the runnable jar says, and no other: the profile "release" of pom.xml. */
    private static final String TITLE = "elementary-privatelink";

    private Program() {}

    /** The words before a verb. {@code bin/privatelink} says how it is found. */
    public static String name() {
        return isRunnableJar()
                ? "java -jar " + Quoted.of(System.getProperty("java.class.path"))
                : Quoted.of(System.getProperty("privatelink.program", OF_PROJECT));
    }

    /** Whether this is the runnable jar, which has neither the CDK app nor anything that CDK needs. */
    public static boolean isRunnableJar() {
        return TITLE.equals(Program.class.getPackage().getImplementationTitle());
    }

    /** The version; empty where the classes are in no jar. */
    public static Optional<String> version() {
        return Optional.ofNullable(Program.class.getPackage().getImplementationVersion());
    }

    /** Where it is installed: the clone or the distribution. */
    public static Path home() {
        return Path.of(System.getProperty("privatelink.home", "")).toAbsolutePath();
    }
}
