package com.elementarydata.privatelink.operation.diagnosis;

import static com.elementarydata.privatelink.operation.diagnosis.PathCheck.CREDENTIALS;
import static java.util.Map.entry;

import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.fleet.ExpectedNetwork;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Verdict;
import com.elementarydata.privatelink.observed.NotSeenException;
import com.elementarydata.privatelink.observed.PathFacts;
import com.elementarydata.privatelink.observed.ProviderFacts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
    private static final Set<PathCheck> FROM_HERE = Set.of(
            PathCheck.ANSWERS_FROM_HERE,
            PathCheck.CONNECT_FROM_HERE,
            PathCheck.TLS_FROM_HERE,
            PathCheck.OCSP_FROM_HERE);

    private static final Map<PathCheck, Function<Walk, Finding>> HOPS =
            new EnumMap<>(Map.<PathCheck, Function<Walk, Finding>>ofEntries(
                    entry(PathCheck.CREDENTIALS, walk -> Foundations.credentials(walk.network(), walk.facts())),
                    entry(PathCheck.REGIONS, walk -> Foundations.regions(regions(walk), walk.facts())),
                    entry(PathCheck.PRODUCTION_VPC, walk -> Foundations.productionVpc(walk.network(), walk.facts())),
                    entry(PathCheck.REGIONAL_STACK, StackChecks::regional),
                    entry(PathCheck.PRODUCTION_STACK, StackChecks::production),
                    entry(PathCheck.CUSTOMER_STACK, StackChecks::customer),
                    entry(PathCheck.DNS_STACK, StackChecks::dns),
                    entry(PathCheck.STACK_IDS, StackIdChecks::ids),
                    entry(PathCheck.DRIFT, StackChecks::drift),
                    entry(PathCheck.VPC_DNS, walk -> ResolverChecks.vpcDns(walk.network(), walk.facts())),
                    entry(PathCheck.DHCP_OPTIONS, walk -> ResolverChecks.dhcp(walk.network(), walk.facts())),
                    entry(
                            PathCheck.RESOLVER_RULES,
                            walk -> ResolverChecks.rules(
                                    walk.path().hostnames(), walk.path().hostedZones(), walk.facts())),
                    entry(PathCheck.HOSTED_ZONES, ZoneChecks::hostedZones),
                    entry(
                            PathCheck.OTHER_ZONES,
                            walk -> ZoneChecks.otherZones(
                                    walk.path().hostnames(), walk.path().hostedZones(), walk.network(), walk.facts())),
                    entry(PathCheck.RECORDS, RecordChecks::records),
                    entry(PathCheck.ANSWERS_FROM_HERE, RecordChecks::answers),
                    entry(PathCheck.CLIENT_SUBNETS, walk -> AddressChecks.clients(walk.network(), walk.facts())),
                    entry(PathCheck.CLIENT_ACLS, NetworkAclChecks::ofClients),
                    entry(PathCheck.ADDRESSES, AddressChecks::disjoint),
                    entry(PathCheck.PEERING, PeeringChecks::peering),
                    entry(PathCheck.ROUTES_THERE, RouteChecks::there),
                    entry(PathCheck.ROUTES_BACK, RouteChecks::back),
                    entry(PathCheck.ENDPOINT, EndpointChecks::endpoint),
                    entry(PathCheck.ENDPOINT_ACLS, NetworkAclChecks::ofEndpoint),
                    entry(PathCheck.SECURITY_GROUP, SecurityGroupChecks::group),
                    entry(PathCheck.ENDPOINT_SERVICE, VisibleServiceChecks::visible),
                    entry(PathCheck.OWNER, VisibleServiceChecks::owner),
                    entry(PathCheck.ZONES, VisibleServiceChecks::zones),
                    entry(PathCheck.ACCEPTANCE, EndpointChecks::acceptance),
                    entry(PathCheck.PROVIDER_SIDE, FarSide::provider),
                    entry(PathCheck.PORTS, FarSide::ports),
                    entry(PathCheck.CONNECT_FROM_HERE, FarSide::connect),
                    entry(PathCheck.TLS_FROM_HERE, FarSide::handshake),
                    entry(PathCheck.OCSP_FROM_HERE, FarSide::ocsp)));

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
        HOPS.forEach((check, judge) -> {
            if (isTried(walk, check)) {
                findings.add(judge(walk, check, judge));
            }
            if (check == PathCheck.PORTS) {
                findings.addAll(FarSide.providers(walk));
            }
        });
        return new PathDiagnosis(path, List.copyOf(findings));
    }

    private static boolean isTried(Walk walk, PathCheck check) {
        if (check == PathCheck.OCSP_FROM_HERE && !walk.path().hasCertificateResponders()) {
            return false;
        }
        return FROM_HERE.contains(check)
                ? walk.facts().here().isPresent()
                : check != PathCheck.PORTS || walk.provider().isPresent();
    }

    private static Finding judge(Walk walk, PathCheck check, Function<Walk, Finding> judge) {
        if (!walk.path().active() && (check.isOfNames() || FROM_HERE.contains(check))) {
            return check.notYet("dns: prepared");
        }
        return seen(check, () -> judge.apply(walk));
    }

    /** Judges what may not have been seen. */
    static Finding seen(PathCheck check, Question question) {
        try {
            return question.judge();
        } catch (NotSeenException notSeen) {
            return check.unknown(notSeen.why());
        }
    }

    /** The finding of a check. */
    interface Question {
        Finding judge();
    }

    /** The first broken link. */
    public Optional<Finding> firstBroken() {
        return blamed().findFirst();
    }

    /** All broken links, in the order of the path. */
    public Stream<Finding> blamed() {
        return findings.stream().filter(Finding::isBlamed);
    }

    /** The warnings: what works, but is not right. */
    public Stream<Finding> warnings() {
        return findings.stream().filter(finding -> finding.verdict() == Verdict.WARNING);
    }

    /** Whether these are the wrong account's facts, of which nothing else can be said. */
    public boolean isOfAnotherAccount() {
        return findings.stream().anyMatch(finding -> finding.code().equals(CREDENTIALS.code()) && finding.isBlamed());
    }
}
