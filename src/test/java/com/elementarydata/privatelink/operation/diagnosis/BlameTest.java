package com.elementarydata.privatelink.operation.diagnosis;

import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.GIT;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.GITS_ZONE;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.HOME;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.PARENT_ZONE;
import static com.elementarydata.privatelink.operation.diagnosis.NetworkWorlds.listed;
import static com.elementarydata.privatelink.operation.diagnosis.NetworkWorlds.route;
import static com.elementarydata.privatelink.operation.diagnosis.RecordedWorld.remove;
import static com.elementarydata.privatelink.operation.diagnosis.RecordedWorld.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said to be wrong with zones and routes, and what is typed about it. */
class BlameTest {

    private static final String ROUTES = HOME + "/routeTables/value/2/routes/";
    private static final String TABLE = "rtb-0a1b2c3d4e5f60711";
    private static final String OF_TABLE = " --region eu-central-1 --route-table-id " + TABLE;
    private static final String PEERING = "pcx-71e614087416967f6";
    private static final String VPC = "vpc-0a1b2c3d4e5f60718";

    @TempDir
    private Path folder;

    private Finding about(Check check, RecordedWorld.Change... changes) throws Exception {
        return RecordedWorld.of("", GIT, "", changes).diagnose(folder).findings().stream()
                .filter(finding -> finding.code().equals(check.code()))
                .findFirst()
                .orElseThrow();
    }

    private Finding zones(RecordedWorld.Change... changes) throws Exception {
        return about(PathCheck.HOSTED_ZONES, changes);
    }

    private Finding routes(RecordedWorld.Change... changes) throws Exception {
        return about(PathCheck.ROUTES_THERE, changes);
    }

    @Test
    void a_missing_zone_is_deployed_and_whoever_answers_instead_is_named() throws Exception {
        assertThat(zones(remove(GITS_ZONE)))
                .returns("there is no hosted zone git.acme.example", Finding::found)
                .returns(List.of("npx cdk deploy PrivateLink-Dns-acme -c customers=acme"), Finding::commands);
        assertThat(zones(set(GITS_ZONE, PARENT_ZONE)).found())
                .isEqualTo("there is no hosted zone git.acme.example, and acme.example answers instead");
        assertThat(zones()).returns(Verdict.PASSED, Finding::verdict).returns("git.acme.example", Finding::found);
    }

    @Test
    void a_zone_that_is_elsewhere_is_associated_and_others_there_do_not_matter() throws Exception {
        String elsewhere = "/facts/names/elsewhere/value/-";

        assertThat(zones(
                        remove(GITS_ZONE),
                        set(elsewhere, PARENT_ZONE),
                        set(elsewhere, PARENT_ZONE.replace("acme.", "git.acme."))))
                .returns("git.acme.example (Z1) is not associated with " + VPC, Finding::found)
                .returns("associate it", Finding::remedy)
                .satisfies(finding -> assertThat(finding.commands())
                        .singleElement()
                        .asString()
                        .contains("associate-vpc-with-hosted-zone", "Z1", VPC));
        assertThat(zones(remove(GITS_ZONE), set(elsewhere, PARENT_ZONE)).found())
                .isEqualTo("there is no hosted zone git.acme.example");
    }

    @Test
    void where_one_of_two_zones_is_elsewhere_it_is_associated_and_the_names_are_deployed() throws Exception {
        assertThat(zones(
                        remove(GITS_ZONE),
                        set("/paths/0/hostedZones/-", "git2.acme.example"),
                        set("/facts/names/elsewhere/value/-", PARENT_ZONE.replace("acme.", "git.acme."))))
                .returns(
                        "git.acme.example (Z1) is not associated with %s; there is no hosted zone git2.acme.example"
                                .formatted(VPC),
                        Finding::found)
                .satisfies(finding -> assertThat(finding.commands())
                        .hasSize(2)
                        .last()
                        .isEqualTo("npx cdk deploy PrivateLink-Dns-acme -c customers=acme"));
    }

    @Test
    void external_names_are_answered_by_any_zone_or_by_none() throws Exception {
        RecordedWorld.Change external = set("/paths/0/external", true);

        assertThat(zones(external))
                .returns(Verdict.PASSED, Finding::verdict)
                .returns("of others: git.acme.example", Finding::found);
        assertThat(zones(external, remove(GITS_ZONE)))
                .returns(Verdict.FAILED, Finding::verdict)
                .returns("no zone of %s answers for git.acme.example".formatted(VPC), Finding::found);
        assertThat(about(PathCheck.OTHER_ZONES, external).found()).isEqualTo("the names are external");
    }

