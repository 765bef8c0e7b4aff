package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.command.AwsCommands;
import com.elementarydata.privatelink.judge.Admission;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.observed.NetworkFacts.SecurityGroup;
import java.util.ArrayList;
import java.util.List;

/** Whether the groups of the endpoint admit exactly the clients, on exactly the ports. Answers pass by themselves. */
final class SecurityGroupChecks {

    private static final String CLOSED =
            "admit them again, as a deployment sees no difference; if the endpoint has a group that no stack made,"
                    + " restore its own: VPC, Endpoints, Manage security groups";

    private SecurityGroupChecks() {}

    static Finding group(Walk walk) {
        List<String> ids = walk.presentEndpoint().endpoint().securityGroupIds();
        List<SecurityGroup> groups = walk.abroad().securityGroups().get().stream()
                .filter(group -> ids.contains(group.id()))
                .toList();
        Admission admission = new Admission(
                groups.stream().flatMap(group -> group.inbound().stream()).toList());
        String first = groups.isEmpty() ? "<group>" : groups.get(0).id();
        List<String> shut = new ArrayList<>();
        List<String> commands = new ArrayList<>();
        for (int port : walk.path().ports()) {
            for (String client : walk.network().clientCidrs()) {
                if (!admission.admits(client, port)) {
                    shut.add("%s on TCP %d".formatted(client, port));
                    commands.add(AwsCommands.in(walk.path().endpointRegion()).admit(first, port, client));
                }
            }
        }
        String names = String.join(", ", ids);
        if (shut.isEmpty()) {
            return tooMuch(names, admission.others(walk.network().clientCidrs()));
        }
        String found = "%s does not admit %s".formatted(names, String.join(", ", shut));
        return admission.on(walk.path().ports()).dependsOnPrefixList()
                ? PathCheck.SECURITY_GROUP.unknown(found + ", unless a prefix list does")
                : PathCheck.SECURITY_GROUP.failed(found, CLOSED).typing(commands);
    }

    private static Finding tooMuch(String names, List<String> more) {
        return more.isEmpty()
                ? PathCheck.SECURITY_GROUP.passed("%s admits the clients".formatted(names))
                : PathCheck.SECURITY_GROUP.warning(
                        "%s admits more than the clients: %s".formatted(names, String.join(", ", more)),
                        "remove those rules: no one else needs the endpoint");
    }
}
