package com.elementarydata.privatelink.aws;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Reads that wait for AWS, a few at once. */
public final class InParallel {

    private static final int AT_ONCE = 8;

    private InParallel() {}

    /** What is read for each of some keys. The first failure is thrown as it is, once all have ended. */
    public static <K extends Comparable<K>, V> SortedMap<K, V> forEach(Collection<K> keys, Function<K, V> read) {
        SortedMap<K, CompletableFuture<V>> reads = new TreeMap<>();
        ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, Math.min(AT_ONCE, keys.size())));
        try {
            keys.forEach(key -> reads.computeIfAbsent(
                    key, absent -> CompletableFuture.supplyAsync(() -> read.apply(absent), workers)));
            SortedMap<K, V> results = new TreeMap<>();
            reads.forEach((key, pending) -> results.put(key, pending.join()));
            return results;
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw failed;
        } finally {
            workers.shutdown();
        }
    }
}
