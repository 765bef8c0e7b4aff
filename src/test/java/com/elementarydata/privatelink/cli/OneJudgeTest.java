package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.judge.ConnectionState;
import com.elementarydata.privatelink.judge.ExpectedStack;
import com.elementarydata.privatelink.judge.PathStacks;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Party;
import com.elementarydata.privatelink.model.Verdict;
import com.elementarydata.privatelink.observed.PathFacts;
import com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds;
import com.elementarydata.privatelink.operation.diagnosis.FarWorlds;
import com.elementarydata.privatelink.operation.diagnosis.PathBundle;
import com.elementarydata.privatelink.operation.diagnosis.PathDiagnosis;
import com.elementarydata.privatelink.operation.diagnosis.Preconditions;
import com.elementarydata.privatelink.operation.diagnosis.RecordedWorld;
import com.elementarydata.privatelink.operation.diagnosis.RecordedWorldsTest;
import com.elementarydata.privatelink.operation.provider.ProviderDiagnosis;
import com.elementarydata.privatelink.operation.removal.RemovalCheck;
import com.elementarydata.privatelink.operation.removal.RemovalFacts;
import com.elementarydata.privatelink.operation.status.ConnectionStatus;
import com.elementarydata.privatelink.operation.status.CustomerNames;
import com.elementarydata.privatelink.operation.status.DnsDeployment;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The verbs agree about the same recorded worlds: in what is broken, in who must act, and so in how they end. */
class OneJudgeTest {

    /** The hops that {@code status} sees, too. */
    private static final Set<String> SEEN_BY_STATUS =
            Set.of("PD104", "PD105", "PD106", "PD107", "PD204", "PD206", "PD307", "PD404");
    /** Somebody is waited for: a link is broken as long as that lasts, but the connection is not. */
    private static final Set<ConnectionState> WAITING = EnumSet.of(
            ConnectionState.NOT_DEPLOYED,
            ConnectionState.IN_PROGRESS,
            ConnectionState.PENDING_ACCEPTANCE,
            ConnectionState.PENDING,
            ConnectionState.UNKNOWN,
            ConnectionState.CHANGED,
            ConnectionState.NAMES_NOT_DEPLOYED);

    @TempDir
    private Path folder;

    /** A world as all verbs judge it. */
    private record Judged(PathBundle bundle, ExpectedPath path) {

        static Judged of(RecordedWorld world, Path folder) throws Exception {
            PathBundle bundle = PathBundle.read(world.write(folder));
            return new Judged(
                    bundle,
                    bundle.paths().stream()
                            .filter(path -> path.name().equals(world.connection()))
                            .findFirst()
                            .orElseThrow());
        }

        PathDiagnosis diagnosis() {
            return bundle.diagnoses(CdkCommands.ofUnknownFolder()).stream()
                    .filter(diagnosis -> diagnosis.path().equals(path))
                    .findFirst()
                    .orElseThrow();
        }

        /** Status ends where AWS refuses, and with another account's credentials. */
        boolean hasStatus() {
            PathFacts facts = bundle.facts();
            return !facts.hasRefusals()
                    && facts.account()
                            .value()
                            .filter(bundle.network().account()::equals)
                            .isPresent();
        }

        ConnectionStatus status() {
            return ConnectionStatus.of(
                    new PathStacks(bundle.network(), path, bundle.facts()),
                    new CustomerNames(active(), new TreeMap<>()));
        }

        private Stream<ExpectedPath> activeConnections() {
            return bundle.paths().stream()
                    .filter(other -> other.active() && other.customer().equals(path.customer()));
        }

        private List<String> active() {
            return activeConnections()
                    .flatMap(other -> other.hostnames().stream())
                    .toList();
        }

        List<Finding> preconditions() {
            List<String> regions = List.of(path.endpointRegion(), path.serviceRegion());
            return Preconditions.of(bundle.network(), regions, List.of(path), bundle.facts());
        }

        List<Finding> provider() {
            return bundle.provider()
                    .map(facts -> ProviderDiagnosis.of(facts, path.ports()))
                    .orElse(List.of());
        }

        List<Finding> refusals(ConnectionStatus status) {
            return RemovalCheck.refusals(new RemovalFacts(
                    activeConnections().map(ExpectedPath::connection).toList(),
                    status.stacks().dns().flatMap(ExpectedStack::deployed).stream()
                            .map(stack -> stack.name())
                            .toList(),
                    path.hostnames().stream()
                            .filter(status.stacks().deployed().zones()::contains)
                            .toList(),
                    List.of()));
        }
    }

