package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.judge.EndpointJudgement;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.observed.DeployedEndpoint;
import com.elementarydata.privatelink.observed.NetworkFacts.Endpoint;
import com.elementarydata.privatelink.observed.NotSeenException;
import java.util.Optional;

/** Whether the endpoint exists, and whether the provider accepted it. */
final class EndpointChecks {

    private EndpointChecks() {}

    static Finding endpoint(Walk walk) {
        String deploy = walk.deploy(walk.path().stacks().customer());
        Optional<String> id = walk.customers(walk.path().stacks().endpointId());
        if (id.isEmpty()) {
            throw new NotSeenException("there is no endpoint yet");
        }
        Optional<Endpoint> found = walk.endpoint();
        if (found.isEmpty()
                || found.get().endpoint().is("deleted")
                || found.get().endpoint().is("deleting")) {
            return deleted(walk, id.get()).typing(deploy);
        }
        DeployedEndpoint endpoint = found.get().endpoint();
        return endpoint.serviceName().equals(walk.path().serviceName())
                ? PathCheck.ENDPOINT.passed(endpoint.id())
                : PathCheck.ENDPOINT
                        .failed(
                                "%s connects to %s, not to %s"
                                        .formatted(
                                                endpoint.id(),
                                                endpoint.serviceName(),
                                                walk.path().serviceName()),
                                "the file changed after the last deployment: deploy, and have the endpoint accepted")
                        .typing(deploy);
    }

    private static Finding deleted(Walk walk, String id) {
        EndpointJudgement judgement = EndpointJudgement.missing();
        return PathCheck.ENDPOINT.failed(
                "%s is deleted, but %s still names it"
                        .formatted(id, walk.path().stacks().customer()),
                judgement.party(),
                judgement.remedy());
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
}
