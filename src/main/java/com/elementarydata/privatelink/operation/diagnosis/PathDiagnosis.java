package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.fleet.ExpectedNetwork;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.judge.ExpectedStack;
import com.elementarydata.privatelink.judge.PathStacks;
import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Verdict;
import com.elementarydata.privatelink.observed.PathFacts;
import com.elementarydata.privatelink.observed.ProviderFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The findings of all hops of one connection, in the order of the path.
 *
 * @param path the connection
 * @param findings the findings of the hops
 */
public record PathDiagnosis(ExpectedPath path, List<Finding> findings) {

    /** What can only be tried from within the production VPC. */
    private static final Set<Check> FROM_HERE = Set.of(
            PathCheck.ANSWERS_FROM_HERE,
            PathCheck.CONNECT_FROM_HERE,
            PathCheck.TLS_FROM_HERE,
            PathCheck.OCSP_FROM_HERE);

    private static final String OWN = "PD";

    /** Judges one hop of a path. */
    private record Hop(Check check, Function<Walk, Finding> judge) {}

    private static final List<Hop> HOPS = List.of(
            new Hop(PathCheck.CREDENTIALS, walk -> Preconditions.credentials(walk.network(), walk.facts())),
            new Hop(PathCheck.REGIONS, walk -> Preconditions.regions(regions(walk), walk.facts())),
            new Hop(PathCheck.PRODUCTION_VPC, walk -> Preconditions.productionVpc(walk.network(), walk.facts())),
            stack(PathCheck.REGIONAL_STACK, PathStacks::regional),
            stack(PathCheck.PRODUCTION_STACK, PathStacks::production),
            stack(PathCheck.CUSTOMER_STACK, PathStacks::endpoints),
            stack(PathCheck.DNS_STACK, PathStacks::dns),
            new Hop(PathCheck.STACK_IDS, StackIdChecks::ids),
            new Hop(PathCheck.DRIFT, StackChecks::drift),
            new Hop(PathCheck.VPC_DNS, walk -> ResolverChecks.vpcDns(walk.network(), walk.facts())),
            new Hop(PathCheck.DHCP_OPTIONS, walk -> ResolverChecks.dhcp(walk.network(), walk.facts())),
            new Hop(
                    PathCheck.RESOLVER_RULES,
                    walk -> ResolverChecks.rules(walk.path().hostnames(), walk.ownZones(), walk.facts())),
            new Hop(PathCheck.HOSTED_ZONES, ZoneChecks::hostedZones),
            new Hop(PathCheck.OTHER_ZONES, ZoneChecks::otherZones),
            new Hop(PathCheck.RECORDS, RecordChecks::records),
            new Hop(PathCheck.ANSWERS_FROM_HERE, RecordChecks::answers),
            new Hop(PathCheck.CLIENT_SUBNETS, walk -> NetworkChecks.clients(walk.network(), walk.facts())),
            new Hop(PathCheck.CLIENT_ACLS, NetworkAclChecks::ofClients),
            new Hop(PathCheck.ADDRESSES, NetworkChecks::disjoint),
            new Hop(PathCheck.PEERING, NetworkChecks::peering),
            new Hop(PathCheck.ROUTES_THERE, RouteChecks::there),
            new Hop(PathCheck.ROUTES_BACK, RouteChecks::back),
            new Hop(PathCheck.ENDPOINT, EndpointChecks::endpoint),
            new Hop(PathCheck.ENDPOINT_ACLS, NetworkAclChecks::ofEndpoint),
            new Hop(PathCheck.SECURITY_GROUP, EndpointChecks::group),
            new Hop(PathCheck.ENDPOINT_SERVICE, VisibleServiceChecks::visible),
            new Hop(PathCheck.OWNER, walk -> VisibleServiceChecks.owner(walk.path(), walk.facts())),
            new Hop(PathCheck.ZONES, VisibleServiceChecks::zones),
            new Hop(PathCheck.ACCEPTANCE, EndpointChecks::acceptance),
            new Hop(PathCheck.PROVIDER_SIDE, FarSide::provider),
            new Hop(PathCheck.PORTS, FarSide::ports),
            new Hop(PathCheck.CONNECT_FROM_HERE, FarSide::connect),
            new Hop(PathCheck.TLS_FROM_HERE, FarSide::handshake),
            new Hop(PathCheck.OCSP_FROM_HERE, FarSide::ocsp));

    private static Hop stack(Check check, Function<PathStacks, Optional<ExpectedStack>> chosen) {
        return new Hop(
                check,
                walk -> chosen.apply(walk.stacks())
                        .map(stack -> StackChecks.judge(walk, check, stack))
                        .orElseGet(() -> check.passed("none, as what it would make is adopted")));
    }

    private static List<String> regions(Walk walk) {
        return List.of(
                walk.network().region(),
                walk.path().endpointRegion(),
                walk.path().serviceRegion());
    }

    /**
     * Judges one connection.
     *
     * @param network Elementary's network
     * @param path the connection
     * @param facts what was observed
     * @param provider what the provider sees, where it handed that out
     * @param commands for the fleet's folder
     */
    public static PathDiagnosis of(
            ExpectedNetwork network,
            ExpectedPath path,
            PathFacts facts,
            Optional<ProviderFacts> provider,
            CdkCommands commands) {
        Walk walk = new Walk(network, path, facts, provider, commands);
        List<Finding> findings = new ArrayList<>();
        for (Hop hop : HOPS) {
            if (isTried(walk, hop.check())) {
                findings.add(judge(walk, hop));
            }
            if (hop.check().equals(PathCheck.PORTS)) {
                findings.addAll(FarSide.providers(walk));
            }
        }
        return new PathDiagnosis(path, List.copyOf(findings));
    }

    private static boolean isTried(Walk walk, Check check) {
        if (check.equals(PathCheck.OCSP_FROM_HERE) && !walk.path().hasCertificateResponders()) {
            return false;
        }
        return FROM_HERE.contains(check)
                ? walk.facts().here().isPresent()
                : !check.equals(PathCheck.PORTS) || walk.provider().isPresent();
    }

    private static Finding judge(Walk walk, Hop hop) {
        Check check = hop.check();
        if (!walk.path().active() && (isOfNames(check) || FROM_HERE.contains(check))) {
            return check.notYet("dns: prepared");
        }
        return Preconditions.seen(check, () -> hop.judge().apply(walk));
    }

    /** Names are not in use before they are switched on. */
    private static boolean isOfNames(Check check) {
        return check.equals(PathCheck.DNS_STACK) || check.code().startsWith("PD2");
    }

    /** The first broken link. */
    public Optional<Finding> firstBroken() {
        return blamed().findFirst();
    }

    /** All broken links, in the order of the path. */
    public Stream<Finding> blamed() {
        return findings.stream().filter(Finding::isBlamed);
    }

    /** The links of this side that could not be judged. What the provider alone sees is none of them. */
    public List<Finding> unjudged() {
        return findings.stream()
                .filter(finding ->
                        finding.verdict() == Verdict.UNKNOWN && finding.code().startsWith(OWN))
                .filter(finding -> !finding.code().equals(PathCheck.PROVIDER_SIDE.code()))
                .toList();
    }

    /** The warnings: what works, but is not right. */
    public Stream<Finding> warnings() {
        return findings.stream().filter(finding -> finding.verdict() == Verdict.WARNING);
    }
}
