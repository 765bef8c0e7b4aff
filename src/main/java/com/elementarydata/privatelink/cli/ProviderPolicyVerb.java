package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.aws.IamPolicy;
import com.elementarydata.privatelink.aws.Permissions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the least that a verb needs to be allowed. */
@Command(
        name = "policy",
        description = "Prints the least-privilege IAM policy for provider check or accept.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  bin/privatelink provider policy accept"})
final class ProviderPolicyVerb implements Callable<Integer> {

    /** The verbs that need one. */
    @SuppressWarnings("ImmutableEnumChecker")
    enum Verb {
        check(Permissions.CHECK),
        accept(Permissions.ACCEPT);

        private final List<String> actions;

        Verb(List<String> actions) {
            this.actions = actions;
        }
    }

    @Parameters(paramLabel = "VERB", description = "One of: ${COMPLETION-CANDIDATES}.")
    private Verb verb;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(new IamPolicy(verb.actions).text());
        return ExitCode.FINE;
    }
}
