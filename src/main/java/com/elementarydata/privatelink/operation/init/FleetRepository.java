package com.elementarydata.privatelink.operation.init;

import com.elementarydata.privatelink.command.FleetSearch;
import com.elementarydata.privatelink.command.Program;
import com.elementarydata.privatelink.command.Quoted;
import com.elementarydata.privatelink.config.CdkProjectFiles;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.config.NetworkText;
import com.elementarydata.privatelink.config.SchemaFiles;
import com.elementarydata.privatelink.config.WholeFiles;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A fleet in a repository of its own: its files, their schemas, and what pins this tool and the CDK CLI.
 *
 * @param directory the repository
 */
public record FleetRepository(Path directory) {

    private static final String NETWORK = "network.yaml";
    private static final String APP = "cdk.json";

    /** The fleet folder in it. */
    public Path fleetFolder() {
        return directory.resolve(FleetSearch.BELOW);
    }

    /** Refuses a repository that one of its files is in already. */
    public void requireNew() {
        List<String> there =
                create(new NetworkText("", "", "", "", List.of(), List.of(), "", List.of(), List.of()))
                        .keySet()
                        .stream()
                        .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                        .map("%s exists already"::formatted)
                        .toList();
        requireNone(
                there, "nothing was written; name another directory, or --upgrade for a repository that init wrote");
    }

    private static void requireNone(List<?> found, String summary) {
        if (!found.isEmpty()) {
            throw Refusal.of(Stream.concat(found.stream(), Stream.of(summary)).toList());
        }
    }

    /**
     * Writes a new one, whole or not at all, unless something is wrong with its network.
     *
     * @return its files
     */
    public List<Path> write(NetworkText network) {
        SortedMap<Path, String> files = create(network);
        Path file = fleetFolder().resolve(NETWORK);
        List<Problem> problems = CheckedFleet.of(FleetFolder.readWith(fleetFolder(), files)).errors().stream()
                .filter(problem -> problem.at().file().equals(file.toString()))
                .toList();
        requireNone(problems, "nothing was written");
        return written(files);
    }

    /**
     * Brings what is of this tool in it to this version: the schemas, the pins, and feature flags that are new.
     *
     * @return its files
     */
    public List<Path> upgrade() {
        Path app = directory.resolve(APP);
        String before = "";
        try {
            before = Files.readString(app);
        } catch (IOException unreadable) {
            throw Refusal.of("%s can't be read; name the directory that init wrote".formatted(app));
        }
        SortedMap<Path, String> files = ofTheTool();
        files.put(app, app(before));
        return written(files);
    }

    private static List<Path> written(SortedMap<Path, String> files) {
        for (Path file : files.keySet()) {
            try {
                Files.createDirectories(
                        Objects.requireNonNull(file.toAbsolutePath().getParent()));
            } catch (IOException uncreatable) {
                throw Refusal.of("%s can't be created".formatted(file.getParent()));
            }
        }
        WholeFiles.write(files);
        return List.copyOf(files.keySet());
    }

    private SortedMap<Path, String> create(NetworkText network) {
        SortedMap<Path, String> files = ofTheTool();
        files.put(directory.resolve(APP), app("{}"));
        files.put(directory.resolve(".gitignore"), resource("gitignore"));
        files.put(directory.resolve("README.md"), readme(network));
        files.put(
                fleetFolder().resolve(NETWORK),
                network.text(List.of("Elementary's side of every private connection.")));
        // git keeps no empty folder
        files.put(fleetFolder().resolve("customers").resolve(".gitkeep"), "");
        return files;
    }

    /** The version is named, so that no other one defines the stacks. */
    private static String app(String before) {
        String command = "privatelink app" + Program.version().map(" "::concat).orElse("");
        return CdkProjectFiles.app(before, resource(APP), command);
    }

    private String readme(NetworkText network) {
        return resource("README.md")
                .replace("{version}", Program.version().orElse("of these classes"))
                .replace("{account}", network.account())
                .replace("{region}", network.region())
                .replace("{vpc}", network.vpcId());
    }

    private SortedMap<Path, String> ofTheTool() {
        SortedMap<Path, String> files = new TreeMap<>();
        SchemaFiles.texts().forEach((name, text) -> files.put(fleetFolder().resolve(name), text));
        files.put(directory.resolve("package.json"), CdkProjectFiles.packages(resource("package.json")));
        files.put(directory.resolve("package-lock.json"), CdkProjectFiles.lock(resource("package-lock.json")));
        return files;
    }

    /** What to type next. */
    public List<String> next() {
        String there = directory.toString().isEmpty() ? "" : "cd " + Quoted.of(directory.toString()) + " && ";
        return List.of(there + "npm ci", Program.name() + " add --help", Program.name() + " validate");
    }

    private static String resource(String name) {
        try (InputStream content = Objects.requireNonNull(FleetRepository.class.getResourceAsStream(name), name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
