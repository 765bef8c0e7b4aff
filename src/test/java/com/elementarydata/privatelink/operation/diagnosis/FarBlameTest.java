package com.elementarydata.privatelink.operation.diagnosis;

import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.ABROAD;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.GIT;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.GITS_ZONE;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.HOME;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.REGIONAL_STACK;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.WAREHOUSE;
import static com.elementarydata.privatelink.operation.diagnosis.NameWorlds.record;
import static com.elementarydata.privatelink.operation.diagnosis.NameWorlds.rule;
import static com.elementarydata.privatelink.operation.diagnosis.NetworkWorlds.entry;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of ACLs, of what stacks once looked up, and of what only the provider sees. */
class FarBlameTest {

    private static final String ACLS = ABROAD + "/networkAcls/value";
    private static final String ALL = "0.0.0.0/0";
    private static final String OWN_SUBNETS =
            "\"subnet-d8a71556e2dce9d6e\", \"subnet-1e453317405683518\", \"subnet-c5adb320e744ff03d\"";
    private static final String PEERING = "pcx-71e614087416967f6";

    @TempDir
    private Path folder;

    private PathDiagnosis diagnose(String connection, RecordedWorld.Change... changes) throws Exception {
        return RecordedWorld.of("", connection, "", changes).diagnose(folder);
    }

    private static Finding about(Check check, PathDiagnosis diagnosis) {
        return diagnosis.findings().stream()
                .filter(finding -> finding.code().equals(check.code()))
                .findFirst()
                .orElseThrow();
    }

    private Finding git(Check check, RecordedWorld.Change... changes) throws Exception {
        return about(check, diagnose(GIT, changes));
    }

    private static String acl(String id, String subnets, String... entries) {
        return "{\"id\": \"%s\", \"subnetIds\": [%s], \"entries\": [%s]}"
                .formatted(id, subnets, String.join(", ", entries));
    }

    private Finding acls(String... entries) throws Exception {
        return git(PathCheck.ENDPOINT_ACLS, set(ACLS, "[" + acl("acl-1", OWN_SUBNETS, entries) + "]"));
    }

    @Test
    void an_acl_denies_by_an_entry_or_by_default_in_either_direction() throws Exception {
        String in = entry(10, false, true, ALL, 443, 443);
        String out = entry(10, true, true, ALL, 1024, 65535);

        assertThat(acls(in, out).found()).isEqualTo("acl-1: both directions allowed");
        assertThat(acls(entry(5, false, false, ALL, 443, 443), in, out).found())
                .isEqualTo("acl-1 entry 5 denies inbound TCP 443");
        assertThat(acls(out).found()).isEqualTo("acl-1 by default denies inbound TCP 443");
        assertThat(acls(in).found()).isEqualTo("acl-1 by default denies outbound TCP answers (32768)");
        assertThat(acls(in, entry(5, true, false, ALL, 40000, 40000), out).found())
                .isEqualTo("acl-1 entry 5 denies outbound TCP answers (40000)");
        assertThat(acls(in).commands())
                .singleElement()
                .asString()
                .contains("describe-network-acls", "eu-west-1", "acl-1");
    }

