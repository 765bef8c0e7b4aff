package com.elementarydata.privatelink.diagnose;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What has to hold before anything is deployed, and that no stack can bring about. That nobody else manages production's
 * route tables with inline routes cannot be seen.
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
    public static List<PathFinding> of(
            ExpectedNetwork network, Collection<String> regions, List<ExpectedPath> paths, PathFacts facts) {
        List<PathFinding> findings = new ArrayList<>();
        List<String> used =
                Stream.concat(Stream.of(network.region()), regions.stream()).toList();
        List<String> hostnames = paths.stream()
                .filter(ExpectedPath::active)
                .flatMap(path -> path.hostnames().stream())
                .distinct()
                .toList();
        List<String> zones = paths.stream()
                .filter(ExpectedPath::active)
                .flatMap(path -> path.hostedZones().stream())
                .distinct()
                .toList();
        add(findings, PathCheck.PD101, () -> Foundations.credentials(network, facts));
        add(findings, PathCheck.PD102, () -> Foundations.regions(used, facts));
        add(findings, PathCheck.PD103, () -> Foundations.productionVpc(network, facts));
        add(findings, PathCheck.PD201, () -> ResolverChecks.vpcDns(network, facts));
        add(findings, PathCheck.PD202, () -> ResolverChecks.dhcp(network, facts));
        add(findings, PathCheck.PD203, () -> ResolverChecks.rules(hostnames, zones, facts));
        add(findings, PathCheck.PD205, () -> ZoneChecks.otherZones(hostnames, zones, network, facts));
        add(findings, PathCheck.PD301, () -> AddressChecks.clients(network, facts));
        paths.forEach(path -> add(findings, PathCheck.PD401, () -> VisibleServiceChecks.visible(network, path, facts)));
        return List.copyOf(findings);
    }

    private static void add(List<PathFinding> findings, PathCheck check, PathDiagnosis.Question question) {
        findings.add(PathDiagnosis.seen(check, question));
    }
}
