package com.elementarydata.privatelink.diagnose;

import static com.elementarydata.privatelink.diagnose.PathCheck.PD307;
import static com.elementarydata.privatelink.diagnose.PathCheck.PD404;

import com.elementarydata.privatelink.diagnose.NetworkFacts.Endpoint;
import java.util.Locale;
import java.util.Optional;

/** Whether the endpoint is there, and whether the provider took it. */
final class EndpointChecks {

    private EndpointChecks() {}

    static PathFinding endpoint(Walk walk) {
        Optional<String> id = walk.customers(walk.path().stacks().endpointId());
        if (id.isEmpty()) {
            throw new NotSeenException("there is no endpoint yet");
        }
        Optional<Endpoint> found = walk.endpoint();
        if (found.isEmpty()
                || found.get().endpoint().is("deleted")
                || found.get().endpoint().is("deleting")) {
            return PD307.failed(
                            "%s is deleted, though %s has it"
                                    .formatted(id.get(), walk.path().stacks().customer()),
                            Party.ELEMENTARY,
                            "write a second connection, and move to it (docs/operations.md, Moving a connection)")
                    .typing(walk.deploy(walk.path().stacks().customer()));
        }
        DeployedEndpoint endpoint = found.get().endpoint();
        return endpoint.serviceName().equals(walk.path().serviceName())
                ? PD307.passed(endpoint.id())
                : PD307.failed(
                                "%s leads to %s, not to %s"
                                        .formatted(
                                                endpoint.id(),
                                                endpoint.serviceName(),
                                                walk.path().serviceName()),
                                Party.ELEMENTARY,
                                "the file changed after the last deployment; deploy it, and have it accepted")
                        .typing(walk.deploy(walk.path().stacks().customer()));
    }

    static PathFinding acceptance(Walk walk) {
        DeployedEndpoint endpoint = walk.presentEndpoint().endpoint();
        String words = "%s is %s%s"
                .formatted(
                        endpoint.id(),
                        endpoint.state(),
                        endpoint.lastError().map(" (%s)"::formatted).orElse(""));
        ExpectedPath path = walk.path();
        return switch (endpoint.state().toLowerCase(Locale.ROOT)) {
            case "available" -> PD404.passed(words);
            case "pendingacceptance" -> pending(path, words);
            case "rejected" ->
                PD404.failed(
                        words,
                        path.provider(),
                        path.hostedByCustomer()
                                ? "ask why, and to accept it after all: EC2, Endpoint services, Endpoint connections,"
                                        + " Accept"
                                : "ask %s's support why".formatted(path.vendor()));
            case "expired" ->
                PD404.failed(
                        words,
                        Party.ELEMENTARY,
                        "nobody accepted it in time; write a second connection, and move to it once it is accepted"
                                + " (docs/operations.md, Moving a connection)");
            case "pending", "partial" -> PD404.failed(words, Party.AWS, "wait a minute, and look again");
            case "failed" ->
                PD404.failed(words, Party.AWS, "AWS could not make it: open a case with AWS Support, with its id");
            default ->
                PD404.failed(
                        words,
                        Party.ELEMENTARY,
                        "write a second connection, and move to it (docs/operations.md, Moving a connection)");
        };
    }

    private static PathFinding pending(ExpectedPath path, String words) {
        if (path.hostedByCustomer()) {
            return PD404.failed(words, Party.CUSTOMER, "the customer accepts it, with its own credentials")
                    .typing("bin/privatelink provider accept --service-name %s".formatted(path.serviceName()));
        }
        return path.isRegistered()
                ? PD404.failed(
                        words,
                        Party.CUSTOMER,
                        "the customer registers it in its %s account console: Security, Networking, VPC endpoints"
                                .formatted(path.vendor()))
                : PD404.failed(words, Party.VENDOR, "ask %s's support to accept it".formatted(path.vendor()));
    }
}
