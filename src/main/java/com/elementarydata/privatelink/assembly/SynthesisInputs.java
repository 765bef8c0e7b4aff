package com.elementarydata.privatelink.assembly;

import com.google.common.base.Splitter;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    private static final String FORM = "1";

    private static final List<String> READ = List.of("CDK_", "JSII_", "NODE_", "PRIVATELINK_");
    private static final String OUTPUT = "CDK_OUTDIR";
    private static final int CUSTOMERS = 2;

    /** The hash of all, in hexadecimal digits: a change of any is another one. */
    public String key() throws IOException {
        Hasher hasher = Hashing.sha256().newHasher();
        put(hasher, FORM);
        put(hasher, folder.toString());
        put(hasher, context.inVariable());
        put(hasher, context.inFile());
        new TreeMap<>(environment).forEach((name, value) -> {
            if (!name.equals(OUTPUT) && READ.stream().anyMatch(name::startsWith)) {
                put(hasher, name);
                put(hasher, value);
            }
        });
        program(hasher);
        node(hasher);
        files(hasher);
        return hasher.hash().toString();
    }

    /** With its length, so that no two lists of texts look the same. */
    private static void put(Hasher hasher, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        hasher.putInt(bytes.length).putBytes(bytes);
    }

    private static void put(Hasher hasher, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        hasher.putLong(bytes.length).putBytes(bytes);
    }

    /** Its own jar by what is in it; released libraries have their version in their name. */
    private void program(Hasher hasher) throws IOException {
        List<Path> jars = paths(classPath).toList();
        put(hasher, jars.get(0));
        for (Path library : jars.subList(1, jars.size())) {
            put(hasher, String.valueOf(library.getFileName()));
            hasher.putLong(Files.size(library));
        }
    }

    private void node(Hasher hasher) throws IOException {
        String name = environment.getOrDefault("JSII_NODE", "node");
        for (Path programs : paths(environment.getOrDefault("PATH", "")).toList()) {
            Path node = programs.resolve(name);
            if (Files.isExecutable(node)) {
                put(hasher, node.toRealPath().toString());
                hasher.putLong(Files.size(node));
                return;
            }
        }
    }

    private static Stream<Path> paths(String joined) {
        return Splitter.on(File.pathSeparatorChar).splitToStream(joined).map(Path::of);
    }

    /**
     * Everything beside the fleet's files by its name alone, as a wrong name is a problem too. Links are followed, as they are when
     * the fleet is read.
     */
    private void files(Hasher hasher) throws IOException {
        try (Stream<Path> all = Files.walk(folder, CUSTOMERS, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : all.sorted().toList()) {
                put(hasher, folder.relativize(file).toString());
                hasher.putBoolean(Files.isSymbolicLink(file)).putBoolean(Files.isDirectory(file));
                if (Files.isRegularFile(file) && isRead(file)) {
                    put(hasher, file);
                }
            }
        }
    }

    private boolean isRead(Path file) {
        return !folder.equals(file.getParent())
                || MoreFiles.getFileExtension(file).equals("yaml");
    }
}
