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

    private VisibleServiceChecks() {}

    private static Optional<VisibleService> find(ExpectedPath path, PathFacts facts) {
        return Optional.ofNullable(facts.services().get(path.serviceName()))
                .orElseThrow(() -> new NotSeenException("AWS was not asked about it"))
                .get()
                .stream()
                .findFirst();
    }

    private static VisibleService present(Walk walk) {
        return find(walk.path(), walk.facts()).orElseThrow(() -> new NotSeenException("the service is not visible"));
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
        String found = "%s is not visible to account %s".formatted(path.serviceName(), network.account());
        ServiceOwner whose = ServiceOwner.of(path);
        if (!whose.isCustomer()) {
            return PathCheck.ENDPOINT_SERVICE.failed(
                    found,
                    whose.party(),
                    "ask %s to authorize account %s for the customer's account"
                            .formatted(whose.support(), network.account()));
        }
        String id = path.serviceName().substring(path.serviceName().lastIndexOf('.') + 1);
        return PathCheck.ENDPOINT_SERVICE
                .failed(
                        found,
                        whose.party(),
                        "the customer deleted the service, or Elementary's account is not an allowed principal: allow it")
                .typing(AwsCommands.in(path.serviceRegion()).allow(id, network.account()));
    }

    static Finding owner(Walk walk) {
        String owner = present(walk).owner();
        return walk.path()
                .owner()
                .map(expected -> owner.equals(expected)
                        ? PathCheck.OWNER.passed("account %s".formatted(owner))
                        : PathCheck.OWNER.failed(
                                "the service belongs to account %s, but %s says %s"
                                        .formatted(owner, walk.path().file(), expected),
                                "ask the customer whose it is, and correct awsAccountId or serviceName; do not"
                                        + " connect to anyone else"))
                .orElseGet(() -> PathCheck.OWNER.passed("account %s, the vendor's".formatted(owner)));
    }

    static Finding zones(Walk walk) {
        if (walk.path().isCrossRegion()) {
            return PathCheck.ZONES.passed("PrivateLink crosses Regions: zones need not match");
        }
        VisibleService service = present(walk);
        List<String> own =
                walk.endpointSubnets().stream().map(Subnet::zone).sorted().toList();
        List<String> outside = own.stream()
                .filter(zone -> !service.zones().contains(zone))
                .distinct()
                .toList();
        String zones = String.join(", ", service.zones());
        if (service.zones().isEmpty()) {
            return PathCheck.ZONES.unknown("AWS does not say in which zones the service is");
        }
        return outside.isEmpty()
                ? PathCheck.ZONES.passed("%s of %s".formatted(String.join(", ", own), zones))
                : PathCheck.ZONES.failed(
                        "the endpoint is in %s, the service in %s".formatted(String.join(", ", outside), zones),
                        ServiceOwner.of(walk.path()).party(),
                        "have the provider add the zone to its load balancer again, or remove it from"
                                + " availabilityZoneIds in %s and deploy"
                                        .formatted(walk.path().file()));
    }
}
