package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.command.AwsCommands;
import com.elementarydata.privatelink.fleet.ExpectedNetwork;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Verdict;
import com.elementarydata.privatelink.observed.NetworkFacts.Vpc;
import com.elementarydata.privatelink.observed.NotSeenException;
import com.elementarydata.privatelink.observed.PathFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What has to be true before anything is deployed, and that no stack can bring about. Whether anything else manages
 * production's route tables with inline routes cannot be seen.
 */
public final class Preconditions {

    private Preconditions() {}

    /**
     * Judges them.
     *
     * @param network Elementary's network
     * @param regions the Regions in use
     * @param paths the connections whose names and services matter
     * @param facts what was observed; of stacks and networks of other Regions nothing is needed
     */
    public static List<Finding> of(
            ExpectedNetwork network, Collection<String> regions, List<ExpectedPath> paths, PathFacts facts) {
        List<Finding> findings = new ArrayList<>();
        List<String> used =
                Stream.concat(Stream.of(network.region()), regions.stream()).toList();
        List<ExpectedPath> own = paths.stream().filter(path -> !path.external()).toList();
        List<String> hostnames = ExpectedPath.active(own, ExpectedPath::hostnames);
        List<String> zones = ExpectedPath.active(own, ExpectedPath::hostedZones);
        add(findings, PathCheck.CREDENTIALS, () -> credentials(network, facts));
        add(findings, PathCheck.REGIONS, () -> regions(used, facts));
        add(findings, PathCheck.PRODUCTION_VPC, () -> productionVpc(network, facts));
        add(findings, PathCheck.VPC_DNS, () -> ResolverChecks.vpcDns(network, facts));
        add(findings, PathCheck.DHCP_OPTIONS, () -> ResolverChecks.dhcp(network, facts));
        add(findings, PathCheck.RESOLVER_RULES, () -> ResolverChecks.rules(hostnames, zones, facts));
        add(findings, PathCheck.OTHER_ZONES, () -> ZoneChecks.otherZones(hostnames, zones, network, facts));
        add(findings, PathCheck.CLIENT_SUBNETS, () -> NetworkChecks.clients(network, facts));
        paths.forEach(path -> ofService(network, path, facts)
                .map(finding -> finding.about(path.name()))
                .forEach(findings::add));
        return List.copyOf(findings);
    }

    /** A service that is not visible has no owner and no zones to compare. */
    private static Stream<Finding> ofService(ExpectedNetwork network, ExpectedPath path, PathFacts facts) {
        Finding visible = seen(PathCheck.ENDPOINT_SERVICE, () -> VisibleServiceChecks.visible(network, path, facts));
        return visible.verdict() == Verdict.PASSED
                ? Stream.of(
                        visible,
                        seen(PathCheck.OWNER, () -> VisibleServiceChecks.owner(path, facts)),
                        seen(PathCheck.ZONES, () -> VisibleServiceChecks.zones(path, path.zones(), facts)))
                : Stream.of(visible);
    }

    private static void add(List<Finding> findings, Check check, Supplier<Finding> question) {
        findings.add(seen(check, question));
    }

    /** Judges what may not have been seen. */
    static Finding seen(Check check, Supplier<Finding> question) {
        try {
            return question.get();
        } catch (NotSeenException notSeen) {
            return check.unknown(notSeen.why());
        }
    }

    static Finding credentials(ExpectedNetwork network, PathFacts facts) {
        String account = facts.account().get();
        return account.equals(network.account())
                ? PathCheck.CREDENTIALS.passed("of account %s".formatted(account))
                : PathCheck.CREDENTIALS.failed(
                        "of account %s, but network.yaml says %s".formatted(account, network.account()),
                        "use credentials of account %s".formatted(network.account()));
    }

    static Finding regions(Collection<String> used, PathFacts facts) {
        SortedMap<String, String> status = facts.regions().get();
        SortedSet<String> all = new TreeSet<>(used);
        List<String> off = all.stream()
                .filter(region ->
                        !status.getOrDefault(region, "not known to the account").startsWith("opt"))
                .toList();
        return off.isEmpty()
                ? PathCheck.REGIONS.passed("%s enabled".formatted(String.join(", ", all)))
                : PathCheck.REGIONS
                        .failed("%s is not enabled in the account".formatted(String.join(", ", off)), "enable it")
                        .typing(off.stream()
                                .map(region -> AwsCommands.in(region).enable())
                                .toList());
    }

    static Finding productionVpc(ExpectedNetwork network, PathFacts facts) {
        Optional<Vpc> vpc = facts.in(network.region()).vpc(network.vpcId());
        if (vpc.isEmpty()) {
            return PathCheck.PRODUCTION_VPC.failed(
                    "%s is not in %s".formatted(network.vpcId(), network.region()),
                    "correct production in network.yaml");
        }
        return vpc.get().cidrs().contains(network.cidr())
                ? PathCheck.PRODUCTION_VPC.passed("%s, %s".formatted(network.vpcId(), network.cidr()))
                : PathCheck.PRODUCTION_VPC.failed(
                        "%s has %s, not %s"
                                .formatted(
                                        network.vpcId(),
                                        String.join(", ", vpc.get().cidrs()),
                                        network.cidr()),
                        "correct production in network.yaml");
    }
}
