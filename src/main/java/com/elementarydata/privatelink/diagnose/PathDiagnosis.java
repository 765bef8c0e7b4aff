package com.elementarydata.privatelink.diagnose;

import static com.elementarydata.privatelink.diagnose.PathCheck.PD101;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What all hops of one connection came to, in the order of the path.
 *
 * @param path the connection
 * @param findings what the hops came to
 */
public record PathDiagnosis(ExpectedPath path, List<PathFinding> findings) {

    /** What only somebody within the production VPC can try. */
    private static final Set<PathCheck> FROM_HERE =
            Set.of(PathCheck.PD207, PathCheck.PD503, PathCheck.PD504, PathCheck.PD505);

    private static final Map<PathCheck, Function<Walk, PathFinding>> HOPS = hops();

    private static Map<PathCheck, Function<Walk, PathFinding>> hops() {
        Map<PathCheck, Function<Walk, PathFinding>> hops = new EnumMap<>(PathCheck.class);
        addFoundations(hops);
        addNames(hops);
        addNetworks(hops);
        addServices(hops);
        return hops;
    }

    private static void addFoundations(Map<PathCheck, Function<Walk, PathFinding>> hops) {
        hops.put(PathCheck.PD101, walk -> Foundations.credentials(walk.network(), walk.facts()));
        hops.put(PathCheck.PD102, walk -> Foundations.regions(regions(walk), walk.facts()));
        hops.put(PathCheck.PD103, walk -> Foundations.productionVpc(walk.network(), walk.facts()));
        hops.put(PathCheck.PD104, StackChecks::regional);
        hops.put(PathCheck.PD105, StackChecks::production);
        hops.put(PathCheck.PD106, StackChecks::customer);
        hops.put(PathCheck.PD107, StackChecks::dns);
        hops.put(PathCheck.PD108, StackIdChecks::ids);
        hops.put(PathCheck.PD109, StackChecks::drift);
    }

    private static void addNames(Map<PathCheck, Function<Walk, PathFinding>> hops) {
        hops.put(PathCheck.PD201, walk -> ResolverChecks.vpcDns(walk.network(), walk.facts()));
        hops.put(PathCheck.PD202, walk -> ResolverChecks.dhcp(walk.network(), walk.facts()));
        hops.put(
                PathCheck.PD203,
                walk -> ResolverChecks.rules(
                        walk.path().hostnames(), walk.path().hostedZones(), walk.facts()));
        hops.put(PathCheck.PD204, ZoneChecks::hostedZones);
        hops.put(
                PathCheck.PD205,
                walk -> ZoneChecks.otherZones(
                        walk.path().hostnames(), walk.path().hostedZones(), walk.network(), walk.facts()));
        hops.put(PathCheck.PD206, RecordChecks::records);
        hops.put(PathCheck.PD207, RecordChecks::answers);
    }

    private static void addNetworks(Map<PathCheck, Function<Walk, PathFinding>> hops) {
        hops.put(PathCheck.PD301, walk -> AddressChecks.clients(walk.network(), walk.facts()));
        hops.put(PathCheck.PD302, NetworkAclChecks::ofClients);
        hops.put(PathCheck.PD303, AddressChecks::disjoint);
        hops.put(PathCheck.PD304, PeeringChecks::peering);
        hops.put(PathCheck.PD305, RouteChecks::there);
        hops.put(PathCheck.PD306, RouteChecks::back);
        hops.put(PathCheck.PD307, EndpointChecks::endpoint);
        hops.put(PathCheck.PD308, NetworkAclChecks::ofEndpoint);
        hops.put(PathCheck.PD309, SecurityGroupChecks::group);
    }

    private static void addServices(Map<PathCheck, Function<Walk, PathFinding>> hops) {
        hops.put(PathCheck.PD401, VisibleServiceChecks::visible);
        hops.put(PathCheck.PD402, VisibleServiceChecks::owner);
        hops.put(PathCheck.PD403, VisibleServiceChecks::zones);
        hops.put(PathCheck.PD404, EndpointChecks::acceptance);
        hops.put(PathCheck.PD501, FarSide::provider);
        hops.put(PathCheck.PD502, FarSide::ports);
        hops.put(PathCheck.PD503, FarSide::connect);
        hops.put(PathCheck.PD504, FarSide::handshake);
        hops.put(PathCheck.PD505, FarSide::ocsp);
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
     */
    public static PathDiagnosis of(
            ExpectedNetwork network, ExpectedPath path, PathFacts facts, Optional<ProviderFacts> provider) {
        Walk walk = new Walk(network, path, facts, provider);
        List<PathFinding> findings = new ArrayList<>();
        HOPS.forEach((check, judge) -> {
            if (isTried(walk, check)) {
                findings.add(judge(walk, check, judge));
            }
            if (check == PathCheck.PD502) {
                findings.addAll(FarSide.providers(walk));
            }
        });
        return new PathDiagnosis(path, List.copyOf(findings));
    }

    private static boolean isTried(Walk walk, PathCheck check) {
        if (check == PathCheck.PD505 && !walk.path().hasCertificateResponders()) {
            return false;
        }
        return FROM_HERE.contains(check)
                ? walk.facts().here().isPresent()
                : check != PathCheck.PD502 || walk.provider().isPresent();
    }

    private static PathFinding judge(Walk walk, PathCheck check, Function<Walk, PathFinding> judge) {
        if (!walk.path().active() && (check.isOfNames() || FROM_HERE.contains(check))) {
            return check.notYet("dns: prepared");
        }
        return seen(check, () -> judge.apply(walk));
    }

    /** Judges what may not have been seen. */
    static PathFinding seen(PathCheck check, Question question) {
        try {
            return question.judge();
        } catch (NotSeenException notSeen) {
            return check.unknown(notSeen.why());
        }
    }

    /** What a check comes to. */
    interface Question {
        PathFinding judge();
    }

    /** The first broken link. */
    public Optional<PathFinding> firstBroken() {
        return blamed().findFirst();
    }

    /** All broken links, in the order of the path. */
    public Stream<PathFinding> blamed() {
        return findings.stream().filter(PathFinding::isBlamed);
    }

    /** What works, but is not as it should be. */
    public Stream<PathFinding> warnings() {
        return findings.stream().filter(finding -> finding.verdict() == Verdict.WARNING);
    }

    /** Whether these are the wrong account's facts, of which nothing else can be said. */
    public boolean isOfAnotherAccount() {
        return findings.stream().anyMatch(finding -> finding.code().equals(PD101.name()) && finding.isBlamed());
    }
}
