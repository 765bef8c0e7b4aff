package com.elementarydata.privatelink.cli.render;

import com.google.common.escape.Escaper;
import com.google.common.net.PercentEscaper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files as programs name them that show a repository: from its root.
 *
 * @param root an absolute path
 */
public record RepositoryPaths(Path root) {

    /** What a URI's path may have as it is (RFC 3986), and the slashes between its parts; a colon would end a scheme. */
    private static final Escaper ESCAPER = new PercentEscaper("-._~!$&'()*+,;=@/", false);

    /** Of the repository that a folder is in, or else of the working directory. */
    public static RepositoryPaths around(Path folder) {
        return new RepositoryPaths(Stream.iterate(absolute(folder), Objects::nonNull, Path::getParent)
                .filter(directory -> Files.exists(directory.resolve(".git")))
                .findFirst()
                .orElseGet(() -> absolute(Path.of(""))));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** The path from the root; an absolute one outside it. */
    String path(String file) {
        return below(file).orElseGet(() -> absolute(Path.of(file)).toString());
    }

    /** The same as a reference to a URI. */
    String uri(String file) {
        return (isBelow(file) ? "" : "file://") + ESCAPER.escape(path(file));
    }

    /** Whether a file is in the repository. */
    boolean isBelow(String file) {
        return below(file).isPresent();
    }

    private Optional<String> below(String file) {
        Path absolute = absolute(Path.of(file));
        return absolute.startsWith(root) ? Optional.of(root.relativize(absolute).toString()) : Optional.empty();
    }
}
