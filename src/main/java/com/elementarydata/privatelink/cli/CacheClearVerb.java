package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.assembly.AssemblyCache;
import com.elementarydata.privatelink.model.Refusal;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Deletes the assemblies that the CDK app keeps. */
@Command(
        name = "clear",
        description = "Deletes the assemblies that the CDK app keeps below XDG_CACHE_HOME, by default ~/.cache.",
        footer = {
            "",
            "With -c cache=off the CDK CLI neither uses one nor keeps one.",
            "",
            "Example:",
            "  bin/privatelink cache clear"
        })
final class CacheClearVerb implements Callable<Integer> {

    @Mixin
    private Console console;

    @Override
    public Integer call() {
        AssemblyCache cache = AssemblyCache.of(System.getenv())
                .orElseThrow(() -> Refusal.of("nothing is kept: neither XDG_CACHE_HOME nor HOME is set"));
        try {
            int deleted = cache.clear();
            console.out().println("deleted %d files of kept assemblies from %s".formatted(deleted, cache.folder()));
        } catch (IOException denied) {
            throw Refusal.of("%s cannot be cleared: %s".formatted(cache.folder(), denied));
        }
        return ExitCode.FINE;
    }
}
