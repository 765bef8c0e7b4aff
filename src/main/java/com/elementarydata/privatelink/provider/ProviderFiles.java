package com.elementarydata.privatelink.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes what the command line hands out, where the build puts it into the jar. */
public final class ProviderFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String TEMPLATE = "provider.template.json";

    private ProviderFiles() {}

    /**
     * Writes the files, unless they are newer than everything that they are made from.
     *
     * @param arguments {@code cdk.json}, whose context CDK gets, and the folder to write to
     */
    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        Path cdkJson = Path.of(arguments[0]);
        Path folder = Path.of(arguments[1]);
        if (isUpToDate(folder.resolve(TEMPLATE), cdkJson)) {
            return;
        }
        for (Map.Entry<String, String> file : files(context(cdkJson)).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private static boolean isUpToDate(Path written, Path cdkJson) throws IOException {
        if (Files.notExists(written)) {
            return false;
        }
        Path classes = Path.of(ProviderFiles.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        try (Stream<Path> paths = Files.walk(classes)) {
            long newest = Stream.concat(Stream.of(cdkJson), paths.filter(path -> !path.startsWith(written.getParent())))
                    .mapToLong(path -> path.toFile().lastModified())
                    .max()
                    .orElseThrow();
            return newest < written.toFile().lastModified();
        }
    }

    private static Map<String, Object> context(Path cdkJson) {
        Map<String, Object> context = new LinkedHashMap<>();
        JSON.readTree(cdkJson.toFile())
                .get("context")
                .properties()
                .forEach(flag -> context.put(flag.getKey(), JSON.convertValue(flag.getValue(), Object.class)));
        return context;
    }

    /** The files by their names. */
    static Map<String, String> files(Map<String, Object> context) throws IOException {
        Map<Offer, JsonNode> offers = synthesize(context);
        Map<String, String> files = new LinkedHashMap<>();
        files.put(TEMPLATE, TemplateText.of(ProviderTemplate.of(offers)));
        TerraformModule.files(offers).forEach((name, text) -> files.put("terraform/" + name, text));
        return files;
    }

    private static Map<Offer, JsonNode> synthesize(Map<String, Object> context) throws IOException {
        Path scratch = Files.createTempDirectory("provider");
        try {
            return SynthesizedOffers.in(App.Builder.create()
                    .outdir(scratch.toString())
                    .context(context)
                    .analyticsReporting(false)
                    .build());
        } finally {
            try (Stream<Path> paths = Files.walk(scratch)) {
                paths.sorted(Comparator.reverseOrder()).forEach(ProviderFiles::delete);
            }
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
