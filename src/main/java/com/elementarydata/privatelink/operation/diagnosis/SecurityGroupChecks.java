package com.elementarydata.privatelink.operation.diagnosis;

import static com.elementarydata.privatelink.operation.diagnosis.PathCheck.SECURITY_GROUP;

import com.elementarydata.privatelink.command.AwsCommands;
import com.elementarydata.privatelink.judge.Admission;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Party;
import com.elementarydata.privatelink.observed.NetworkFacts.SecurityGroup;
import java.util.ArrayList;
import java.util.List;

/** Whether the groups of the endpoint admit exactly the clients, on exactly the ports. Answers pass by themselves. */
final class SecurityGroupChecks {

    private final Walk walk;
    private final List<SecurityGroup> groups;
    private final Admission admission;

    private SecurityGroupChecks(Walk walk) {
        this.walk = walk;
        List<String> ids = walk.presentEndpoint().endpoint().securityGroupIds();
        groups = walk.abroad().securityGroups().get().stream()
                .filter(group -> ids.contains(group.id()))
                .toList();
        admission = new Admission(
                groups.stream().flatMap(group -> group.inbound().stream()).toList());
    }

    static Finding group(Walk walk) {
        return new SecurityGroupChecks(walk).judge();
    }

    private Finding judge() {
        List<String> shut = new ArrayList<>();
        List<String> commands = new ArrayList<>();
        for (int port : walk.path().ports()) {
            for (String client : walk.network().clientCidrs()) {
                if (!admission.admits(client, port)) {
                    shut.add("%s on TCP %d".formatted(client, port));
                    commands.add(admit(client, port));
                }
            }
        }
        String names = String.join(", ", walk.presentEndpoint().endpoint().securityGroupIds());
        if (shut.isEmpty()) {
            return tooMuch(names);
        }
        String found = "%s does not admit %s".formatted(names, String.join(", ", shut));
        return admission.on(walk.path().ports()).dependsOnPrefixList()
                ? SECURITY_GROUP.unknown(found + ", unless a prefix list does")
                : SECURITY_GROUP
                        .failed(
                                found,
                                Party.ELEMENTARY,
                                "admit them again, as a deployment sees no difference; if the endpoint has a group"
                                        + " that no stack made, restore its own: VPC, Endpoints, Manage security"
                                        + " groups")
                        .typing(commands);
    }

    private String admit(String client, int port) {
        String group = groups.isEmpty() ? "<group>" : groups.get(0).id();
        return AwsCommands.in(walk.path().endpointRegion()).admit(group, port, client);
    }

    private Finding tooMuch(String names) {
        List<String> more = admission.others(walk.network().clientCidrs());
        return more.isEmpty()
                ? SECURITY_GROUP.passed("%s admits the clients".formatted(names))
                : SECURITY_GROUP.warning(
                        "%s admits more than the clients: %s".formatted(names, String.join(", ", more)),
                        Party.ELEMENTARY,
                        "remove those rules: no one else needs the endpoint");
    }
}
