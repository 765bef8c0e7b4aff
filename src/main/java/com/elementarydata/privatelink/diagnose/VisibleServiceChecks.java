package com.elementarydata.privatelink.diagnose;

import static com.elementarydata.privatelink.diagnose.PathCheck.PD401;
import static com.elementarydata.privatelink.diagnose.PathCheck.PD402;
import static com.elementarydata.privatelink.diagnose.PathCheck.PD403;

import com.elementarydata.privatelink.diagnose.NetworkFacts.Subnet;
import java.util.List;
import java.util.Optional;

/** Whether the endpoint service shows itself, as whose, and where. */
final class VisibleServiceChecks {

    private VisibleServiceChecks() {}

    private static Optional<VisibleService> find(ExpectedPath path, PathFacts facts) {
        return Optional.ofNullable(facts.services().get(path.serviceName()))
                .orElseThrow(() -> new NotSeenException("nobody asked for it"))
                .get()
                .stream()
                .findFirst();
    }

    private static VisibleService present(Walk walk) {
        return find(walk.path(), walk.facts()).orElseThrow(() -> new NotSeenException("the service is not visible"));
    }

    /** For a connection that goes on, too, since a principal that is taken away cuts off nobody. */
    static PathFinding visible(Walk walk) {
        PathFinding finding = visible(walk.network(), walk.path(), walk.facts());
        return walk.isConnected() && finding.isBlamed()
                ? PD401.warning(
                                finding.found() + "; what is connected goes on, but nothing new can be",
                                finding.party(),
                                finding.remedy())
                        .typing(finding.commands().toArray(String[]::new))
                : finding;
    }

    static PathFinding visible(ExpectedNetwork network, ExpectedPath path, PathFacts facts) {
        Optional<VisibleService> service = find(path, facts);
        if (service.isPresent()) {
            return PD401.passed(path.serviceName());
        }
        String found = "%s is not visible to account %s".formatted(path.serviceName(), network.account());
        String id = path.serviceName().substring(path.serviceName().lastIndexOf('.') + 1);
        return path.hostedByCustomer()
                ? PD401.failed(
                                found,
                                Party.CUSTOMER,
                                "the customer deleted the service, or does not allow Elementary to ask: allow it")
                        .typing(Walk.aws(
                                path.serviceRegion(),
                                "ec2 modify-vpc-endpoint-service-permissions --service-id %s --add-allowed-principals"
                                                .formatted(id)
                                        + " arn:aws:iam::%s:root".formatted(network.account())))
                : PD401.failed(
                        found,
                        Party.VENDOR,
                        "ask %s's support to authorize account %s for the customer's account"
                                .formatted(path.vendor(), network.account()));
    }

    static PathFinding owner(Walk walk) {
        String owner = present(walk).owner();
        return walk.path()
                .owner()
                .map(expected -> owner.equals(expected)
                        ? PD402.passed("account %s".formatted(owner))
                        : PD402.failed(
                                "the service is of account %s, %s says %s"
                                        .formatted(owner, walk.path().file(), expected),
                                Party.ELEMENTARY,
                                "ask the customer whose it is, and correct awsAccountId or serviceName; connect to"
                                        + " nobody else"))
                .orElseGet(() -> PD402.passed("account %s, of the vendor".formatted(owner)));
    }

    static PathFinding zones(Walk walk) {
        if (walk.path().isCrossRegion()) {
            return PD403.passed("PrivateLink crosses Regions: zones need not match");
        }
        VisibleService service = present(walk);
        List<String> outside = walk.endpointSubnets().stream()
                .map(Subnet::zone)
                .filter(zone -> !service.zones().contains(zone))
                .distinct()
                .sorted()
                .toList();
        String zones = String.join(", ", service.zones());
        if (service.zones().isEmpty()) {
            return PD403.unknown("AWS does not say in which zones the service is");
        }
        return outside.isEmpty()
                ? PD403.passed("%s of %s"
                        .formatted(
                                String.join(
                                        ", ",
                                        walk.endpointSubnets().stream()
                                                .map(Subnet::zone)
                                                .sorted()
                                                .toList()),
                                zones))
                : PD403.failed(
                        "the endpoint is in %s, the service in %s".formatted(String.join(", ", outside), zones),
                        walk.path().provider(),
                        "the provider adds the zone to its load balancer again, or Elementary takes it from"
                                + " availabilityZoneIds in %s and deploys"
                                        .formatted(walk.path().file()));
    }
}
