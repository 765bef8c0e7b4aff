package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.aws.Permissions;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The side of a customer who hosts a service. */
@Command(
        name = "provider",
        description = "The customer's side, for the customer's own credentials.",
        subcommands = {
            ProviderTemplateVerb.class,
            ProviderTerraformVerb.class,
            ProviderCheckVerb.class,
            ProviderAcceptVerb.class
        })
final class ProviderVerb implements Runnable {

    /** The verbs that need to be allowed something. */
    @SuppressWarnings("ImmutableEnumChecker")
    enum Allowed {
        check(Permissions.CHECK),
        accept(Permissions.ACCEPT);

        private final List<String> actions;

        Allowed(List<String> actions) {
            this.actions = actions;
        }
    }

    @Mixin
    private Console console;

    @Override
    public void run() {
        throw console.wrong("name what to do");
    }

    @Command(
            name = "policy",
            description = "Prints the least-privilege IAM policy for provider check or accept.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example:", "  bin/privatelink provider policy accept"})
    int policy(@Parameters(paramLabel = "VERB", description = "One of: ${COMPLETION-CANDIDATES}.") Allowed verb) {
        console.out().println(Permissions.policy(verb.actions));
        return ExitCode.FINE;
    }
}
