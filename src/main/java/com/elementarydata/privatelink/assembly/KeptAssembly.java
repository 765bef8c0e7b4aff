package com.elementarydata.privatelink.assembly;

import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * An assembly in a zip file, with what was said when it was made.
 *
 * @param file the zip file
 */
record KeptAssembly(Path file) {

    private static final String SAID = "said";
    private static final String FILES = "files/";

    /**
     * Writes the zip file.
     *
     * @param assembly the files
     * @param said what was said
     */
    void keep(Path assembly, String said) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry(SAID));
            zip.write(said.getBytes(StandardCharsets.UTF_8));
            for (Path each : files(assembly)) {
                zip.putNextEntry(new ZipEntry(FILES + assembly.relativize(each)));
                Files.copy(each, zip);
            }
        }
    }

    private static List<Path> files(Path assembly) throws IOException {
        try (Stream<Path> all = Files.walk(assembly)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /**
     * Writes the assembly, over what is there.
     *
     * @param directory where
     * @return what was said
     */
    String restore(Path directory) throws IOException {
        String said = "";
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                byte[] content = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().equals(SAID)) {
                    said = new String(content, StandardCharsets.UTF_8);
                } else {
                    write(directory, entry.getName(), content);
                }
            }
        }
        return said;
    }

    private static void write(Path directory, String name, byte[] content) throws IOException {
        Path place = directory
                .resolve(name.substring(Math.min(FILES.length(), name.length())))
                .normalize();
        if (!name.startsWith(FILES) || !place.startsWith(directory.normalize())) {
            throw new IOException(name + " is no file of an assembly");
        }
        MoreFiles.createParentDirectories(place);
        Files.write(place, content);
    }
}
