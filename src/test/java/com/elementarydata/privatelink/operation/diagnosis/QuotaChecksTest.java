package com.elementarydata.privatelink.operation.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Limits;
import com.elementarydata.privatelink.model.Quota;
import com.elementarydata.privatelink.model.Verdict;
import com.elementarydata.privatelink.observed.NetworkFacts.Vpc;
import com.elementarydata.privatelink.observed.QuotaFacts;
import com.elementarydata.privatelink.observed.QuotaFacts.Endpoint;
import com.elementarydata.privatelink.observed.QuotaFacts.HostedZones;
import com.elementarydata.privatelink.observed.QuotaFacts.InRegion;
import com.elementarydata.privatelink.observed.Reading;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the production VPC of a recorded, deployed fleet, and counts that are made up. */
class QuotaChecksTest {

    private static final String IRELAND = "eu-west-1";
    private static final String ENDPOINTS = "interface endpoints in the regional VPC of eu-west-1";
    private static final HostedZones FEW = new HostedZones(3, 500);

    @TempDir
    private Path folder;

    private PathBundle bundle;
    private final SortedMap<String, InRegion> regions = new TreeMap<>();
    private Reading<HostedZones> hostedZones = Reading.of(FEW);

    @BeforeEach
    void deploy_everything() throws Exception {
        bundle = PathBundle.read(Path.of("src/test/bundles/acme.json"));
        for (ExpectedPath path : bundle.paths()) {
            List<Vpc> vpcs = bundle.facts().in(path.endpointRegion()).vpcs().get().stream()
                    .filter(vpc -> vpc.cidrs().contains(path.regionalCidr()))
                    .toList();
            Endpoint endpoint = new Endpoint(vpcs.get(0).id(), path.serviceName());
            regions.put(path.endpointRegion(), new InRegion(usual(), Reading.of(vpcs), Reading.of(List.of(endpoint))));
        }
    }

    private static Reading<SortedMap<String, Long>> usual() {
        SortedMap<String, Long> values = new TreeMap<>();
        Stream.of(Quota.values()).forEach(quota -> values.put(quota.code(), (long) quota.usual()));
        return Reading.of(values);
    }

    private InRegion in(String region) {
        return Objects.requireNonNull(regions.get(region));
    }

    private List<Finding> findings() {
        SortedMap<String, String> cidrs = new TreeMap<>();
        bundle.paths().forEach(path -> cidrs.put(path.endpointRegion(), path.regionalCidr()));
        QuotaFacts quotas = new QuotaFacts(regions, hostedZones);
        return new QuotaChecks(
                        bundle.network(),
                        cidrs,
                        bundle.paths(),
                        bundle.facts(),
                        quotas,
                        Limits.DEFAULT,
                        Optional.of("production"))
                .findings();
    }

    private Finding about(String what) {
        return findings().stream()
                .filter(finding -> finding.found().startsWith(what))
                .findFirst()
                .orElseThrow();
    }

    private void use(List<Vpc> vpcs, List<Endpoint> endpoints) {
        regions.put(IRELAND, new InRegion(usual(), Reading.of(vpcs), Reading.of(endpoints)));
    }

