package com.elementarydata.privatelink.command;

import java.nio.file.Path;

/** The folder of this project, wherever the user is; {@code bin/privatelink} says which it is. */
public final class ProjectFolder {

    private ProjectFolder() {}

    /** Where it is. */
    public static Path path() {
        return Path.of(System.getProperty("privatelink.home", "")).toAbsolutePath();
    }

    /** A path in the project, relative to where the user is if that is in the project too. */
    public static Path resolve(String name) {
        Path here = Path.of("").toAbsolutePath();
        Path path = path().resolve(name);
        return path.startsWith(here) ? here.relativize(path) : path;
    }

    /** Whether the user is in it. */
    public static boolean isHere() {
        return path().normalize().equals(Path.of("").toAbsolutePath().normalize());
    }
}
