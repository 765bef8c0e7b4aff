package com.elementarydata.privatelink.config;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a file could not be used, and what to do: the JDK's own messages are often a path alone.
 *
 * @param why what is wrong; lower case, no final period
 * @param remedy what to do; lower case, no final period
 */
public record FileFailure(String why, String remedy) {

    private static final FileFailure MISSING = new FileFailure("it does not exist", "check the path, or create it");
    private static final FileFailure DENIED = new FileFailure(
            "this user is not permitted to", "change the permissions of it or its folder, or name another");
    private static final FileFailure PRESENT = new FileFailure("it is there already", "delete it, or name another");
    private static final FileFailure NO_FOLDER =
            new FileFailure("it, or what it is in, is not a folder", "name another path");
    private static final FileFailure NOT_EMPTY = new FileFailure("it is a folder with files in it", "name another");
    private static final FileFailure LOOP = new FileFailure("it is a link to too many others", "name the file itself");
    private static final FileFailure NOT_TEXT = new FileFailure("it is not text in UTF-8", "save it as UTF-8");

    private static final Map<Class<? extends IOException>, FileFailure> TYPES = Map.of(
            NoSuchFileException.class, MISSING,
            AccessDeniedException.class, DENIED,
            FileAlreadyExistsException.class, PRESENT,
            NotDirectoryException.class, NO_FOLDER,
            DirectoryNotEmptyException.class, NOT_EMPTY,
            FileSystemLoopException.class, LOOP,
            MalformedInputException.class, NOT_TEXT);

    /** What the JDK has no type for, in the words of systems, each of which is in no other's. */
    private static final Map<String, FileFailure> WORDS = Map.ofEntries(
            Map.entry("no such file or directory", MISSING),
            Map.entry("permission denied", DENIED),
            Map.entry("operation not permitted", DENIED),
            Map.entry("file exists", PRESENT),
            Map.entry("not a directory", NO_FOLDER),
            Map.entry("directory not empty", NOT_EMPTY),
            Map.entry("too many levels of symbolic links", LOOP),
            Map.entry("is a directory", new FileFailure("it is a folder", "name a file in it")),
            Map.entry("read-only file system", new FileFailure("its file system is read-only", "name another place")),
            Map.entry("no space left on device", new FileFailure("its disk is full", "free space on it")),
            Map.entry("disk quota exceeded", new FileFailure("the user's disk quota is used up", "free space")),
            Map.entry("file too large", new FileFailure("it would be larger than allowed", "name another place")),
            Map.entry("too many links", new FileFailure("its folder has too many links", "name another place")),
            Map.entry("file name too long", new FileFailure("its name is too long", "choose a shorter one")),
            Map.entry("too many open files", new FileFailure("too many files are open", "raise ulimit -n")),
            Map.entry("input/output error", new FileFailure("its disk fails", "check it, or the network to it")));

    /** Of an exception of the JDK's. */
    public static FileFailure of(IOException failure) {
        return Optional.ofNullable(TYPES.get(failure.getClass())).orElseGet(() -> ofSystem(reason(failure)));
    }

    private static FileFailure ofSystem(String reason) {
        String said = reason.toLowerCase(Locale.ROOT);
        return WORDS.entrySet().stream()
                .filter(known -> said.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> new FileFailure(
                        reason.isEmpty() ? "the system does not say why" : reason,
                        "check its permissions, or name another place"));
    }

    private static String reason(IOException failure) {
        String said = failure instanceof FileSystemException ofFiles ? ofFiles.getReason() : failure.getMessage();
        return Objects.requireNonNullElse(said, "");
    }

    /**
     * One line about a file.
     *
     * @param file as the user named it
     * @param use what could not be done: {@code read}, {@code written}
     */
    public String line(Object file, String use) {
        return "%s can't be %s: %s; %s".formatted(file, use, why, remedy);
    }

    /** One line about what ended a program, where the JDK says that it was a file. */
    public static Optional<String> line(Throwable ended) {
        return Throwables.getCausalChain(ended).stream()
                .filter(FileSystemException.class::isInstance)
                .map(FileSystemException.class::cast)
                .map(failure -> of(failure).line(failure.getFile(), "used"))
                .findFirst();
    }
}
