package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.command.AwsCommands;
import com.elementarydata.privatelink.fleet.ExpectedNetwork;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.judge.ServiceOwner;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.observed.NetworkFacts.Subnet;
import com.elementarydata.privatelink.observed.NotSeenException;
import com.elementarydata.privatelink.observed.PathFacts;
import com.elementarydata.privatelink.observed.VisibleService;
import java.util.List;
import java.util.Optional;

/** Whether the endpoint service is visible, whose it is, and in which zones. */
final class VisibleServiceChecks {

    private static final String NOT_OFFERED =
            "the customer deleted the service, or Elementary's account is not an allowed principal: allow it";
    private static final String NOT_OFFERED_ABROAD =
            "the customer deleted the service, or Elementary's account is not an allowed principal, or the service does"
                    + " not support the endpoint's Region: allow both";

    private VisibleServiceChecks() {}

    private static Optional<VisibleService> find(ExpectedPath path, PathFacts facts) {
        return Optional.ofNullable(facts.services().get(path.serviceName()))
                .orElseThrow(() -> new NotSeenException("AWS was not asked about it"))
                .get()
                .stream()
                .findFirst();
    }

    private static VisibleService present(ExpectedPath path, PathFacts facts) {
        return find(path, facts).orElseThrow(() -> new NotSeenException("the service is not visible"));
    }

    /** Also for a connection that is up, as removing a principal does not cut it. */
    static Finding visible(Walk walk) {
        Finding finding = visible(walk.network(), walk.path(), walk.facts());
        return walk.isConnected() && finding.isBlamed()
                ? PathCheck.ENDPOINT_SERVICE
                        .warning(
                                finding.found() + "; what is connected stays so, but nothing new can connect",
                                finding.party(),
                                finding.remedy())
                        .typing(finding.commands())
                : finding;
    }

    static Finding visible(ExpectedNetwork network, ExpectedPath path, PathFacts facts) {
        Optional<VisibleService> service = find(path, facts);
        if (service.isPresent()) {
            return PathCheck.ENDPOINT_SERVICE.passed(path.serviceName());
        }
        String found = "%s is not visible to account %s in %s"
                .formatted(path.serviceName(), network.account(), path.endpointRegion());
        ServiceOwner whose = ServiceOwner.of(path);
        if (!whose.isCustomer()) {
            return PathCheck.ENDPOINT_SERVICE.failed(
                    found,
                    whose.party(),
                    "ask %s to authorize account %s for the customer's account"
                            .formatted(whose.support(), network.account()));
        }
        return PathCheck.ENDPOINT_SERVICE
                .failed(found, whose.party(), path.isCrossRegion() ? NOT_OFFERED_ABROAD : NOT_OFFERED)
                .typing(offering(network, path));
    }

    /** The customer's commands; what is allowed already stays so. */
    private static List<String> offering(ExpectedNetwork network, ExpectedPath path) {
        AwsCommands aws = AwsCommands.in(path.serviceRegion());
        String id = path.serviceName().substring(path.serviceName().lastIndexOf('.') + 1);
        String allow = aws.allow(id, network.account());
        return path.isCrossRegion() ? List.of(allow, aws.support(id, path.endpointRegion())) : List.of(allow);
    }

    static Finding owner(ExpectedPath path, PathFacts facts) {
        String owner = present(path, facts).owner();
        return path.owner()
                .map(expected -> owner.equals(expected)
                        ? PathCheck.OWNER.passed("account %s".formatted(owner))
                        : PathCheck.OWNER.failed(
                                "the service belongs to account %s, but %s says %s"
                                        .formatted(owner, path.file(), expected),
                                "ask the customer whose it is, and correct awsAccountId or serviceName; do not"
                                        + " connect to anyone else"))
                .orElseGet(() -> PathCheck.OWNER.passed("account %s, the vendor's".formatted(owner)));
    }

    /** Compares the zones that the endpoint is in. */
    static Finding zones(Walk walk) {
        return walk.path().isCrossRegion()
                ? zones(walk.path(), List.of(), walk.facts())
                : zones(
                        walk.path(),
                        walk.endpointSubnets().stream()
                                .map(Subnet::zone)
                                .sorted()
                                .toList(),
                        walk.facts());
    }

    /**
     * Compares zones with the service's.
     *
     * @param own the zones that the endpoint is in, or will be
     */
    static Finding zones(ExpectedPath path, List<String> own, PathFacts facts) {
        if (path.isCrossRegion()) {
            return PathCheck.ZONES.passed("PrivateLink crosses Regions: zones need not match");
        }
        List<String> offered = present(path, facts).zones();
        if (offered.isEmpty()) {
            return PathCheck.ZONES.unknown("AWS does not say in which zones the service is");
        }
        List<String> outside =
                own.stream().filter(zone -> !offered.contains(zone)).distinct().toList();
        String zones = String.join(", ", offered);
        return outside.isEmpty()
                ? PathCheck.ZONES.passed("%s of %s".formatted(String.join(", ", own), zones))
                : PathCheck.ZONES.failed(
                        "the endpoint needs %s, the service is in %s".formatted(String.join(", ", outside), zones),
                        ServiceOwner.of(path).party(),
                        "have the provider add the zone to its load balancer, or remove it from"
                                + " availabilityZoneIds in %s and deploy".formatted(path.file()));
    }
}
