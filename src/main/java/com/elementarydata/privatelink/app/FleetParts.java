package com.elementarydata.privatelink.app;

import com.elementarydata.privatelink.assembly.AssemblyCache;
import com.elementarydata.privatelink.assembly.AssemblyPart;
import com.elementarydata.privatelink.assembly.KeptFleet;
import com.elementarydata.privatelink.assembly.MadeAssembly;
import com.elementarydata.privatelink.assembly.SynthesisInputs;
import com.elementarydata.privatelink.fleet.Plan;
import com.elementarydata.privatelink.fleet.PlannedStack;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parts of a plan's assembly: that of the stacks that all customers share, and one for each customer.
 *
 * @param plan the plan
 * @param keys what each part is kept by, in the order of the stacks
 * @param kept those that are kept
 */
record FleetParts(Plan plan, Map<String, String> keys, Map<String, AssemblyPart> kept) {

    static FleetParts of(Plan plan, AssemblyCache cache, SynthesisInputs inputs) throws IOException {
        String program = inputs.ofProgram();
        Map<String, String> keys = new LinkedHashMap<>();
        Map<String, AssemblyPart> kept = new LinkedHashMap<>();
        plan.byCustomer().forEach((customer, stacks) -> {
            String key = inputs.ofPart(program, List.of(plan.account(), stacks));
            keys.put(customer, key);
            cache.read(key, AssemblyPart.class).ifPresent(part -> kept.put(customer, part));
        });
        return new FleetParts(plan, keys, kept);
    }

    /** Synthesizes what is not kept, with the shared stacks, which the others depend on. */
    Made make() throws IOException {
        Path directory = Files.createTempDirectory("privatelink-synthesis-");
        try {
            if (kept.size() == keys.size()) {
                return new Made(directory, plan.byCustomer(), Map.of(), Optional.empty());
            }
            Map<String, TemplateCheck> checks =
                    new Synthesis(Synthesis.app(directory)).run(plan.without(kept.keySet()));
            return new Made(directory, plan.byCustomer(), checks, Optional.of(MadeAssembly.in(directory)));
        } catch (IOException | RuntimeException failure) {
            MoreFiles.deleteRecursively(directory, RecursiveDeleteOption.ALLOW_INSECURE);
            throw failure;
        }
    }

    /**
     * What was made.
     *
     * @param directory where, until this is closed
     * @param stacks all stacks by customer
     * @param checks the templates that were made, by stack
     * @param assembly their assembly; empty where all is kept
     */
    record Made(
            Path directory,
            Map<String, List<PlannedStack>> stacks,
            Map<String, TemplateCheck> checks,
            Optional<MadeAssembly> assembly)
            implements AutoCloseable {

        /** Whether nothing is wrong with it. */
        boolean canBeKept() throws IOException {
            return errors().isEmpty() && (assembly.isEmpty() || assembly.get().canBeKept());
        }

        List<String> errors() {
            return checks.values().stream()
                    .flatMap(check -> check.errors().stream())
                    .toList();
        }

        AssemblyPart part(String customer) throws IOException {
            List<String> own = names(customer);
            String said = own.stream()
                    .flatMap(stack -> Objects.requireNonNull(checks.get(stack), stack).warnings().stream())
                    .map("%s%n"::formatted)
                    .collect(Collectors.joining());
            return customer.equals(KeptFleet.SHARED)
                    ? assembly.orElseThrow().shared(ofCustomers(), said)
                    : assembly.orElseThrow().part(own, said);
        }

        private List<String> names(String customer) {
            return Objects.requireNonNull(stacks.get(customer), customer).stream()
                    .map(PlannedStack::name)
                    .toList();
        }

        private Set<String> ofCustomers() {
            return stacks.keySet().stream()
                    .filter(customer -> !customer.equals(KeptFleet.SHARED))
                    .flatMap(customer -> names(customer).stream())
                    .collect(Collectors.toSet());
        }

        @Override
        public void close() throws IOException {
            MoreFiles.deleteRecursively(directory, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }
}
