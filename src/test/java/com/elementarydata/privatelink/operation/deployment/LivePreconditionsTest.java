package com.elementarydata.privatelink.operation.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.cli.render.LiveReport;
import com.elementarydata.privatelink.cli.render.PlanReport;
import com.elementarydata.privatelink.cli.render.Screen;
import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.fleet.Plan;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Verdict;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds;
import com.elementarydata.privatelink.operation.diagnosis.PathBundle;
import com.elementarydata.privatelink.operation.diagnosis.Preconditions;
import com.elementarydata.privatelink.operation.diagnosis.RecordedWorld;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LivePreconditionsTest {

    private static final List<String> REGIONS = List.of("eu-central-1", "eu-west-1", "us-west-2", "us-east-2");

    private static final String GIT_READING = "/facts/services/com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1";
    private static final String GIT = GIT_READING + "/value";

    @TempDir
    private Path folder;

    private LivePreconditions judge(RecordedWorld world) throws Exception {
        PathBundle bundle = PathBundle.read(world.write(folder));
        return new LivePreconditions(Preconditions.of(bundle.network(), REGIONS, bundle.paths(), bundle.facts()));
    }

    private static RecordedWorld world(RecordedWorld.Change... changes) {
        return RecordedWorld.of("", BrokenWorlds.GIT, "", changes);
    }

    private static LiveReport report(LivePreconditions preconditions) {
        return new LiveReport(preconditions.findings(), Optional.empty());
    }

    @Test
    void what_holds_is_named_with_its_result_and_counted() throws Exception {
        LivePreconditions preconditions = judge(world());

        assertThat(preconditions.isFine()).isTrue();
        assertThat(String.join("\n", report(preconditions).lines(Screen.plain(80))))
                .isEqualTo("""

                17 of 17 preconditions are met on AWS
                +-------+------------------+--------+
                | CODE  | PRECONDITION     | RESULT |
                +-------+------------------+--------+
                | PD101 | credentials      | ok     |
                | PD102 | Regions          | ok     |
                | PD103 | production VPC   | ok     |
                | PD201 | DNS of the VPC   | ok     |
                | PD202 | DHCP options     | ok     |
                | PD203 | resolver rules   | ok     |
                | PD205 | other zones      | ok     |
                | PD301 | client subnets   | ok     |
                | PD401 | endpoint service | 3 ok   |
                | PD402 | owner            | 3 ok   |
                | PD403 | zones            | 3 ok   |
                +-------+------------------+--------+""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PD101 | /facts/account/value | 000000000009",
                "PD102 | /facts/regions/value/us-west-2 | not-opted-in",
                "PD103 | /facts/networks/eu-central-1/vpcs/value | []",
                "PD201 | /facts/names/vpcDns/value | {\"support\": true, \"hostnames\": false}",
                "PD202 | /facts/names/nameServers/value | [\"10.0.9.9\"]",
                "PD203 | /facts/names/rules/value | [{\"id\": \"r\", \"domain\": \"git.acme.example\", \"type\": \"FORWARD\"}]",
                "PD205 | /facts/names/zones/value/2/owner | 000000000009",
                "PD301 | /network/routeTableIds/0 | rtb-1",
                "PD401 | /facts/services/com.amazonaws.vpce.us-east-2.vpce-svc-0fedcba9876543210/value | []",
                "PD402 | GIT/0/owner | 000000000009",
                "PD403 | GIT/0/zones | [\"euw1-az1\"]",
            })
    void what_does_not_hold_is_said_with_its_code(String code, String pointer, String value) throws Exception {
        LivePreconditions preconditions = judge(world(RecordedWorld.set(pointer.replace("GIT", GIT), value)));

        assertThat(preconditions.isFine()).isFalse();
        assertThat(preconditions.findings())
                .filteredOn(Finding::isBlamed)
                .extracting(Finding::code)
                .containsExactly(code);
        assertThat(report(preconditions).lines(Screen.plain(80)))
                .anyMatch(line -> line.startsWith("  " + code) && line.endsWith(": FAILED"))
                .filteredOn(line -> !line.startsWith("    aws "))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void programs_get_them_beside_what_else_is_reported() throws Exception {
        Plan plan = new Plan(AccountId.parse("743289191656"), List.of());
        PlanReport ofPlan = new PlanReport(plan, List.of(), CdkCommands.ofUnknownFolder());

        JsonNode report = JsonMapper.shared().readTree(ofPlan.json(Optional.of(report(judge(world())))));

        assertThat(report.path("account").asString()).isEqualTo("743289191656");
        assertThat(report.path("preconditions")
                        .valueStream()
                        .map(node -> node.path("code").asString()))
                .containsExactlyElementsOf(Stream.concat(
                                Stream.of("PD101", "PD102", "PD103", "PD201", "PD202", "PD203", "PD205", "PD301"),
                                Stream.generate(() -> List.of("PD401", "PD402", "PD403"))
                                        .limit(3)
                                        .flatMap(List::stream))
                        .toList());
    }

    @Test
    void each_connection_is_named_and_one_across_regions_needs_no_zones() throws Exception {
        assertThat(judge(world()).findings())
                .filteredOn(finding -> finding.code().equals("PD403"))
                .extracting(Finding::found)
                .containsExactlyInAnyOrder(
                        "acme/git: euw1-az1, euw1-az2 of euw1-az1, euw1-az2",
                        "acme/orders: PrivateLink crosses Regions: zones need not match",
                        "acme/warehouse: usw2-az1, usw2-az2 of usw2-az1, usw2-az2");
    }

    @Test
    void a_service_that_is_not_visible_across_regions_may_not_support_the_region() throws Exception {
        LivePreconditions preconditions = judge(world(RecordedWorld.set(
                "/facts/services/com.amazonaws.vpce.us-east-2.vpce-svc-0fedcba9876543210/value", "[]")));

        assertThat(preconditions.findings())
                .filteredOn(Finding::isBlamed)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.found())
                            .startsWith("acme/orders: ")
                            .endsWith("is not visible to account 743289191656 in eu-central-1");
                    assertThat(finding.commands())
                            .hasSize(2)
                            .last()
                            .isEqualTo(
                                    "aws ec2 modify-vpc-endpoint-service-configuration --region us-east-2 --service-id"
                                            + " vpce-svc-0fedcba9876543210 --add-supported-regions eu-central-1");
                });
    }

    @Test
    void what_is_not_answered_is_unknown_once() throws Exception {
        List<Finding> findings = judge(world(RecordedWorld.refuse(GIT_READING))).findings();

        assertThat(findings)
                .filteredOn(finding -> finding.verdict() != Verdict.PASSED)
                .singleElement()
                .returns("PD401", Finding::code)
                .returns(Verdict.UNKNOWN, Finding::verdict)
                .returns("acme/git: UnauthorizedOperation", Finding::found);
    }

    @Test
    void a_region_that_is_off_is_turned_on_by_its_name() throws Exception {
        assertThat(judge(world(RecordedWorld.set("/facts/regions/value/us-west-2", "not-opted-in")))
                        .findings())
                .filteredOn(Finding::isBlamed)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.found()).isEqualTo("us-west-2 is not enabled in the account");
                    assertThat(finding.commands()).singleElement().asString().contains("enable-region", "us-west-2");
                });
    }

    @Test
    void what_takes_names_of_others_zones_prevents_nothing() throws Exception {
        RecordedWorld.Change rule = RecordedWorld.set(
                "/facts/names/rules/value",
                "[{\"id\": \"r\", \"domain\": \"git.acme.example\", \"type\": \"FORWARD\"}]");

        assertThat(judge(world(rule)).isFine()).isFalse();
        assertThat(judge(world(rule, RecordedWorld.set("/paths/0/external", true)))
                        .isFine())
                .isTrue();
    }
}