    private static List<Vpc> others(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Vpc("vpc-" + number, List.of("172.31.0.0/16")))
                .toList();
    }

    @Test
    void what_is_deployed_already_is_counted_once() {
        assertThat(findings())
                .allSatisfy(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.PASSED))
                .extracting(Finding::found)
                .hasSize(3 * 3 + 3)
                .contains(
                        "VPCs in eu-west-1: 1, of 5",
                        ENDPOINTS + ": 1, of 50",
                        "inbound rules of the security group of acme/git: 3, of 60",
                        "hosted zones in the account: 3, of 500");
        assertThat(about("active peering connections").found()).doesNotContain("adds");
        assertThat(about("routes in rtb-").found()).doesNotContain("adds");
    }

    @Test
    void what_a_deployment_adds_counts_too() {
        use(others(5), List.of());

        assertThat(about("VPCs in eu-west-1"))
                .returns(Verdict.FAILED, Finding::verdict)
                .returns("VPCs in eu-west-1: 5, and 1 that a deployment adds; the quota is 5", Finding::found)
                .returns("have AWS raise the quota, which may take days", Finding::remedy)
                .returns(
                        List.of(
                                "aws service-quotas request-service-quota-increase --region eu-west-1 --service-code vpc"
                                        + " --quota-code L-F678F1CE --desired-value 12 --profile production"),
                        Finding::commands);
        assertThat(about(ENDPOINTS).found()).isEqualTo(ENDPOINTS + ": 0, and 1 that a deployment adds, of 50");
        assertThat(about("active peering connections").found()).contains(", and 1 that a deployment adds, of 50");
    }

    @Test
    void four_fifths_of_a_quota_are_a_warning_and_what_is_granted_is_to_be_recorded() {
        Vpc regional = in(IRELAND).vpcs().get().get(0);
        use(List.of(regional), Collections.nCopies(39, new Endpoint(regional.id(), "com.amazonaws.eu-west-1.sqs")));

        assertThat(about(ENDPOINTS))
                .returns(Verdict.WARNING, Finding::verdict)
                .returns(ENDPOINTS + ": 39, and 1 that a deployment adds, of 50", Finding::found)
                .returns(
                        "have AWS raise the quota, which may take days, and record it in limits.endpointsPerVpc of"
                                + " network.yaml",
                        Finding::remedy);
    }

    @Test
    void endpoints_of_other_vpcs_do_not_count() {
        use(
                in(IRELAND).vpcs().get(),
                Collections.nCopies(60, new Endpoint("vpc-other", "com.amazonaws.eu-west-1.sqs")));

        assertThat(about(ENDPOINTS).found()).startsWith(ENDPOINTS + ": 0, and 1 ");
    }

    @Test
    void a_quota_that_aws_does_not_say_is_unknown_whatever_is_used() {
        String refusal = "servicequotas:ListServiceQuotas in eu-west-1: AccessDeniedException";
        regions.put(
                IRELAND,
                new InRegion(
                        Reading.refused(refusal),
                        Reading.of(others(9)),
                        in(IRELAND).endpoints()));

        assertThat(about("VPCs in eu-west-1"))
                .returns(Verdict.UNKNOWN, Finding::verdict)
                .returns(
                        "VPCs in eu-west-1: 9, and 1 that a deployment adds; the quota is unknown, 5 if it was never"
                                + " changed or network.yaml is right (" + refusal + ")",
                        Finding::found)
                .returns("compare it with the quota L-F678F1CE of vpc", Finding::remedy);
    }

    @Test
    void a_quota_that_aws_does_not_list_is_unknown() {
        regions.put(
                IRELAND,
                new InRegion(
                        Reading.of(new TreeMap<>()),
                        in(IRELAND).vpcs(),
                        in(IRELAND).endpoints()));

        assertThat(about(ENDPOINTS))
                .returns(Verdict.UNKNOWN, Finding::verdict)
                .extracting(Finding::found)
                .asString()
                .endsWith("(AWS does not list it)");
    }

    @Test
    void what_cannot_be_counted_is_unknown() {
        regions.put(
                IRELAND,
                new InRegion(usual(), Reading.refused("no VPCs"), in(IRELAND).endpoints()));
        hostedZones = Reading.refused("no zones");

        assertThat(findings())
                .filteredOn(finding -> finding.verdict() == Verdict.UNKNOWN)
                .extracting(Finding::found)
                .containsExactly("no VPCs", "no VPCs", "no VPCs", "no zones");
    }

    @Test
    void hosted_zones_are_asked_for_where_aws_keeps_them() {
        hostedZones = Reading.of(new HostedZones(450, 500));

        assertThat(about("hosted zones"))
                .returns(Verdict.WARNING, Finding::verdict)
                .extracting(finding -> finding.commands().get(0))
                .asString()
                .contains("--region us-east-1 --service-code route53 --quota-code L-4EA4796A --desired-value 900");
    }

    @Test
    void no_more_is_asked_for_than_aws_grants() {
        QuotaUse many = new QuotaUse(Quota.PEERING_CONNECTIONS_PER_VPC, IRELAND, "peerings", 100, 1);
        QuotaUse all = new QuotaUse(Quota.PEERING_CONNECTIONS_PER_VPC, IRELAND, "peerings", 125, 1);

        assertThat(many.judge(Reading.of(100L), 50, Optional.empty()).commands())
                .singleElement()
                .asString()
                .endsWith("--desired-value 125");
        assertThat(all.judge(Reading.of(125L), 50, Optional.empty()))
                .returns(Verdict.FAILED, Finding::verdict)
                .returns("AWS grants no more: use fewer", Finding::remedy)
                .returns(List.of(), Finding::commands);
    }

    private void change(RecordedWorld.Change... changes) throws Exception {
        bundle = PathBundle.read(
                RecordedWorld.of("", BrokenWorlds.GIT, "", changes).write(folder));
    }

    @Test
    void rules_are_those_of_the_connection_with_most_ports_for_each_client() throws Exception {
        String group = "inbound rules of the security group of acme/warehouse: 6, of 60";

        assertThat(findings()).extracting(Finding::found).contains(group);
        change(RecordedWorld.set("/paths/2/endpointRegion", IRELAND));
        assertThat(findings())
                .extracting(Finding::found)
                .filteredOn(found -> found.startsWith("inbound rules"))
                .contains(group)
                .noneMatch(found -> found.contains("acme/git"));
    }

    @Test
    void a_regional_vpc_without_an_active_peering_connection_gets_one() throws Exception {
        change(RecordedWorld.set(BrokenWorlds.HOME + "/peerings/value/2/requesterVpcId", "vpc-1"));
        assertThat(about("active peering connections").found())
                .isEqualTo("active peering connections of the production VPC: 5, and 1 that a deployment adds, of 50");
        change(RecordedWorld.set(BrokenWorlds.HOME + "/peerings/value", "[]"));
        assertThat(about("active peering connections").found()).contains(": 0, and 3 that a deployment adds, ");
    }

    @Test
    void a_region_that_was_not_counted_adds_no_peering_connection() {
        regions.remove(IRELAND);

        assertThat(about("active peering connections").found())
                .isEqualTo("active peering connections of the production VPC: 5, of 50");
    }

    @Test
    void routes_are_those_of_productions_table_that_would_have_most() throws Exception {
        String tables = BrokenWorlds.HOME + "/routeTables/value/";
        String more = NetworkWorlds.route("10.99.0.0/16", "tgw-1");
        RecordedWorld.Change moved = RecordedWorld.set(tables + "4/routes/3/destination", "10.98.0.0/16");
        RecordedWorld.Change others = recorded -> {
            for (int times = 0; times < 9; times++) {
                RecordedWorld.set(tables + "0/routes/-", more).make(recorded);
            }
        };

        change(moved, others);

        assertThat(about("routes in").found())
                .isEqualTo("routes in rtb-0a1b2c3d4e5f60713: 6, and 1 that a deployment adds, of 500");
    }

    @Test
    void what_was_not_read_or_counted_of_production_is_unknown() throws Exception {
        change(RecordedWorld.set(BrokenWorlds.HOME + "/routeTables/value", "[]"));
        regions.remove("eu-central-1");

        assertThat(findings())
                .filteredOn(finding -> finding.verdict() == Verdict.UNKNOWN)
                .extracting(Finding::found)
                .containsExactly("nothing was counted in eu-central-1", "no route table of production was found");
    }

    @Test
    void a_quota_that_is_used_up_exactly_suffices() {
        QuotaUse all = new QuotaUse(Quota.PEERING_CONNECTIONS_PER_VPC, IRELAND, "peerings", 49, 1);

        assertThat(all.judge(Reading.of(50L), 50, Optional.empty()).verdict()).isEqualTo(Verdict.WARNING);
        assertThat(all.judge(Reading.of(49L), 50, Optional.empty()).verdict()).isEqualTo(Verdict.FAILED);
    }
}
