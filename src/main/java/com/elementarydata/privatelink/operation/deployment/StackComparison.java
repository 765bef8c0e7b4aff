package com.elementarydata.privatelink.operation.deployment;

import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.aws.InParallel;
import com.elementarydata.privatelink.aws.Stacks;
import com.elementarydata.privatelink.fleet.ImportedResources;
import com.elementarydata.privatelink.fleet.PlannedStack;
import com.elementarydata.privatelink.judge.ExpectedStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Compares the templates of now with those that stacks were deployed with.
 *
 * @param access with the fleet's credentials
 * @param assembly the folder with the templates of now
 * @param diff compares two templates
 * @param listener hears what it is doing, in a few words
 */
public record StackComparison(AwsAccess access, Path assembly, TemplateDiff diff, Consumer<String> listener) {

    /**
     * A planned stack.
     *
     * @param planned as it is planned
     * @param found what is there; empty where its Region was not read
     */
    record Asked(PlannedStack planned, Optional<ExpectedStack> found) {

        /** How it differs, where no template is needed to say so. */
        private Optional<LivePlan.Change> settled() {
            if (found.isEmpty()) {
                return Optional.of(LivePlan.Change.NOT_READ);
            }
            if (isNew()) {
                return imported().isEmpty() ? Optional.empty() : Optional.of(LivePlan.Change.NOT_IMPORTED);
            }
            if (found.get().isInProgress()) {
                return Optional.of(LivePlan.Change.IN_PROGRESS);
            }
            // what an update has put back has its template of before
            return found.filter(ExpectedStack::isBroken).map(broken -> LivePlan.Change.FAILED);
        }

        private boolean isNew() {
            return found.filter(stack -> stack.deployed().isEmpty()).isPresent();
        }

        private Set<String> imported() {
            return ImportedResources.of(planned).byLogicalId().keySet();
        }
    }

    /**
     * What is known of a stack.
     *
     * @param change how it differs
     * @param changes what a deployment would change, where that was compared and is anything
     */
    record Compared(LivePlan.Change change, Optional<StackChanges> changes) {

        private static Compared only(LivePlan.Change change) {
            return new Compared(change, Optional.empty());
        }
    }

    /** How each differs, by the names of stacks. */
    SortedMap<String, Compared> of(SortedMap<String, Asked> stacks) throws InterruptedException {
        SortedMap<String, Asked> open = new TreeMap<>(stacks);
        open.values().removeIf(asked -> asked.settled().isPresent());
        listener.accept("reading the templates of deployed stacks");
        SortedMap<String, Optional<TemplatePair>> read =
                InParallel.forEach(open.keySet(), name -> pair(Objects.requireNonNull(open.get(name))));
        SortedMap<String, TemplatePair> different = new TreeMap<>();
        read.forEach((name, pair) ->
                pair.filter(templates -> !templates.isEqual()).ifPresent(templates -> different.put(name, templates)));
        listener.accept("comparing templates");
        SortedMap<String, StackChanges> changes = diff.of(different);
        SortedMap<String, Compared> compared = new TreeMap<>();
        stacks.forEach((name, asked) -> compared.put(
                name,
                asked.settled()
                        .map(Compared::only)
                        .orElseGet(() -> compared(
                                asked,
                                Objects.requireNonNull(read.get(name)),
                                Optional.ofNullable(changes.get(name))))));
        return compared;
    }

    private static Compared compared(Asked asked, Optional<TemplatePair> read, Optional<StackChanges> changes) {
        if (asked.isNew()) {
            return new Compared(LivePlan.Change.NEW, changes);
        }
        if (read.isEmpty()) {
            return Compared.only(LivePlan.Change.CHANGED);
        }
        Optional<StackChanges> deployed = changes.filter(StackChanges::isDeployed);
        if (deployed.isEmpty()) {
            return Compared.only(LivePlan.Change.SAME);
        }
        return read.get().had(asked.imported())
                ? new Compared(LivePlan.Change.CHANGED, deployed)
                : Compared.only(LivePlan.Change.NOT_IMPORTED);
    }

    /** Empty for a stack that was deleted since it was found. */
    private Optional<TemplatePair> pair(Asked asked) {
        String now = now(asked.planned().name());
        return asked.isNew()
                ? Optional.of(TemplatePair.ofNew(now))
                : new Stacks(access, asked.planned().region())
                        .template(asked.planned().name())
                        .map(before -> TemplatePair.of(before, now));
    }

    private String now(String stack) {
        try {
            return Files.readString(assembly.resolve(stack + ".template.json"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
