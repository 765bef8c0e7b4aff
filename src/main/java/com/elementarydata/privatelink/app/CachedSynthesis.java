package com.elementarydata.privatelink.app;

import com.elementarydata.privatelink.assembly.AppContext;
import com.elementarydata.privatelink.assembly.AssemblyCache;
import com.elementarydata.privatelink.assembly.SynthesisInputs;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/**
 * Runs the app, or writes the assembly that a run before made from the very same. What such a run said is said again. A run that
 * fails is not kept, and neither is one in which the CDK itself said something, or whose files changed meanwhile.
 *
 * @param cache where assemblies are kept
 * @param inputs what the assembly is made from
 * @param output where the CDK CLI wants it
 */
record CachedSynthesis(AssemblyCache cache, SynthesisInputs inputs, Path output) {

    private static final String OUTPUT = "CDK_OUTDIR";
    private static final String OFF = "off";

    /** What {@code -c cache} can be. */
    static final Set<String> SWITCHES = Set.of("on", OFF);

    /** That of the CDK CLI's run; empty where there is none, or {@code -c cache=off}. */
    static Optional<CachedSynthesis> of(Map<String, String> environment) throws IOException {
        AppContext context = AppContext.of(environment);
        String output = environment.getOrDefault(OUTPUT, "");
        if (output.isEmpty()
                || context.text(AppContext.CACHE).filter(OFF::equals).isPresent()) {
            return Optional.empty();
        }
        Path folder = Path.of(context.text(AppContext.FOLDER).orElse(AppContext.DEFAULT_FOLDER));
        SynthesisInputs inputs =
                new SynthesisInputs(folder, context, environment, System.getProperty("java.class.path"));
        return AssemblyCache.of(environment).map(cache -> new CachedSynthesis(cache, inputs, Path.of(output)));
    }

    /**
     * Runs the app where nothing is kept of it.
     *
     * @param app defines and synthesizes its stacks, and says where problems are printed
     * @param messages where that is
     * @return whether there is an assembly that can be deployed
     */
    boolean run(BiPredicate<App, PrintStream> app, PrintStream messages) throws IOException {
        Optional<String> key = key();
        Optional<String> said = key.flatMap(known -> cache.restore(known, output));
        if (said.isPresent()) {
            messages.print(said.get());
            return true;
        }
        Path assembly = Files.createTempDirectory("privatelink-synthesis-");
        try (Heard heard = new Heard(messages)) {
            boolean fine = app.test(
                    new App(AppProps.builder().outdir(assembly.toString()).build()), heard.messages());
            if (fine && key.isPresent() && !heard.isInterrupted() && key.equals(key())) {
                keep(key.get(), assembly, heard.said());
            }
            move(assembly);
            return fine;
        } finally {
            MoreFiles.deleteRecursively(assembly, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }

    /** Empty where something cannot be read, which the app then says. */
    private Optional<String> key() {
        try {
            return Optional.of(inputs.key());
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    /** What cannot be kept is made again. */
    private void keep(String key, Path assembly, String said) {
        try {
            cache.keep(key, assembly, said);
        } catch (IOException full) {
            return;
        }
    }

    private void move(Path assembly) throws IOException {
        try (Stream<Path> all = Files.walk(assembly)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            for (Path file : files) {
                Path place = output.resolve(assembly.relativize(file));
                MoreFiles.createParentDirectories(place);
                Files.move(file, place, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