    static Stream<RecordedWorld> worlds() {
        return RecordedWorldsTest.all();
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void all_verbs_agree_about_what_they_see(RecordedWorld world) throws Exception {
        Judged judged = Judged.of(world, folder);
        PathDiagnosis diagnosis = judged.diagnosis();
        List<Finding> hops = diagnosis.findings();

        assertThat(judged.preconditions())
                .isNotEmpty()
                .allSatisfy(finding -> assertAgree(finding, named(find(hops, finding.code()), judged.path())));
        assertThat(judged.provider())
                .allSatisfy(finding -> assertThat(find(hops, finding.code())).isEqualTo(finding));
        if (judged.hasStatus()) {
            ConnectionStatus status = judged.status();
            assertAgree(status, diagnosis);
            assertAgree(status.stacks().all(), hops);
            assertAgree(status, judged.refusals(status));
        } else {
            assertThat(judged.bundle().facts().hasRefusals()
                            || find(hops, "PD101").isBlamed())
                    .isTrue();
        }
    }

    /** Status and diagnosis. */
    private static void assertAgree(ConnectionStatus status, PathDiagnosis diagnosis) {
        Optional<Finding> first = diagnosis
                .blamed()
                .filter(finding -> SEEN_BY_STATUS.contains(finding.code()))
                // the addresses of an endpoint are its network interfaces', which status does not read
                .filter(finding -> !finding.found().startsWith("the endpoint has no IPv4 address"))
                .findFirst();
        first.ifPresent(finding -> {
            assertThat(status.turn()).as("%s, %s", status.state(), finding).isEqualTo(finding.party());
            assertThat(status.isBroken() || WAITING.contains(status.state()))
                    .as("%s, %s", status, finding)
                    .isTrue();
        });
        if (status.isBroken()) {
            assertThat(first).as("%s", status).isPresent();
        }
    }

    /** A plan's live comparison and a diagnosis. */
    private static void assertAgree(List<ExpectedStack> stacks, List<Finding> hops) {
        for (int i = 0; i < stacks.size(); i++) {
            Finding hop = find(hops, "PD10" + (i + 4));
            if (stacks.get(i).isBroken() && hop.verdict() != Verdict.NOT_YET) {
                assertThat(hop.isBlamed()).as("%s", hop).isTrue();
            }
        }
    }

    /** A plan is about several connections, and names the one. */
    private static Finding named(Finding hop, ExpectedPath path) {
        return hop.code().startsWith("PD4") ? hop.about(path.name()) : hop;
    }

    /** A plan's precondition and a diagnosis. */
    private static void assertAgree(Finding precondition, Finding hop) {
        // what is connected goes on without its principal, but nothing new can be deployed
        boolean goesOn = precondition.code().equals("PD401") && hop.verdict() == Verdict.WARNING;
        // before a deployment the zones are those of the file, afterwards those of the subnets, if they can be seen
        boolean unseen = precondition.code().equals("PD403") && hop.verdict() == Verdict.UNKNOWN;
        if (hop.verdict() != Verdict.NOT_YET && !goesOn && !unseen) {
            assertThat(hop).isEqualTo(precondition);
        } else {
            assertThat(hop.party()).isIn(precondition.party(), Party.NOBODY);
        }
    }

    /** Nobody is offboarded whose names status calls deployed. */
    private static void assertAgree(ConnectionStatus status, List<Finding> refusals) {
        assertThat(refusals).allMatch(refusal -> refusal.party() == Party.ELEMENTARY && refusal.isBlamed());
        if (status.dns() == DnsDeployment.ACTIVE || status.dns() == DnsDeployment.LEFT_BEHIND) {
            assertThat(refusals).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "available, NOBODY, 0, 0, 0",
        "pendingAcceptance, CUSTOMER, 0, 1, 0",
        "pending, AWS, 0, 1, 1",
        "rejected, CUSTOMER, 1, 1, 1",
        "Rejected, CUSTOMER, 1, 1, 1",
        "expired, ELEMENTARY, 1, 1, 1",
        "failed, ELEMENTARY, 1, 1, 1",
    })
    void an_endpoint_is_the_same_partys_turn_whoever_looks(
            String state, Party party, int statusCode, int diagnosisCode, int providerCode) throws Exception {
        RecordedWorld world = RecordedWorld.of(
                state,
                BrokenWorlds.GIT,
                "",
                FarWorlds.provider(443, "healthy", "10.0.0.0/16"),
                RecordedWorld.set(
                        "/provider/connections",
                        "[{\"endpointId\": \"vpce-1\", \"owner\": \"743289191656\", \"state\": \"%s\"}]"
                                .formatted(state)),
                RecordedWorld.set(FarWorlds.ENDPOINT + "/state", state));
        Judged judged = Judged.of(world, folder);
        PathDiagnosis diagnosis = judged.diagnosis();
        List<Finding> hops = diagnosis.findings();

        assertThat(List.of(
                        judged.status().turn(),
                        find(hops, "PD404").party(),
                        find(hops, "PV104").party()))
                .containsOnly(party);
        assertThat(ExitCode.of(!judged.status().isBroken())).isEqualTo(statusCode);
        assertThat(ExitCode.of(diagnosis.firstBroken().isEmpty())).isEqualTo(diagnosisCode);
        assertThat(ExitCode.of(judged.provider().stream().noneMatch(Finding::isBlamed)))
                .isEqualTo(providerCode);
        assertThat(find(hops, "PD404").commands())
                .hasSameSizeAs(find(hops, "PV104").commands())
                .allMatch(command -> command.contains(" --endpoint-id vpce-"));
    }

    @ParameterizedTest
    @CsvSource({"0, PD106", "1, PD104"})
    void an_update_that_was_put_back_works_and_is_a_warning_everywhere(int stack, String code) throws Exception {
        RecordedWorld world = RecordedWorld.of(
                "put back",
                BrokenWorlds.GIT,
                "nothing",
                RecordedWorld.set(
                        "/facts/stacks/eu-west-1/value/%d/status".formatted(stack), "UPDATE_ROLLBACK_COMPLETE"));
        Judged judged = Judged.of(world, folder);
        ConnectionStatus status = judged.status();

        assertThat(find(judged.diagnosis().findings(), code))
                .returns(Verdict.WARNING, Finding::verdict)
                .returns(Party.ELEMENTARY, Finding::party);
        assertThat(judged.diagnosis().firstBroken()).isEmpty();
        assertThat(status.findings()).extracting(Finding::verdict).containsExactly(Verdict.WARNING);
        assertThat(status.turn()).isEqualTo(Party.ELEMENTARY);
        assertThat(status.isBroken()).isFalse();
        assertThat(status.stacks().all()).noneMatch(ExpectedStack::isBroken);
    }

    private static Finding find(List<Finding> findings, String code) {
        return findings.stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
