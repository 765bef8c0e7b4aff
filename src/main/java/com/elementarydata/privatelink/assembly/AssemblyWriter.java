package com.elementarydata.privatelink.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Writes an assembly part by part, over what is there. The manifest comes last: without it there is no assembly. */
public final class AssemblyWriter {

    private final Path directory;
    private final Map<String, JsonNode> artifacts = new LinkedHashMap<>();
    private final StringBuilder said = new StringBuilder();
    private String manifest = "";

    /** Writes to a directory, which need not exist. */
    public AssemblyWriter(Path directory) throws IOException {
        this.directory = directory;
        Files.createDirectories(directory);
    }

    /** Writes a part. The shared one comes first, and customers in the order of their stacks. */
    public void add(AssemblyPart part) throws IOException {
        for (Map.Entry<String, String> file : part.files().entrySet()) {
            if (file.getKey().equals(Manifest.FILE)) {
                manifest = file.getValue();
            } else {
                Files.writeString(place(file.getKey()), file.getValue());
            }
        }
        artifacts.putAll(part.artifacts());
        said.append(part.said());
    }

    private Path place(String name) throws IOException {
        Path place = directory.resolve(name);
        if (!directory.equals(place.getParent()) || name.equals("..") || name.equals(".")) {
            throw new IOException(name + " is no file of an assembly");
        }
        return place;
    }

    /**
     * Ends the assembly.
     *
     * @return what was said about all of its stacks
     */
    public String end() throws IOException {
        Files.writeString(
                directory.resolve(Manifest.FILE),
                Manifest.parse(manifest).and(artifacts).text());
        return said.toString();
    }
}
