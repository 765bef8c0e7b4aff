package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.aws.DeploymentPermissions;
import com.elementarydata.privatelink.aws.Permission;
import com.elementarydata.privatelink.aws.Permissions;
import com.elementarydata.privatelink.aws.ResourcePermissions;
import com.elementarydata.privatelink.aws.StackKind;
import com.elementarydata.privatelink.net.AccountId;
import com.google.common.collect.Sets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The calls that a local AWS recorded.
 *
 * @param calls each distinct one
 */
record RecordedCalls(List<Call> calls) {

    /** What names the file that it records to. */
    static final String FILE = "LOCAL_AWS_CALLS";

    /** What tells it who asks. */
    static final String WHO = "AWS_SDK_UA_APP_ID";

    static final String CDK = "cdk";

    /** Only where a test deploys without a change set. */
    private static final String UPDATE_DIRECTLY = "cloudformation:UpdateStack";

    /** A call. */
    record Call(String who, String action, AccountId account) {}

    /** The file of a world in a folder. */
    static Path in(Path folder) {
        return folder.resolve("calls");
    }

    /** Who asks where a verb does: its words, and none of its arguments. */
    static String who(List<String> words) {
        boolean hasVerbs = words.get(0).equals("provider");
        return words.stream().limit(hasVerbs ? 2 : 1).collect(Collectors.joining("-"));
    }

    static RecordedCalls of(E2eFleet fleet) throws IOException {
        Path file = fleet.faults().resolveSibling(in(Path.of("")).toString());
        return new RecordedCalls(Files.readAllLines(file).stream()
                .map(line -> line.split(" "))
                .map(words -> new Call(words[0], words[1], AccountId.parse(words[3])))
                .toList());
    }

    /** The actions that somebody asked for in Elementary's account, sorted. */
    private SortedSet<String> actionsOf(String who) {
        return calls.stream()
                .filter(call -> call.who().equals(who) && call.account().equals(Accounts.ELEMENTARY))
                .map(Call::action)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Holds what somebody asked for to a policy: nothing else, and all of it but for a reason. */
    void compare(String who, Collection<String> allowed, Set<String> withReasons) {
        SortedSet<String> asked = actionsOf(who);
        assertThat(asked).as("what %s asks for", who).isNotEmpty().isSubsetOf(allowed);
        assertThat(Sets.difference(Set.copyOf(allowed), asked))
                .as("what %s is allowed without asking for it, or a reason", who)
                .isSubsetOf(withReasons);
    }

    /** Holds everything that was asked for, by verbs, the CDK CLI and stacks of Elementary's, to the policies. */
    void requireAllowed() {
        Permissions.OF_VERBS
                .keySet()
                .forEach(verb -> requireAllowed(verb.replace(' ', '-'), Permissions.actions(verb)));
        requireAllowed(
                CDK,
                Stream.concat(Permission.actions(DeploymentPermissions.CLI).stream(), Stream.of(UPDATE_DIRECTLY))
                        .toList());
        StackKind.types(List.of(StackKind.values()))
                .forEach(type -> requireAllowed(type, Permission.actions(ResourcePermissions.of(type))));
    }

    private void requireAllowed(String who, List<String> allowed) {
        assertThat(actionsOf(who)).as("what %s asks for", who).isSubsetOf(allowed);
    }
}
