package com.elementarydata.privatelink.assembly;

import com.google.common.base.Splitter;
import com.google.common.io.MoreFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that an assembly is made from: the fleet's files, the context, the variables that the CDK, jsii and Node.js read, this
 * program with its libraries, and Node.js. Neither where the assembly is written nor which Java runs counts.
 *
 * @param folder the fleet folder, as messages name it
 * @param context what the CDK CLI gives to the app
 * @param environment the variables
 * @param classPath as Java has it
 */
public record SynthesisInputs(Path folder, AppContext context, Map<String, String> environment, String classPath) {

    /** Raised when the same inputs are to be synthesized anew. */
    private static final String FORM = "2";

    private static final List<String> READ = List.of("CDK_", "JSII_", "NODE_", "PRIVATELINK_");
    /** Where it is written, and the context again, for programs that read a variable of their own. */
    private static final Set<String> NOT_READ = Set.of("CDK_OUTDIR", "CDK_CONTEXT_JSON");
    /** What is asked of the fleet, and whose assets are bundled, which no stack has. */
    private static final List<String> OF_THE_RUN =
            List.of(AppContext.FOLDER, AppContext.CUSTOMERS, AppContext.CACHE, "aws:cdk:bundling-stacks");

    private static final int CUSTOMERS = 2;

    /** The hash of all, but for which customers are asked for, in hexadecimal digits: a change of any is another one. */
    public String ofFleet() throws IOException {
        Fingerprint all = new Fingerprint().text(ofProgram()).text(folder.toString());
        for (Path file : files()) {
            all.text(folder.relativize(file).toString());
            all.text(Files.isSymbolicLink(file) ? "link" : Files.isDirectory(file) ? "folder" : "file");
            if (Files.isRegularFile(file) && isRead(file)) {
                all.file(file);
            }
        }
        return all.end();
    }

    /** The hash of what a part of the assembly is made from: what is planned, and everything that is no file of the fleet. */
    public String ofPart(String program, Object planned) {
        return new Fingerprint().text(program).value(planned).end();
    }

    /** The hash of everything that is no file of the fleet. */
    public String ofProgram() throws IOException {
        Fingerprint all = new Fingerprint().text(FORM);
        AppContext read = context.without(OF_THE_RUN);
        all.text(read.inVariable()).text(read.inFile());
        new TreeMap<>(environment).forEach((name, value) -> {
            if (!NOT_READ.contains(name) && READ.stream().anyMatch(name::startsWith)) {
                all.text(name).text(value);
            }
        });
        List<Path> jars = paths(classPath).toList();
        // its own jar by what is in it; released libraries have their version in their name
        all.file(jars.get(0));
        for (Path library : jars.subList(1, jars.size())) {
            all.text(String.valueOf(library.getFileName())).number(Files.size(library));
        }
        Optional<Path> node = node();
        if (node.isPresent()) {
            all.text(node.get().toString()).number(Files.size(node.get()));
        }
        return all.end();
    }

    private Optional<Path> node() throws IOException {
        String name = environment.getOrDefault("JSII_NODE", "node");
        for (Path programs : paths(environment.getOrDefault("PATH", "")).toList()) {
            Path node = programs.resolve(name);
            if (Files.isExecutable(node)) {
                return Optional.of(node.toRealPath());
            }
        }
        return Optional.empty();
    }

    private static Stream<Path> paths(String joined) {
        return Splitter.on(File.pathSeparatorChar).splitToStream(joined).map(Path::of);
    }

    /**
     * Everything beside the fleet's files counts by its name alone, as a wrong name is a problem too. Links are followed, as they
     * are when the fleet is read.
     */
    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder, CUSTOMERS, FileVisitOption.FOLLOW_LINKS)) {
            return all.sorted().toList();
        }
    }

    private boolean isRead(Path file) {
        return !folder.equals(file.getParent())
                || MoreFiles.getFileExtension(file).equals("yaml");
    }
}