    @Test
    void a_hostname_belongs_into_the_longest_of_the_zones_that_have_it() {
        assertThat(ZoneChecks.own(
                        "a.git.acme.example", List.of("acme.example", "git.acme.example", "z.a.git.acme.example")))
                .isEqualTo("git.acme.example");
        assertThat(ZoneChecks.own("*.git.acme.example", List.of("birch.example")))
                .isEqualTo("git.acme.example");
    }

    @Test
    void a_stacks_route_that_leads_elsewhere_is_replaced() throws Exception {
        assertThat(routes(set(ROUTES + "3/target", "tgw-1")))
                .returns(TABLE + " routes 10.64.32.0/20 to tgw-1", Finding::found)
                .returns(
                        List.of("aws ec2 replace-route" + OF_TABLE + " --destination-cidr-block 10.64.32.0/20"
                                + " --vpc-peering-connection-id " + PEERING),
                        Finding::commands);
        assertThat(routes(set(ROUTES + "3/active", false)).found())
                .isEqualTo("%s routes 10.64.32.0/20 to %s, a blackhole".formatted(TABLE, PEERING));
    }

    @Test
    void a_narrower_route_is_deleted() throws Exception {
        assertThat(routes(set(ROUTES + "-", route("10.64.32.0/24", "tgw-1"))))
                .returns(TABLE + " routes 10.64.32.0/24 to tgw-1, which is narrower", Finding::found)
                .returns(
                        List.of("aws ec2 delete-route" + OF_TABLE + " --destination-cidr-block 10.64.32.0/24"),
                        Finding::commands);
    }

    @Test
    void of_a_prefix_list_the_whole_list_goes_unless_a_route_of_ones_own_is_enough() throws Exception {
        assertThat(routes(set(ROUTES + "-", listed("10.64.32.0/24", "tgw-1"))))
                .returns(TABLE + " routes 10.64.32.0/24 of pl-1 to tgw-1, which is narrower", Finding::found)
                .returns(
                        List.of("aws ec2 delete-route" + OF_TABLE + " --destination-prefix-list-id pl-1"),
                        Finding::commands);
        assertThat(routes(set(ROUTES + "3", listed("10.64.32.0/20", "tgw-1"))))
                .returns(TABLE + " routes 10.64.32.0/20 of pl-1 to tgw-1", Finding::found)
                .returns(
                        List.of("aws ec2 create-route" + OF_TABLE + " --destination-cidr-block 10.64.32.0/20"
                                + " --vpc-peering-connection-id " + PEERING),
                        Finding::commands);
    }

    @Test
    void a_subnet_without_any_table_is_not_seen() throws Exception {
        assertThat(routes(set(HOME + "/routeTables/value", "[]")))
                .returns(Verdict.UNKNOWN, Finding::verdict)
                .returns("no route table of subnet-1239be28af5088da1 was read", Finding::found);
        assertThat(routes()).returns(Verdict.PASSED, Finding::verdict).returns("through " + PEERING, Finding::found);
    }

    @Test
    void a_record_that_leads_elsewhere_is_written_anew_by_whoever_owns_it() throws Exception {
        RecordedWorld.Change elsewhere = set(GITS_ZONE + "/records/value/0/targets/0", "203.0.113.7");

        assertThat(about(PathCheck.RECORDS, elsewhere))
                .returns("git.acme.example points to 203.0.113.7", Finding::found)
                .satisfies(finding -> {
                    assertThat(finding.remedy())
                            .endsWith(" to the value of PrivateLink-Customer-acme-eu-west-1's output GitDnsName");
                    assertThat(finding.commands()).hasSize(2);
                    assertThat(finding.commands().get(0))
                            .isEqualTo("npx cdk deploy PrivateLink-Dns-acme -c customers=acme");
                    assertThat(finding.commands().get(1))
                            .contains("describe-stacks", "eu-west-1", "PrivateLink-Customer-acme-eu-west-1");
                });
        assertThat(about(PathCheck.RECORDS, elsewhere, set("/paths/0/external", true)))
                .returns(List.of(), Finding::commands)
                .satisfies(finding -> assertThat(finding.remedy())
                        .startsWith("have whoever owns the zone point the record to vpce-")
                        .endsWith(", or set \"dns: active\" in acme.yaml, and deploy"));
    }
}
