package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.command.AwsCommands;
import com.elementarydata.privatelink.judge.Admission;
import com.elementarydata.privatelink.judge.EndpointJudgement;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.observed.DeployedEndpoint;
import com.elementarydata.privatelink.observed.NetworkFacts.Endpoint;
import com.elementarydata.privatelink.observed.NetworkFacts.SecurityGroup;
import com.elementarydata.privatelink.observed.NotSeenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the endpoint exists, whether the provider accepted it, and whom it admits. */
final class EndpointChecks {

    private static final String CLOSED =
            "admit them again, as a deployment sees no difference; if the endpoint has a group that no stack made,"
                    + " restore its own: VPC, Endpoints, Manage security groups";

    private EndpointChecks() {}

    static Finding endpoint(Walk walk) {
        String id = walk.stacks().endpointId().orElseThrow(() -> new NotSeenException("there is no endpoint yet"));
        Optional<DeployedEndpoint> found = walk.endpoint()
                .map(Endpoint::endpoint)
                .filter(endpoint -> !endpoint.is("deleted") && !endpoint.is("deleting"));
        if (found.isEmpty()) {
            EndpointJudgement judgement = EndpointJudgement.missing();
            return PathCheck.ENDPOINT
                    .failed(
                            "%s is deleted, but %s still names it"
                                    .formatted(id, walk.stacks().namedBy()),
                            judgement.party(),
                            judgement.remedy())
                    .typing(deploy(walk));
        }
        return service(walk, found.get());
    }

    /** None of an adopted one, as no stack makes it. */
    private static List<String> deploy(Walk walk) {
        return walk.stacks().endpoints().map(stack -> walk.deploy(stack.name())).stream()
                .toList();
    }

    private static Finding service(Walk walk, DeployedEndpoint endpoint) {
        String service = endpoint.serviceName();
        return service.equals(walk.path().serviceName())
                ? PathCheck.ENDPOINT.passed(endpoint.id())
                : PathCheck.ENDPOINT
                        .failed(
                                "%s connects to %s, not to %s"
                                        .formatted(
                                                endpoint.id(),
                                                service,
                                                walk.path().serviceName()),
                                walk.path().adoptedEndpoint().isPresent()
                                        ? "it is adopted: write the service that it is for in the file"
                                        : "the file changed after the last deployment: deploy, and have the endpoint"
                                                + " accepted")
                        .typing(deploy(walk));
    }

    static Finding acceptance(Walk walk) {
        DeployedEndpoint endpoint = walk.presentEndpoint().endpoint();
        String words = "%s is %s%s"
                .formatted(
                        endpoint.id(),
                        endpoint.state(),
                        endpoint.lastError().map(" (%s)"::formatted).orElse(""));
        if (endpoint.is("available")) {
            return PathCheck.ACCEPTANCE.passed(words);
        }
        EndpointJudgement judgement = EndpointJudgement.of(endpoint, walk.path());
        return PathCheck.ACCEPTANCE
                .failed(words, judgement.party(), judgement.remedy())
                .typing(judgement.commands());
    }

    /** Whether its groups admit exactly the clients, on exactly the ports. Answers pass by themselves. */
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
        return unlessOthers(walk, admission.on(walk.path().ports()))
                .map(others -> PathCheck.SECURITY_GROUP.unknown("%s, unless %s".formatted(found, others)))
                .orElseGet(() -> PathCheck.SECURITY_GROUP.failed(found, CLOSED).typing(commands));
    }

    /** Who else may be admitted, of whom the addresses are not known. */
    private static Optional<String> unlessOthers(Walk walk, Admission admission) {
        if (admission.dependsOnPrefixList()) {
            return Optional.of("a prefix list does, which could not be read");
        }
        // a group of a peered VPC can be named within a Region alone
        return admission.dependsOnGroup()
                        && walk.path().endpointRegion().equals(walk.network().region())
                ? Optional.of("the clients have a group that it admits")
                : Optional.empty();
    }

    private static Finding tooMuch(String names, List<String> more) {
        return more.isEmpty()
                ? PathCheck.SECURITY_GROUP.passed("%s admits the clients".formatted(names))
                : PathCheck.SECURITY_GROUP.warning(
                        "%s admits more than the clients: %s".formatted(names, String.join(", ", more)),
                        "remove those rules: no one else needs the endpoint");
    }
}
