package com.elementarydata.privatelink.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The side of a customer who hosts a service. */
@Command(
        name = "provider",
        description = "The customer's side, for the customer's own credentials.",
        subcommands = {
            ProviderTemplateVerb.class,
            ProviderTerraformVerb.class,
            ProviderScriptVerb.class,
            ProviderCheckVerb.class,
            ProviderAcceptVerb.class
        })
final class ProviderVerb implements Runnable {

    @Mixin
    private Console console;

    @Override
    public void run() {
        throw console.wrong("name what to do");
    }
}
