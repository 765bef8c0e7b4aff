package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.aws.Permissions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints the least that a verb has to be allowed. */
@Command(
        name = "policy",
        description = "Prints the IAM policy with the least that provider check or accept has to be allowed.",
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
        ObjectNode policy = JsonMapper.builder().build().createObjectNode();
        policy.put("Version", "2012-10-17");
        ArrayNode statements = policy.putArray("Statement");
        allow(statements, verb.actions.stream().filter(Permissions::isReading).toList(), "*");
        allow(
                statements,
                verb.actions.stream()
                        .filter(action -> !Permissions.isReading(action))
                        .toList(),
                "arn:aws:ec2:*:*:vpc-endpoint-service/*");
        spec.commandLine().getOut().println(policy.toPrettyString());
        return ExitCode.FINE;
    }

    private static void allow(ArrayNode statements, List<String> actions, String resource) {
        if (!actions.isEmpty()) {
            ObjectNode statement = statements.addObject().put("Effect", "Allow");
            actions.forEach(statement.putArray("Action")::add);
            statement.put("Resource", resource);
        }
    }
}
