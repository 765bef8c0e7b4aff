package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.aws.IamPolicy;
import com.elementarydata.privatelink.aws.IamPolicy.Scope;
import com.elementarydata.privatelink.aws.Permission;
import com.elementarydata.privatelink.aws.Permissions;
import com.elementarydata.privatelink.config.Suggestion;
import com.elementarydata.privatelink.net.EndpointServiceName;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what a verb has to be allowed. */
@Command(
        name = "policy",
        description =
                "Prints the least-privilege IAM policy that a verb needs, as JSON, for the account and the partition of"
                        + " the fleet.",
        subcommands = PolicyDeployVerb.class,
        footer = {
            "",
            "Examples:",
            "  bin/privatelink policy status",
            "  bin/privatelink policy provider accept \\",
            "    --service-name com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0",
            "  bin/privatelink policy deploy --help"
        })
final class PolicyVerb implements Callable<Integer> {

    private static final String PROVIDERS = "provider ";

    @Mixin
    private FleetOption fleet;

    @Parameters(
            paramLabel = "VERB",
            arity = "0..2",
            completionCandidates = Words.class,
            description =
                    "The verb, as it is typed: status, plan (with --live), add (with --discover), offboard,"
                            + " init (with --live), inventory, adopt, diagnose, runbook (with --live), provider check or provider accept.")
    private List<String> words = List.of();

    @Option(
            names = "--service-name",
            paramLabel = "NAME",
            description = "The endpoint service that provider check or provider accept is for. By default any.")
    private @Nullable EndpointServiceName service;

    @Mixin
    private Console console;

    /** For completion: each word of the verbs. */
    static final class Words implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Permissions.OF_VERBS.keySet().stream()
                    .flatMap(verb -> List.of(verb.split(" ")).stream())
                    .distinct()
                    .iterator();
        }
    }

    @Override
    public Integer call() {
        String verb = String.join(" ", words);
        List<Permission> needed = Permissions.OF_VERBS.get(verb);
        if (needed == null) {
            String other = Suggestion.among(Permissions.OF_VERBS.keySet(), verb);
            throw console.wrong(
                    words.isEmpty()
                            ? "name a verb; " + other
                            : "\"%s\" asks AWS for nothing; %s".formatted(verb, other));
        }
        boolean providers = verb.startsWith(PROVIDERS);
        if (service != null && !providers) {
            throw console.wrong("--service-name is for provider check and provider accept");
        }
        IamPolicy policy = IamPolicy.of(needed, providers ? provider() : Scope.of(fleet.network()));
        console.print(policy.json() + "\n");
        return ExitCode.FINE;
    }

    /** What is known of the customer's account without asking it. */
    private Scope provider() {
        return new Scope(Optional.ofNullable(service)
                .map(name -> Map.of(
                        "partition", name.region().partition(),
                        "region", name.region().code(),
                        "service", name.serviceId()))
                .orElse(Map.of("partition", "aws")));
    }
}
