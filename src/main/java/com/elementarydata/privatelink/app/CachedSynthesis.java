package com.elementarydata.privatelink.app;

import com.elementarydata.privatelink.assembly.AssemblyCache;
import com.elementarydata.privatelink.assembly.AssemblyPart;
import com.elementarydata.privatelink.assembly.AssemblyWriter;
import com.elementarydata.privatelink.assembly.KeptFleet;
import com.elementarydata.privatelink.assembly.SynthesisInputs;
import com.elementarydata.privatelink.fleet.Plan;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Synthesizes only what is not kept, in two steps: where no file has changed, the whole assembly is there; otherwise the fleet is
 * read, and a customer whose plan is the same as before is not defined again. What was said is said again.
 *
 * @param cache where assemblies are kept
 * @param inputs what the assembly is made from
 * @param asked what is asked for
 * @param output where the CDK CLI wants it
 */
record CachedSynthesis(AssemblyCache cache, SynthesisInputs inputs, AskedFleet asked, Path output) {

    /**
     * Writes the assembly.
     *
     * @param messages where problems are printed
     * @return whether it can be deployed
     */
    boolean run(PrintStream messages) throws IOException {
        Optional<String> files = files();
        if (files.isPresent() && restore(files.get(), messages)) {
            return true;
        }
        Heard heard = new Heard(messages);
        try (heard) {
            Optional<Plan> plan = asked.plan(heard.messages());
            return plan.isPresent() && synthesize(plan.get(), files, heard);
        } finally {
            trim();
        }
    }

    /** Empty where something cannot be read, which is said when the fleet is read. */
    private Optional<String> files() {
        try {
            return Optional.of(inputs.ofFleet());
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    private boolean restore(String files, PrintStream messages) throws IOException {
        Optional<KeptFleet> kept = cache.read(files, KeptFleet.class).flatMap(fleet -> fleet.of(asked.customers()));
        if (kept.isEmpty()) {
            return false;
        }
        AssemblyWriter writer = new AssemblyWriter(output);
        for (String key : kept.get().parts().values()) {
            Optional<AssemblyPart> part = cache.read(key, AssemblyPart.class);
            if (part.isEmpty()) {
                return false;
            }
            writer.add(part.get());
        }
        messages.print(kept.get().said() + writer.end());
        return true;
    }

    private boolean synthesize(Plan plan, Optional<String> files, Heard heard) throws IOException {
        String said = heard.said();
        FleetParts parts = FleetParts.of(plan, cache, inputs);
        AssemblyWriter writer = new AssemblyWriter(output);
        try (FleetParts.Made made = parts.make()) {
            // what another process wrote meanwhile, or the CDK itself said, is of this run alone
            boolean kept = made.canBeKept() && !heard.isInterrupted() && files.isPresent() && files.equals(files());
            for (String customer : parts.keys().keySet()) {
                @Nullable AssemblyPart before = parts.kept().get(customer);
                AssemblyPart part = before == null ? made.part(customer) : before;
                writer.add(part);
                if (kept && before == null) {
                    keep(parts.keys().get(customer), part);
                }
            }
            heard.messages().print(writer.end());
            made.errors().forEach(heard.messages()::println);
            if (kept && asked.customers().isEmpty()) {
                keep(files.get(), new KeptFleet(said, parts.keys()));
            }
            return made.errors().isEmpty();
        }
    }

    /** What cannot be kept is made again. */
    private void keep(String key, Object content) {
        try {
            cache.keep(key, content);
        } catch (IOException full) {
            return;
        }
    }

    private void trim() {
        try {
            cache.trim();
        } catch (IOException denied) {
            return;
        }
    }
}