    @Test
    void entries_about_other_protocols_and_the_acls_of_other_subnets_do_not_matter() throws Exception {
        String in = entry(10, false, true, ALL, 443, 443);
        String out = entry(10, true, true, ALL, 1024, 65535);
        String udp = entry(5, false, false, ALL, 443, 443).replace("\"6\"", "\"17\"");

        assertThat(acls(udp, in, out).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(git(
                                PathCheck.ENDPOINT_ACLS,
                                set(
                                        ACLS,
                                        "[%s, %s]"
                                                .formatted(
                                                        acl("acl-0", "\"subnet-1\""),
                                                        acl("acl-1", OWN_SUBNETS, in, out))))
                        .found())
                .isEqualTo("acl-1: both directions allowed");
        assertThat(git(PathCheck.ENDPOINT_ACLS, set(ACLS, "[]")))
                .returns(Verdict.UNKNOWN, Finding::verdict)
                .satisfies(
                        finding -> assertThat(finding.found()).matches("no network ACL of subnet-[0-9a-f]+ was read"));
    }

    @Test
    void names_that_are_only_prepared_are_not_judged_yet_and_everything_else_is() throws Exception {
        assertThat(diagnose("acme/orders").findings())
                .allSatisfy(finding -> assertThat(finding.verdict() == Verdict.NOT_YET)
                        .as(finding.code())
                        .isEqualTo(finding.code().startsWith("PD2")
                                || finding.code().equals(PathCheck.DNS_STACK.code())));
    }

    @Test
    void warnings_are_what_works_and_is_not_right() throws Exception {
        assertThat(diagnose(GIT, set(REGIONAL_STACK + "/drift", "DRIFTED")).warnings())
                .singleElement()
                .returns(PathCheck.DRIFT.code(), Finding::code)
                .returns("PrivateLink-Region-eu-west-1 had drifted at the last check for drift", Finding::found);
        assertThat(diagnose(GIT).warnings()).isEmpty();
    }

    @Test
    void a_branch_of_a_record_is_named_with_where_it_leads() throws Exception {
        assertThat(git(
                                PathCheck.RECORDS,
                                record(
                                        "git.acme.example",
                                        "A",
                                        "vpce-1-2.vpce-svc-3.eu-west-1.example",
                                        "weighted (b)"))
                        .found())
                .isEqualTo("git.acme.example, weighted (b), points to vpce-1-2");
        assertThat(git(PathCheck.RECORDS, set(GITS_ZONE + "/records/value/0/targets", "[]"))
                        .found())
                .isEqualTo("git.acme.example points to nothing");
        assertThat(git(PathCheck.RECORDS).found())
                .startsWith("all point to vpce-")
                .doesNotContain(".");
    }

    @Test
    void a_rule_that_forwards_a_name_is_named() throws Exception {
        assertThat(git(PathCheck.RESOLVER_RULES, rule("git.acme.example", "FORWARD"))
                        .found())
                .isEqualTo("rslvr-rr-1 (git.acme.example) forwards git.acme.example");
        assertThat(git(PathCheck.DHCP_OPTIONS, set("/facts/names/nameServers/value", "[]"))
                        .found())
                .isEqualTo("clients ask the VPC's resolver");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[\"10.64.33.22\"] | WARNING", "[] | FAILED"})
    void name_servers_of_others_are_right_where_a_name_was_answered(String answers, Verdict verdict) throws Exception {
        assertThat(git(
                                PathCheck.DHCP_OPTIONS,
                                set("/facts/names/nameServers/value", "[\"10.0.9.9\"]"),
                                FarWorlds.here(answers, "connected", "trusted"))
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void routes_to_a_peering_that_is_gone_are_written_anew_and_those_to_one_that_works_are_a_warning()
            throws Exception {
        RecordedWorld.Change anew = set(REGIONAL_STACK + "/outputs/PeeringConnectionId", "pcx-1");
        String one = "rtb-0a1b2c3d4e5f60711 routes to %s, but the regional stack says pcx-1".formatted(PEERING);

        assertThat(git(PathCheck.STACK_IDS, anew))
                .returns(Verdict.WARNING, Finding::verdict)
                .returns(List.of(), Finding::commands)
                .satisfies(finding ->
                        assertThat(finding.found().split("; ")).hasSize(3).startsWith(one));
        assertThat(git(PathCheck.STACK_IDS, anew, set(HOME + "/peerings/value/2/status", "deleted")))
                .returns(Verdict.FAILED, Finding::verdict)
                .satisfies(finding -> {
                    assertThat(finding.found().split("; ")).hasSize(3).startsWith(one);
                    assertThat(finding.commands())
                            .hasSize(3)
                            .first()
                            .asString()
                            .contains("replace-route", "rtb-0a1b2c3d4e5f60711", "10.64.32.0/20", "pcx-1");
                });
    }

    @Test
    void an_endpoint_in_other_subnets_than_the_files_works_and_is_a_warning() throws Exception {
        assertThat(git(PathCheck.STACK_IDS, set("/paths/0/zones", "[\"euw1-az1\"]")))
                .returns(Verdict.WARNING, Finding::verdict)
                .satisfies(finding -> assertThat(finding.found())
                        .endsWith(", but the files and the regional stack say subnet-d8a71556e2dce9d6e"));
        assertThat(git(PathCheck.STACK_IDS).found()).isEqualTo("as the regional stack says");
    }

    @Test
    void what_is_behind_a_service_is_seen_by_the_customer_or_by_the_vendor_alone() throws Exception {
        assertThat(git(PathCheck.PROVIDER_SIDE))
                .returns(Verdict.UNKNOWN, Finding::verdict)
                .satisfies(finding -> {
                    assertThat(finding.found()).startsWith("the load balancer and targets are the customer's");
                    assertThat(finding.commands()).singleElement().asString().contains("provider check", "--port 443");
                });
        assertThat(about(PathCheck.PROVIDER_SIDE, diagnose(WAREHOUSE)).found())
                .isEqualTo("only Snowflake's support can see what is behind the service");
        assertThat(git(PathCheck.PROVIDER_SIDE, FarWorlds.provider(443, "healthy", "10.0.0.0/16"))
                        .verdict())
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void whoever_is_connected_but_no_principal_any_more_is_a_warning_of_the_provider() throws Exception {
        RecordedWorld.Change allowed = FarWorlds.provider(443, "healthy", "10.0.0.0/16");
        RecordedWorld.Change none = set("/provider/allowedPrincipals", "[]");

        assertThat(diagnose(GIT, allowed, none).blamed()).isEmpty();
        assertThat(diagnose(GIT, allowed, none).warnings())
                .extracting(Finding::code)
                .contains("PV103");
        assertThat(diagnose(GIT, allowed, none, set(FarWorlds.ENDPOINT + "/state", "pendingAcceptance"))
                        .blamed())
                .extracting(Finding::code)
                .contains("PV103");
    }

    @Test
    void what_was_tried_from_here_is_listed_with_what_went_wrong() throws Exception {
        RecordedWorld.Change fine = FarWorlds.here(FarWorlds.ADDRESSES, "connected", "trusted");
        RecordedWorld.Change shut = FarWorlds.here(FarWorlds.ADDRESSES, "timed out", "");

        assertThat(git(PathCheck.CONNECT_FROM_HERE, fine).found()).isEqualTo("git.acme.example:443");
        assertThat(git(PathCheck.CONNECT_FROM_HERE, shut).found()).isEqualTo("git.acme.example:443: timed out");
        assertThat(git(PathCheck.TLS_FROM_HERE, fine, set("/facts/here/handshakes", "{}"))
                        .found())
                .isEqualTo("nothing to try");
    }

    @Test
    void a_service_without_zones_or_that_nobody_asked_about_is_unknown() throws Exception {
        String asked = "/facts/services/com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1";

        assertThat(git(PathCheck.ZONES, set(asked + "/value/0/zones", "[]")))
                .returns(Verdict.UNKNOWN, Finding::verdict)
                .returns("AWS does not say in which zones the service is", Finding::found);
        assertThat(git(PathCheck.ENDPOINT_SERVICE, remove(asked)))
                .returns(Verdict.UNKNOWN, Finding::verdict)
                .returns("AWS was not asked about it", Finding::found);
    }
}
