package com.elementarydata.privatelink.e2e;

import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Region;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/** What is said when all tests have ended: how much was deployed, how long it took, and what was found. */
final class Figures implements AutoCloseable {

    private final SortedMap<String, Integer> resources = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();

    /** Work that takes its time. */
    interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    <T> T time(String what, Work<T> work) throws IOException, InterruptedException {
        Instant start = Instant.now();
        T result = work.run();
        add("%.1f s to %s".formatted(Duration.between(start, Instant.now()).toMillis() / 1000.0, what));
        return result;
    }

    synchronized void add(String line) {
        lines.add(line);
    }

    /** Counts the resources of all stacks. */
    synchronized void count(View view) {
        for (AccountId account : List.of(Accounts.ELEMENTARY, Accounts.MAPLE)) {
            for (Region region : Region.known()) {
                RegionView seen = view.of(account, region);
                seen.stacks().stream()
                        .flatMap(stack -> seen.resources(stack).stream())
                        .map(StackResourceSummary::resourceType)
                        .forEach(type -> resources.merge(type, 1, Integer::sum));
            }
        }
    }

    @Override
    public synchronized void close() {
        lines.forEach(line -> System.out.println("e2e: " + line));
        resources.forEach((type, count) -> System.out.println("e2e: %5d %s".formatted(count, type)));
    }
}
