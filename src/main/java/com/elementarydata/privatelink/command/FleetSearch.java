package com.elementarydata.privatelink.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the fleet is, where nobody names its folder: the nearest one from the working directory upwards. */
public final class FleetSearch {

    /** The environment variable that names a fleet folder for where there is none. */
    public static final String VARIABLE = "PRIVATELINK_STACKS";

    private static final String FILE = "network.yaml";
    /** Where the fleet folder is in a repository of its own. */
    public static final String BELOW = "stacks";

    private FleetSearch() {}

    /** The nearest one from the working directory. */
    public static Optional<Path> nearest() {
        return nearest(Path.of("").toAbsolutePath());
    }

    /**
     * The nearest folder with a {@code network.yaml}: the directory or its {@code stacks/}, or those of a directory above.
     *
     * @param here an absolute path
     * @return a path relative to it where that is below
     */
    static Optional<Path> nearest(Path here) {
        return Stream.iterate(here, Objects::nonNull, Path::getParent)
                .flatMap(directory -> Stream.of(directory, directory.resolve(BELOW)))
                .filter(folder -> Files.exists(folder.resolve(FILE)))
                .findFirst()
                .map(found -> found.startsWith(here) ? here.relativize(found) : found);
    }

    /** What a printed command needs to say besides, to work on a folder where it is pasted. */
    public static String option(Path folder) {
        return nearest().filter(folder::equals).isPresent() ? "" : " --stacks " + Quoted.of(folder.toString());
    }
}
