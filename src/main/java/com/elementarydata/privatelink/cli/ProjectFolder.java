package com.elementarydata.privatelink.cli;

import java.nio.file.Path;

/** The folder of this project, wherever the user is; {@code bin/privatelink} says which it is. */
final class ProjectFolder {

    private ProjectFolder() {}

    static Path path() {
        return Path.of(System.getProperty("privatelink.home", "")).toAbsolutePath();
    }

    /** A path in the project, relative to where the user is if that is in the project too. */
    static Path resolve(String name) {
        Path here = Path.of("").toAbsolutePath();
        Path path = path().resolve(name);
        return path.startsWith(here) ? here.relativize(path) : path;
    }

    /** Whether the user is in it. */
    static boolean isHere() {
        return path().normalize().equals(Path.of("").toAbsolutePath().normalize());
    }
}
