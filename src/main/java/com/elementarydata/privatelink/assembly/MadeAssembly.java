package com.elementarydata.privatelink.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An assembly as the CDK has made it, to be taken apart.
 *
 * @param directory where it is, with nothing else
 * @param files the names of its files by the stack that they are of, in their order
 * @param manifest its manifest
 * @param byStack the artifacts of the manifest
 */
public record MadeAssembly(
        Path directory,
        Map<String, List<String>> files,
        Manifest manifest,
        Map<String, Map<String, JsonNode>> byStack) {

    private static final String REPORT = "validation-report.json";
    private static final String FINDINGS = "pluginReports";

    /** The one in a directory. */
    public static MadeAssembly in(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            Map<String, List<String>> files = all.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .collect(Collectors.groupingBy(Manifest::stackOf, TreeMap::new, Collectors.toList()));
            Manifest manifest = Manifest.parse(Files.readString(directory.resolve(Manifest.FILE)));
            return new MadeAssembly(directory, files, manifest, manifest.byStack());
        }
    }

    /**
     * Whether it can be put together again from its parts to the byte, and CloudFormation's validation found nothing: its report is
     * of the assembly as a whole.
     */
    public boolean canBeKept() throws IOException {
        Path report = directory.resolve(REPORT);
        return manifest.text().equals(Files.readString(directory.resolve(Manifest.FILE)))
                && (!Files.exists(report)
                        || JsonMapper.shared()
                                .readTree(Files.readString(report))
                                .path(FINDINGS)
                                .isEmpty());
    }

    /**
     * A customer's part.
     *
     * @param stacks the names of its stacks, in their order
     * @param said what the app said about them
     */
    public AssemblyPart part(List<String> stacks, String said) throws IOException {
        Map<String, JsonNode> artifacts = new LinkedHashMap<>();
        stacks.forEach(stack -> artifacts.putAll(byStack.getOrDefault(stack, Map.of())));
        return new AssemblyPart(said, artifacts, texts(stacks));
    }

    /**
     * The part that all customers share.
     *
     * @param customers the names of all customers' stacks
     * @param said what the app said about the others
     */
    public AssemblyPart shared(Set<String> customers, String said) throws IOException {
        Set<String> others = files.keySet().stream()
                .filter(stack -> !customers.contains(stack))
                .collect(Collectors.toSet());
        Map<String, String> texts = texts(others);
        texts.put(Manifest.FILE, manifest.without(customers).text());
        return new AssemblyPart(said, Map.of(), texts);
    }

    private Map<String, String> texts(Collection<String> stacks) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (String stack : stacks) {
            for (String name : files.getOrDefault(stack, List.of())) {
                texts.put(name, Files.readString(directory.resolve(name)));
            }
        }
        return texts;
    }
}
