package com.elementarydata.privatelink.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where {@code npx cdk} runs for a fleet: the folder with its {@code cdk.json}, wherever the user is.
 *
 * @param path an absolute path
 */
public record ProjectFolder(Path path) {

    private static final String MARK = "cdk.json";

    /** What {@code npx cdk} starts; without it, npx would fetch a package of that name. */
    private static final String CDK = "node_modules/.bin/cdk";

    /**
     * The nearest one, from the fleet folder upwards; for a folder outside any, the clone that the program is of.
     *
     * @return empty where there is none, as for the runnable jar
     */
    public static Optional<ProjectFolder> of(Path fleetFolder) {
        return Stream.concat(
                        Stream.iterate(fleetFolder.toAbsolutePath().normalize(), Objects::nonNull, Path::getParent),
                        Stream.of(Program.home()).filter(home -> !Program.isRunnableJar()))
                .filter(folder -> Files.exists(folder.resolve(MARK)))
                .findFirst()
                .map(Path::normalize)
                .map(ProjectFolder::new);
    }

    /** The CDK CLI that the folder pins. */
    public Path cdk() {
        return path.resolve(CDK);
    }

    /** What is to be typed before a command that runs here; nothing for a user who is here and has installed the CDK CLI. */
    String before() {
        boolean here = path.equals(Path.of("").toAbsolutePath().normalize());
        return (here ? "" : "cd " + Quoted.of(path.toString()) + " && ") + (Files.exists(cdk()) ? "" : "npm ci && ");
    }

    /** A folder as an app that runs here is told it. */
    String shortest(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        return (absolute.startsWith(path) ? path.relativize(absolute) : absolute).toString();
    }
}
