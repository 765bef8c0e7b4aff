package com.elementarydata.privatelink.command;

/** How people start this command line: in the project's folder, or with Java alone from the runnable jar of a release. */
public final class Program {

    /** In the project's folder. */
    public static final String OF_PROJECT = "bin/privatelink";

    /** What the manifest of the runnable jar says, and no other: the profile "release" of pom.xml. */
    private static final String TITLE = "elementary-privatelink";

    private Program() {}

    /** The words before a verb. */
    public static String name() {
        return isRunnableJar() ? "java -jar " + Quoted.of(System.getProperty("java.class.path")) : OF_PROJECT;
    }

    /** Whether this is the runnable jar, which has neither the CDK app nor anything that CDK needs. */
    public static boolean isRunnableJar() {
        return TITLE.equals(Program.class.getPackage().getImplementationTitle());
    }
}
