package com.elementarydata.privatelink.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What the CDK app keeps. */
@Command(
        name = "cache",
        description =
                "The assemblies that the CDK app keeps, so that nothing is synthesized twice from the same files.",
        subcommands = CacheClearVerb.class)
final class CacheVerb implements Runnable {

    @Mixin
    private Console console;

    @Override
    public void run() {
        throw console.wrong("name what to do");
    }
}
