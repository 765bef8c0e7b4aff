package com.elementarydata.privatelink.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The side of a customer who hosts a service. */
@Command(
        name = "provider",
        description = "The customer's side, for the customer's own credentials.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ProviderTemplateVerb.class,
            ProviderTerraformVerb.class,
            ProviderCheckVerb.class,
            ProviderAcceptVerb.class,
            ProviderPolicyVerb.class
        })
final class ProviderVerb implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name what to do");
    }
}
