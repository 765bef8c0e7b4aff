package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.fleet.ExpectedNetwork;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.observed.PathFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
        add(findings, PathCheck.CREDENTIALS, () -> Foundations.credentials(network, facts));
        add(findings, PathCheck.REGIONS, () -> Foundations.regions(used, facts));
        add(findings, PathCheck.PRODUCTION_VPC, () -> Foundations.productionVpc(network, facts));
        add(findings, PathCheck.VPC_DNS, () -> ResolverChecks.vpcDns(network, facts));
        add(findings, PathCheck.DHCP_OPTIONS, () -> ResolverChecks.dhcp(network, facts));
        add(findings, PathCheck.RESOLVER_RULES, () -> ResolverChecks.rules(hostnames, zones, facts));
        add(findings, PathCheck.OTHER_ZONES, () -> ZoneChecks.otherZones(hostnames, zones, network, facts));
        add(findings, PathCheck.CLIENT_SUBNETS, () -> AddressChecks.clients(network, facts));
        paths.forEach(path ->
                add(findings, PathCheck.ENDPOINT_SERVICE, () -> VisibleServiceChecks.visible(network, path, facts)));
        return List.copyOf(findings);
    }

    private static void add(List<Finding> findings, PathCheck check, PathDiagnosis.Question question) {
        findings.add(PathDiagnosis.seen(check, question));
    }
}
